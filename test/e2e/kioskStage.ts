/** A shop with customers, and the kiosk before them. */
import type { Page } from '@playwright/test';
import { wordsFor } from '../../src-shared/words/words.ts';
import { expect, good, newShop, type Revino } from './app.ts';

export const { t } = wordsFor('en');

/** Planted in the shop; nothing of it may ever be on the kiosk. */
export const PLANTED = [
  'Zdzisława',
  'Wąsowska',
  '601234567',
  '601 234 567',
  'zdzislawa@poczta.example',
  'orzechy',
];

export const kioskOf = ({ app }: Revino): Page | undefined =>
  app.windows().find((page) => page.url().endsWith('/kiosk.html'));

/** Waits for the kiosk's window, opened or about to be. */
export const kioskPage = async (revino: Revino): Promise<Page> => {
  await expect.poll(() => kioskOf(revino) !== undefined).toBe(true);
  const page = kioskOf(revino);
  if (!page) throw new Error('The kiosk is not open.');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
};

export interface Opened {
  readonly page: Page;
  /** What leaves it, where nobody has a PIN. */
  readonly code: string;
}

export const openKiosk = async (
  revino: Revino,
  link: { customerId?: number; visitId?: number } = {},
): Promise<Opened> => {
  const code = good(await revino.call('kiosk.state', {})).leaveCode ?? '';
  const { customerId = null, visitId = null } = link;
  good(await revino.call('kiosk.open', { customerId, visitId }));
  return { page: await kioskPage(revino), code };
};

/** A shop with one customer, of whom much is known, and the usual surveys. */
export const shopWithCustomer = async (revino: Revino): Promise<{ customerId: number; visitId: number }> => {
  good(await revino.call('shop.create', newShop()));
  good(await revino.call('survey.addUsual', {}));
  const { customerId } = good(
    await revino.call('customer.create', { name: 'Zdzisława Wąsowska', phone: '601 234 567' }),
  );
  const visit = { customerId, lines: [], note: 'orzechy', visitUid: crypto.randomUUID() };
  const { visitId } = good(await revino.call('visit.record', visit));
  return { customerId, visitId };
};

export const opinionsIn = async (revino: Revino) => {
  const filter = {
    from: null,
    to: null,
    mood: null,
    isWithComment: false,
    staffId: null,
    surveyId: null,
    channel: null,
  } as const;
  return good(await revino.call('opinion.list', { filter, before: null, limit: 100 }));
};

/** The usual short survey: a score, a second one, some words. */
export const answerAll = async (page: Page, nps: number, comment = ''): Promise<void> => {
  const name =
    nps === 0 ? t('opinions.scaleLow.nps') : nps === 10 ? t('opinions.scaleHigh.nps') : String(nps);
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText(t('kiosk.step', { at: 2, count: 3 }))).toBeVisible();
  await page.getByRole('button', { name: t('kiosk.skip') }).click();
  if (comment !== '') await page.getByRole('textbox').fill(comment);
  await page.getByRole('button', { name: t('kiosk.send') }).click();
  await expect(page.getByRole('heading', { name: t('kiosk.thanks') })).toBeVisible();
};

export const typePin = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: t('kiosk.leave'), exact: true }).click();
};
