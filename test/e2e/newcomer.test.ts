/**
 * A newcomer of every trade, in every language: from the first window to the first PDF, by each of the three ways a
 * shop begins. Five trades and three languages are fifteen runs; the ways go round among them.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LOCALES, type Locale, TRADES, type Trade } from '../../src-shared/contract/values.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { expect, good, type Revino, test } from './app.ts';
import { readPdf } from './pdfText.ts';

// Each starts an Electron of its own: they need not wait for each other.
test.describe.configure({ mode: 'parallel' });

const WAYS = ['empty', 'import', 'demo'] as const;
type Way = (typeof WAYS)[number];

const SHOP_NAMES: Readonly<Record<Locale, string>> = {
  en: 'Nine & Sons’ Corner',
  pl: 'Zażółć Gęślą Jaźń',
  ro: 'Țară, Șură și Mâță',
};
const PEOPLE: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ["Maeve O'Neill", 'Zoë Smith'],
  pl: ['Łucja Żak', 'Świętosław Ćwik'],
  ro: ['Ștefania Țurcanu', 'Mîndra Băț'],
};
/** As a till of the country writes them. */
const HEADERS: Readonly<Record<Locale, string>> = {
  en: 'Customer no.;Date;Amount',
  pl: 'Nr klienta;Data;Kwota',
  ro: 'Nr. client;Data;Suma',
};
const AMOUNTS: Readonly<Record<Locale, string>> = { en: '12.50', pl: '12,50', ro: '12,50' };

const tillFile = (folder: string, locale: Locale): string => {
  const file = join(folder, 'till.csv');
  // From the 13th on, so that no day can be mistaken for a month.
  const rows = Array.from({ length: 40 }, (_, index) => {
    const month = String(5 + (index % 5)).padStart(2, '0');
    return `K${100 + (index % 12)};${13 + (index % 15)}.${month}.2026;${AMOUNTS[locale]}`;
  });
  writeFileSync(file, `${[HEADERS[locale], ...rows].join('\r\n')}\r\n`);
  return file;
};

interface Newcomer {
  readonly revino: Revino;
  readonly page: Page;
  readonly trade: Trade;
  readonly locale: Locale;
  readonly words: Words;
  readonly dataFolder: string;
}

const answerFirstPages = async ({ page, trade, locale, words: { t } }: Newcomer, way: Way): Promise<void> => {
  const languages = { en: t('common.english'), pl: t('common.polish'), ro: t('common.romanian') };
  const trades = {
    salon: t('setup.trade.salon'),
    dental: t('setup.trade.dental'),
    workshop: t('setup.trade.workshop'),
    shop: t('setup.trade.shop'),
    gym: t('setup.trade.gym'),
  };
  await page.getByRole('radio', { name: languages[locale] }).check();
  await page.getByLabel(t('setup.shopName'), { exact: true }).fill(SHOP_NAMES[locale]);
  await page.getByRole('radio', { name: trades[trade], exact: true }).check();
  // The currency of where the clock stands is chosen already, and found by its name.
  await expect(page.getByRole('combobox', { name: t('setup.currency') })).toHaveValue(/^PLN/);
  await page.getByRole('button', { name: t('common.next') }).click();
  const ways = {
    empty: t('setup.start.empty'),
    import: t('setup.start.import'),
    demo: t('setup.start.demo'),
  };
  await page.getByRole('radio', { name: ways[way] }).check();
};

/** The lock, and the key where there is one. */
const lockShop = async ({ page, words: { t } }: Newcomer, isLocked: boolean): Promise<void> => {
  await page.getByRole('radio', { name: t('common.history.yes') }).check();
  await page.getByRole('button', { name: t('common.next') }).click();
  if (!isLocked) {
    await page.getByRole('radio', { name: t('setup.none'), exact: false }).check();
    await page.getByRole('button', { name: t('setup.create') }).click();
    return;
  }
  await page.locator('#passphrase').fill('four good words');
  await page.locator('#passphrase-again').fill('four good words');
  await page.getByRole('button', { name: t('setup.create') }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: t('setup.recovery.done') }).click();
};

const begin: Readonly<Record<Way, (newcomer: Newcomer) => Promise<void>>> = {
  empty: async (newcomer) => {
    const { revino, page, locale, words } = newcomer;
    await lockShop(newcomer, true);
    await expect(page.getByRole('heading', { name: words.t('setup.usual.title') })).toBeVisible();
    await page.getByRole('button', { name: words.t('common.chooseAll') }).click();
    const count = await page.getByRole('checkbox').count();
    await page.getByRole('button', { name: words.t('setup.usual.open', { count }) }).click();
    const { offerings } = good(await revino.call('offering.list', {}));
    expect(offerings).toHaveLength(count);
    expect(offerings.every(({ priceMinor }) => priceMinor === null)).toBe(true);

    const box = page.getByRole('combobox', { name: words.t('desk.who') });
    const visitCount = async () => good(await revino.call('visit.today', {})).visitCount;
    for (const [index, person] of PEOPLE[locale].entries()) {
      await expect(box).toBeFocused();
      await page.keyboard.type(person);
      await page.keyboard.press('Control+n');
      await expect(page.getByLabel(words.t('desk.phone'))).toBeFocused();
      await page.keyboard.press('Control+Enter');
      await expect.poll(visitCount).toBe(index + 1);
    }
  },

  import: async (newcomer) => {
    const { revino, page, locale, dataFolder, words } = newcomer;
    await revino.answerDialogs(tillFile(dataFolder, locale));
    await lockShop(newcomer, false);
    // The first start leads to the import by itself.
    await expect(page).toHaveURL(/#\/import$/);
    await page.keyboard.press('Control+o');
    await page.getByRole('button', { name: words.t('import.check') }).click();
    await page.getByRole('button', { name: words.t('import.start') }).click();
    await expect(page.getByRole('heading', { name: words.t('import.done.title') })).toBeVisible();
    expect(good(await revino.call('retention.coverage', {}))).toMatchObject({ customers: 12 });
  },

  demo: async ({ revino, page, words }) => {
    await page.getByRole('button', { name: words.t('setup.demo.make') }).click();
    await expect(page.getByRole('combobox', { name: words.t('desk.who') })).toBeVisible();
    await expect(page.getByText(words.t('shell.demo'), { exact: true })).toBeVisible();
    const coverage = good(await revino.call('retention.coverage', {}));
    expect(coverage.customers).toBeGreaterThan(300);
    expect(Date.parse(coverage.lastVisitOn ?? '') - Date.parse(coverage.firstVisitOn ?? '')).toBeGreaterThan(
      2.9 * 365 * 86_400_000,
    );
  },
};

for (const [tradeIndex, trade] of TRADES.entries()) {
  for (const [localeIndex, locale] of LOCALES.entries()) {
    const way = WAYS[(tradeIndex + localeIndex) % WAYS.length] ?? 'empty';
    test(`${trade}, ${locale}: ${way}, then the first PDF`, async ({ openRevino, dataFolder }) => {
      const words = wordsFor(locale);
      const revino = await openRevino();
      const { window: page } = revino;
      const newcomer: Newcomer = { revino, page, trade, locale, words, dataFolder };
      await answerFirstPages(newcomer, way);
      await begin[way](newcomer);

      const file = join(dataFolder, 'first.pdf');
      await revino.answerDialogs(file);
      await page.getByRole('link', { name: words.t('shell.reports') }).click();
      await page.getByRole('button', { name: words.t('report.save') }).click();
      await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
      const pdf = await readPdf(file);
      const state = good(await revino.call('app.state', {}));
      if (state.phase !== 'ready') throw new Error('the shop is open');
      expect(state.shop).toMatchObject({ trade, locale, currency: 'PLN', isDemo: way === 'demo' });
      expect(pdf.language).toBe(locale);
      expect(pdf.title).toContain(state.shop.name);
      if (way !== 'demo') expect(state.shop.name).toBe(SHOP_NAMES[locale]);
      for (const font of pdf.fonts) expect(font.isEmbedded).toBe(true);
      if (way !== 'demo') return;

      // One question, and the first start is there again, in the language it was left in.
      await page
        .getByRole('button', { name: words.t('demo.remove') })
        .first()
        .click();
      await page.getByRole('button', { name: words.t('demo.remove.yes') }).click();
      await expect(page.getByRole('heading', { name: words.t('setup.shop.title') })).toBeVisible();
      expect(good(await revino.call('app.state', {}))).toMatchObject({
        phase: 'noShop',
        systemLocale: locale,
      });
      for (const name of ['shop.revino', 'shop.revino.making', 'removed-demo.revino'])
        expect(existsSync(join(dataFolder, name))).toBe(false);
    });
  }
}
