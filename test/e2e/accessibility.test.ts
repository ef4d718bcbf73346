/** Axe on every screen, in every language, light and dark: no serious or critical violation. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOCALES } from '../../src-shared/contract/values.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { expect, good, newShop, repoFolder, seedShop, test } from './app.ts';

const CDNOW = join(repoFolder, 'test/fixtures/cdnow/CDNOW_sample.txt');

const faultsOf = async (page: Page, screen: string): Promise<string[]> => {
  // Nothing may be judged half faded in.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  // Electron's pages cannot open the helper page that the newer mode wants.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${screen}: ${id}: ${node.html.slice(0, 160)}`));
};

for (const locale of LOCALES) {
  const { t } = wordsFor(locale);

  test(`the screens of an open shop, ${locale}`, async ({ openRevino, dataFolder }) => {
    test.slow();
    await seedShop(dataFolder, { locale });
    const revino = await openRevino();
    const { window: page } = revino;
    const faults: string[] = [];
    const look = async (screen: string) => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        faults.push(...(await faultsOf(page, `${screen}, ${scheme}`)));
      }
    };
    const box = page.getByRole('combobox', { name: t('desk.who') });
    await expect(box).toBeFocused();
    await look('desk, empty');
    await page.keyboard.press('Control+n');
    await page.getByLabel(t('desk.name')).fill('Kowalska-Țurcanu');
    await look('desk, new person');
    await page.keyboard.press('Control+Enter');
    await expect(box).toBeFocused();
    await page.keyboard.type('kow');
    await expect(page.getByRole('option')).toHaveCount(1);
    await look('desk, found');
    await page.keyboard.press('Enter');
    await look('desk, visit');

    await page.getByRole('link', { name: t('shell.import') }).click();
    await look('import');
    await revino.answerDialogs(CDNOW);
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('table')).toBeVisible();
    await page.getByRole('button', { name: t('import.written.change') }).click();
    await look('import, as understood');
    await page.getByRole('button', { name: t('import.check'), exact: false }).click();
    await expect(page.getByRole('heading', { name: t('import.checked.title') })).toBeVisible();
    await look('import, checked');
    await page.getByRole('button', { name: t('import.start') }).click();
    await expect(page.getByRole('heading', { name: t('import.done.title') })).toBeVisible();
    await look('import, done');

    await page.getByRole('link', { name: t('shell.settings') }).click();
    await look('settings');
    await page.getByRole('link', { name: t('shell.retention') }).click();
    await expect(page.getByRole('table').or(page.getByRole('img')).first()).toBeVisible();
    await look('retention');
    await page.getByRole('link', { name: t('shell.reports') }).click();
    await look('reports');
    expect(faults).toEqual([]);
  });

  test(`visits and opinions, ${locale}`, async ({ openRevino, dataFolder }) => {
    test.slow();
    await seedShop(dataFolder, { locale });
    const revino = await openRevino();
    const { window: page } = revino;
    const faults: string[] = [];
    const look = async (screen: string) => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        faults.push(...(await faultsOf(page, `${screen}, ${scheme}`)));
      }
    };
    const box = page.getByRole('combobox', { name: t('desk.who') });
    await expect(box).toBeFocused();
    await page.keyboard.press('Control+g');
    await page.keyboard.press('Control+e');
    await page.keyboard.press('Control+i');
    await page.keyboard.type('x');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Haircut');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
    await look('desk, visit with lines and a fault');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('20');
    await page.keyboard.press('Control+Enter');
    await expect(box).toBeFocused();
    await page.keyboard.press('Control+u');
    await page.keyboard.type('2');
    await look('desk, opinion');
    await page.keyboard.press('Control+Enter');
    await expect(box).toBeFocused();
    const { visits } = good(await revino.call('visit.today', {}));
    const bought = visits.find(({ amountMinor }) => amountMinor === 2000)?.visitId;
    for (const mode of ['', '/edit', '/refund', '/cancel']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `/visits/${bought}${mode}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look(`visit${mode}`);
    }
    await page.getByRole('link', { name: t('opinions.title') }).click();
    await expect(page.getByRole('region', { name: t('opinions.score.nps') })).toBeVisible();
    await look('opinions');
    await page
      .getByRole('button', { name: new RegExp(`^${t('opinions.edit')}`) })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('opinions, changing one');
    expect(faults).toEqual([]);
  });

  test(`the first start, ${locale}`, async ({ openRevino }) => {
    test.slow();
    const { window: page } = await openRevino();
    const names = { en: t('common.english'), pl: t('common.polish'), ro: t('common.romanian') };
    await page.getByRole('radio', { name: names[locale] }).check();
    const faults: string[] = [];
    const look = async (screen: string) => {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        faults.push(...(await faultsOf(page, `${screen}, ${scheme}`)));
      }
    };
    await page.getByRole('button', { name: t('common.next') }).click();
    await expect(page.getByText(t('setup.shopName.missing'))).toBeVisible();
    await look('first start, shop');
    await page.getByLabel(t('setup.shopName'), { exact: true }).fill('Salon');
    await page.getByRole('button', { name: t('common.next') }).click();
    await look('first start, records');
    await page.getByRole('button', { name: t('common.next') }).click();
    await page.getByRole('button', { name: t('setup.create') }).click();
    await look('first start, protection');
    await page.locator('#passphrase').fill('four good words');
    await page.locator('#passphrase-again').fill('four good words');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: t('setup.recovery.title') })).toBeVisible();
    await look('first start, recovery key');
    expect(faults).toEqual([]);
  });

  test(`the lock and a shop that cannot be opened, ${locale}`, async ({ openRevino, dataFolder }) => {
    test.slow();
    const env = { LANG: `${locale}.UTF-8`, LANGUAGE: locale };
    const first = await openRevino({ env });
    const created = await first.call(
      'shop.create',
      newShop({ locale, protection: 'passphrase', passphrase: 'four good words' }),
    );
    good(created);
    await first.close();
    const faults: string[] = [];
    const second = await openRevino({ env });
    await expect(second.window.getByRole('heading', { name: t('setup.unlock.title') })).toBeVisible();
    await second.window.getByLabel(t('setup.passphrase'), { exact: true }).fill('wrong');
    await second.window.keyboard.press('Enter');
    await expect(second.window.getByRole('alert')).toBeVisible();
    faults.push(...(await faultsOf(second.window, 'lock, passphrase')));
    await second.window.getByRole('button', { name: t('setup.unlock.useKey') }).click();
    faults.push(...(await faultsOf(second.window, 'lock, recovery key')));
    await second.close();

    const otherFolder = join(dataFolder, 'other');
    mkdirSync(otherFolder);
    writeFileSync(join(otherFolder, 'shop.revino'), 'no database'.repeat(1000));
    const third = await openRevino({ env, dataFolder: otherFolder });
    await expect(third.window.getByRole('heading', { name: t('setup.failed.title') })).toBeVisible();
    faults.push(...(await faultsOf(third.window, 'cannot open')));
    expect(faults).toEqual([]);
  });
}
