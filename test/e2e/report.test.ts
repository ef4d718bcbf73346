/**
 * The monthly page and the sheet with the recovery key as PDF, from the window and from the command line:
 * one page, embedded fonts, vectors, and every letter of the three languages.
 */
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, good, newShop, projectNode, repoFolder, runCommand, test } from './app.ts';
import { readPdf } from './pdfText.ts';

const run = promisify(execFile);
const CDNOW = join(repoFolder, 'test/fixtures/cdnow/CDNOW_sample.txt');
const MAPPING = {
  kind: 'visits',
  layout: 'whitespace',
  header: false,
  dateFormat: 'yyyyMMdd',
  decimal: '.',
  columns: { customer: 1, date: 2, amount: 4 },
};
const POLISH = 'ąćęłńóśźż';
const ROMANIAN = 'ăâîșț';

/** A shop with the CDNOW sample whose name holds every letter. */
const seed = async (dataFolder: string, name: string, locale: 'en' | 'pl' | 'ro'): Promise<string> => {
  const db = join(dataFolder, 'shop.revino');
  const mapping = join(dataFolder, 'cdnow.map.json');
  writeFileSync(mapping, JSON.stringify(MAPPING));
  await runCommand([
    'init',
    '--db',
    db,
    '--no-encryption',
    '--shop',
    name,
    '--currency',
    'USD',
    '--time-zone',
    'Europe/Warsaw',
    '--locale',
    locale,
  ]);
  await runCommand(['import', CDNOW, '--db', db, '--map', mapping]);
  return db;
};

const expectSoundPage = (pdf: Awaited<ReturnType<typeof readPdf>>): void => {
  expect(pdf.pages).toBe(1);
  expect(pdf.pictures).toBe(0);
  expect(pdf.fonts.length).toBeGreaterThan(0);
  for (const font of pdf.fonts) {
    expect(font.name).toContain('Figtree');
    expect(font.isEmbedded).toBe(true);
  }
};

test('the month in Polish, saved from the window', async ({ openRevino, dataFolder }) => {
  await seed(dataFolder, `Żółta Łódź ${POLISH}`, 'pl');
  const { window: page, answerDialogs } = await openRevino();
  const file = join(dataFolder, 'raport.pdf');
  await page.getByRole('link', { name: 'Raporty' }).click();
  await expect(page.getByRole('combobox', { name: 'Miesiąc raportu' })).toHaveValue('1998-06');
  await answerDialogs(file);
  await page.getByRole('button', { name: 'Zapisz PDF' }).click();
  await expect(page.getByText('Zapisano jako raport.pdf.')).toBeVisible();

  const pdf = await readPdf(file);
  expectSoundPage(pdf);
  expect(pdf.title).toBe(`Żółta Łódź ${POLISH} – Powroty klientów · czerwiec 1998`);
  expect(pdf.language).toBe('pl');
  for (const letter of POLISH) expect(pdf.text).toContain(letter);
  expect(pdf.text).toContain('Czerwiec 1998');
  expect(pdf.text).toContain('388 z 812 osób to stali klienci.');
  expect(pdf.text).toContain('W czerwcu 1998 było 138 osób: 0 nowych i 138 powracających.');
  expect(pdf.text).toContain('strona 1 z 1');
  expect(pdf.text).toMatch(/Powrót z miesiąca na miesiąc.*31%.*23–39%.*41 z 134/s);
  expect(pdf.text).not.toMatch(/Date demonstrative|Dane pokazowe/);

  // Another language for this one report, another month, and a save that is called off.
  await page.getByRole('combobox', { name: 'Miesiąc raportu' }).selectOption('1997-12');
  await page.getByRole('combobox', { name: 'Język raportu' }).selectOption('en');
  await page.getByRole('button', { name: 'Zapisz PDF' }).click();
  await expect.poll(async () => (await readPdf(file)).title).toContain('December 1997');
  await answerDialogs(null);
  await page.getByRole('button', { name: 'Zapisz PDF' }).click();
  await expect(page.getByRole('button', { name: 'Zapisz PDF' })).toBeEnabled();
  await expect(page.getByText(/Zapisano jako/)).toHaveCount(0);
});

test('the month in Romanian, from the command line, with a name of 200 letters', async ({ dataFolder }) => {
  const name = `Atelierul „${ROMANIAN}” ${'din Târgu Secuiesc și împrejurimi '.repeat(8)}`
    .slice(0, 199)
    .trim();
  const db = await seed(dataFolder, name, 'ro');
  const file = join(dataFolder, 'raport.pdf');
  const { stdout } = await run(projectNode, [
    join(repoFolder, 'scripts/revino.mjs'),
    'report',
    '--month',
    '1998-06',
    '--locale',
    'ro',
    '--out',
    file,
    '--db',
    db,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ month: '1998-06', locale: 'ro', asOf: '1998-06-30' });
  const pdf = await readPdf(file);
  expectSoundPage(pdf);
  expect(pdf.language).toBe('ro');
  for (const letter of ROMANIAN) expect(pdf.text).toContain(letter);
  // Cedilla letters look alike and are wrong.
  expect(pdf.text).not.toMatch(/[şţ]/);
  expect(pdf.text).toContain('388 din 812 clienți sunt fideli.');
  expect(pdf.text).toContain('pagina 1 din 1');
});

test('a month before the first visit is refused with a sentence, and leaves no file', async ({
  dataFolder,
}) => {
  const db = await seed(dataFolder, 'CDNOW', 'en');
  const file = join(dataFolder, 'none.pdf');
  const refused = await run(projectNode, [
    join(repoFolder, 'scripts/revino.mjs'),
    'report',
    '--month',
    '1996-12',
    '--out',
    file,
    '--db',
    db,
  ]).then(
    () => null,
    (error: { code: number; stderr: string }) => error,
  );
  expect(refused?.code).toBe(1);
  expect(refused?.stderr).toContain('There are no visits up to');
  expect(existsSync(file)).toBe(false);
});

test('the recovery key as a sheet', async ({ openRevino, dataFolder }) => {
  const revino = await openRevino();
  const { recoveryKey } = good(
    await revino.call(
      'shop.create',
      newShop({ protection: 'passphrase', passphrase: 'four good words', locale: 'ro' }),
    ),
  );
  const file = join(dataFolder, 'cheie.pdf');
  await revino.answerDialogs(file);
  expect(good(await revino.call('recoveryKey.savePdf', {}))).toEqual({ saved: true });
  const pdf = await readPdf(file);
  expectSoundPage(pdf);
  expect(pdf.text).toContain('Cheia de recuperare');
  for (const letter of ROMANIAN) expect(pdf.text).toContain(letter);
  const groups = (recoveryKey ?? '').split('-');
  expect(groups.length).toBeGreaterThan(5);
  // Numbered and in order: the sheet is read and typed that way.
  const printed = pdf.pieces.filter((piece) => /^[0-9A-Z]{4}$/.test(piece));
  expect(printed).toEqual(groups);
});
