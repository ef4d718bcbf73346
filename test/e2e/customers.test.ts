/** A customer's card with nothing but the keyboard: made, filled, saved, opened again, taken back; and the table of all. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, test } from './app.ts';

const openPolish = async (revino: Revino): Promise<Page> => {
  good(await revino.call('shop.create', newShop({ locale: 'pl' })));
  await revino.window.reload();
  return revino.window;
};

/** Every field of a card by its name, as typed. */
const TYPED: readonly (readonly [string, string])[] = [
  ['Imię', 'Agnieszka'],
  ['Nazwisko', 'Żółć'],
  ['Urodziny', '29.2.1984'],
  ['Numer karty', 'K-17'],
  ['Źródło', 'Ulotka'],
  ['Klient od', '1.5.2019'],
];

test('a card by keyboard alone: made, filled, saved, opened again, undone', async ({ openRevino }) => {
  const revino = await openRevino();
  const page = await openPolish(revino);
  good(await revino.call('customer.create', { name: 'Ewa Nowak', phone: null }));
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  await page.keyboard.press('Control+2');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Control+n');
  const name = page.getByRole('textbox', { name: 'Imię i nazwisko' });
  await expect(name).toBeFocused();

  // Saved without a name, it says so beside the field and stays.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Wpisz nazwisko; wystarczy samo imię.')).toBeVisible();
  await expect(name).toBeFocused();
  await page.keyboard.type('Agnieszka Żółć');

  await field('Telefon').focus();
  await page.keyboard.type('601 234 567');
  await field('E-mail').focus();
  await page.keyboard.type('aga@example.com');
  for (const [kind, value] of [
    ['telefon', 'wewn. 12'],
    ['adres', 'Długa 5'],
  ] as const) {
    await page.getByRole('list', { name: 'Dodaj kontakt' }).getByRole('button', { name: kind }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(value);
  }
  for (const [label, value] of TYPED) {
    await (label === 'Źródło' ? page.getByLabel(label) : field(label)).focus();
    await page.keyboard.type(value);
  }
  await page.getByLabel('Etykiety').focus();
  await page.keyboard.type('VIP');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Łódź');
  await page.getByLabel('Z polecenia').focus();
  await page.keyboard.type('nowak');
  await expect(page.getByRole('option', { name: 'Ewa Nowak' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'ostrzeżenie' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Uczulenie na PPD');
  await field('Notatka').focus();
  await page.keyboard.type('Rano nie dzwonić');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Zapisano kartę: Agnieszka Żółć.')).toBeVisible();

  // On disk as it was typed, the tag included that still stood in its box.
  await expect.poll(() => page.url()).toMatch(/customers\/\d+$/);
  const customerId = Number(page.url().split('/').at(-1));
  const { card, recommendedBy } = good(await revino.call('customer.card', { customerId }));
  expect(card).toMatchObject({
    name: 'Agnieszka Żółć',
    firstName: 'Agnieszka',
    lastName: 'Żółć',
    birthday: '1984-02-29',
    customerSince: '2019-05-01',
    cardNumber: 'K-17',
    source: 'Ulotka',
    note: 'Rano nie dzwonić',
    preferences: [{ kind: 'warning', text: 'Uczulenie na PPD' }],
  });
  expect([...card.tags].sort()).toEqual(['VIP', 'Łódź'].sort());
  expect(card.contacts.map(({ kind, value }) => [kind, value])).toEqual([
    ['phone', '601 234 567'],
    ['phone', 'wewn. 12'],
    ['email', 'aga@example.com'],
    ['address', 'Długa 5'],
  ]);
  expect(recommendedBy?.name).toBe('Ewa Nowak');

  // A consent in one click, with its date and proof in the history.
  await page.getByRole('button', { name: 'Zmień lub sprawdź' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: 'SMS, Oferty' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('switch', { name: 'SMS, Oferty' })).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Zgoda: oferty, SMS')).toBeVisible();

  // Changed, saved with Enter, undone; left with a change, it asks.
  await field('Nazwisko').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('-Kowalska');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Zmieniono: nazwisko')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Cofnięto: Agnieszka Żółć.')).toBeVisible();
  await expect(field('Nazwisko')).toHaveValue('Żółć');
  await field('Urodziny').fill('32.1.1990');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Zapisać zmiany na tej karcie?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wpisz dzień, miesiąc i rok, np. 29.02.1984.')).toBeVisible();
  await expect(field('Urodziny')).toBeFocused();
  await page.getByRole('button', { name: 'Odrzuć zmiany' }).click();
  await expect(field('Urodziny')).toHaveValue('29.02.1984');

  // Who would be made a second time is shown first.
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+n');
  await page.keyboard.type('Aga');
  await field('Telefon').focus();
  await page.keyboard.type('+48 601-234-567');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert', { name: 'Ta karta może już istnieć' })).toContainText(
    'ten sam telefon',
  );
  await page.getByRole('link', { name: 'Agnieszka Żółć' }).click();
  await expect(field('Urodziny')).toHaveValue('29.02.1984');
  await expect(page.getByText('Niezapisane, ale zachowane: Aga.')).toBeVisible();
  // What was typed for her is still there, until it is given up.
  await page.getByRole('button', { name: 'Otwórz kartę' }).click();
  await expect(name).toHaveValue('Aga');
  await page.getByRole('button', { name: 'wróć' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Odrzuć zmiany' }).click();
  await expect(field('Urodziny')).toHaveValue('29.02.1984');
});

test('the table: sorted, narrowed, opened and left by keyboard; the trash', async ({ openRevino }) => {
  const revino = await openRevino();
  const page = await openPolish(revino);
  for (const name of ['Łucja', 'Adam', 'Zofia'])
    good(await revino.call('customer.create', { name, phone: null }));
  await page.keyboard.press('Control+2');
  const rows = page.getByRole('grid', { name: 'Klienci' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await page.getByRole('button', { name: 'Imię i nazwisko' }).click();
  await expect(rows.nth(1)).toContainText('Adam');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Imię i nazwisko' });
  await expect(name).toHaveValue('Łucja');
  await page.getByRole('button', { name: 'Przenieś do kosza' }).click();
  await expect(page.getByText('W koszu: Łucja.')).toBeVisible();
  await name.focus();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(3);
  await page.keyboard.type('luc');
  await expect(page.getByText('Nikt nie pasuje.')).toBeVisible();
  await page.getByLabel('Pokaż', { exact: true }).selectOption('trash');
  await expect(rows).toHaveCount(2);
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('button', { name: 'Wyjmij z kosza' }).click();
  await expect(page.getByText('Wyjęto z kosza: Łucja.')).toBeVisible();
});

test('card, consents and table have no fault that axe knows', async ({ openRevino }) => {
  const revino = await openRevino();
  const page = await openPolish(revino);
  const { customerId } = good(await revino.call('customer.create', { name: 'Łucja', phone: '601234567' }));
  const faultsOf = async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('row')).toHaveCount(2);
  expect(await faultsOf()).toEqual([]);
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByText('Założono kartę')).toBeVisible();
  await page.getByRole('button', { name: 'upodobanie' }).click();
  expect(await faultsOf()).toEqual([]);
  await page.getByRole('button', { name: 'Zmień lub sprawdź' }).click();
  expect(await faultsOf()).toEqual([]);
  expect(customerId).toBeGreaterThan(0);
});
