/**
 * The monthly report and the sheet with the recovery key as PDF, from the window and from the command line: embedded
 * fonts, vectors, every letter of the three languages, what was chosen and nothing else, and the same bytes each time.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, good, newShop, projectNode, repoFolder, runCommand, test } from './app.ts';
import { readPdf } from './pdfText.ts';
import { pngOf } from './picture.ts';

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

const expectSoundPages = (
  pdf: Awaited<ReturnType<typeof readPdf>>,
  { pages = 1, pictures = 0 } = {},
): void => {
  expect(pdf.pages).toBe(pages);
  expect(pdf.pictures).toBe(pictures);
  expect(pdf.fonts.length).toBeGreaterThan(0);
  for (const font of pdf.fonts) {
    expect(font.name).toContain('Figtree');
    expect(font.isEmbedded).toBe(true);
  }
};

test('the month in Polish, with the parts and the logo that were chosen in the window', async ({
  openRevino,
  dataFolder,
}) => {
  await seed(dataFolder, `Żółta Łódź ${POLISH}`, 'pl');
  const { window: page, answerDialogs } = await openRevino();
  const file = join(dataFolder, 'raport.pdf');
  await page.getByRole('link', { name: 'Raporty' }).click();
  await expect(page.getByRole('radio', { name: /^Czerwiec 1998/i })).toBeChecked();
  const preview = page.getByRole('region', { name: 'Podgląd' });
  await expect(preview.getByRole('heading', { name: 'Czerwiec 1998' })).toBeVisible();
  // Sealed after the start, from records brought in long after.
  await expect(page.getByRole('radio', { name: /^Czerwiec 1998.*stali: 48%.*odtworzony/i })).toBeVisible();

  const notAPicture = join(dataFolder, 'logo.png');
  writeFileSync(notAPicture, 'GIF89a');
  await answerDialogs(notAPicture);
  await page.getByRole('button', { name: 'Wybierz logo' }).click();
  await expect(page.getByText(/nie jest obrazkiem PNG ani JPEG/)).toBeVisible();
  writeFileSync(notAPicture, pngOf(3000, 1500));
  await page.getByRole('button', { name: 'Wybierz logo' }).click();
  await expect(preview.getByRole('img', { name: /^Logo: Żółta Łódź/ })).toBeVisible();

  for (const part of ['Co znaczą wskaźniki', 'Co mówili klienci'])
    await page.getByRole('checkbox', { name: part }).uncheck();
  await expect(preview.getByRole('heading', { name: 'Co znaczą wskaźniki' })).toHaveCount(0);
  await expect(preview.getByRole('region', { name: 'Strona 2 z 2' })).toHaveCount(1);
  await answerDialogs(file);
  await page.getByRole('button', { name: 'Zapisz PDF' }).click();
  await expect(page.getByText('Zapisano jako raport.pdf.')).toBeVisible();

  const pdf = await readPdf(file);
  expectSoundPages(pdf, { pages: 2, pictures: 1 });
  expect(pdf.title).toBe(`Żółta Łódź ${POLISH} – Powroty klientów · czerwiec 1998`);
  expect(pdf.language).toBe('pl');
  for (const letter of POLISH) expect(pdf.text).toContain(letter);
  expect(pdf.text).toContain('W czerwcu 1998 było 138 osób: 0 nowych i 138 powracających.');
  expect(pdf.text).toContain('Z 134 osób z poprzedniego miesiąca wróciło 41 (31 na 100).');
  expect(pdf.text).toContain('Stali klienci to 48% osób z ostatniego roku');
  expect(pdf.text).toMatch(/strona 1 z 2.*strona 2 z 2/s);
  expect(pdf.text).toMatch(/Powrót z miesiąca na miesiąc.*31%.*23–39%.*41 z 134/s);
  expect(pdf.text).toContain('Miesiąc odtworzony z późniejszych danych');
  expect(pdf.headings).toEqual([
    'Czerwiec 1998',
    'Udział stałych klientów',
    'Wskaźniki miesiąca',
    'Ilu nowych wróciło',
    'Po ilu dniach nowi wracają',
    'Kogo można się było spodziewać i kto wrócił',
    'Poprawki po zamknięciu',
  ]);
  expect(pdf.text).not.toMatch(/Date demonstrative|Dane pokazowe|NaN|undefined/);

  // Another language for this one report, another month, the parts remembered, no logo; then a save that is called off.
  await page.getByRole('button', { name: 'Usuń', exact: true }).click();
  await expect(preview.getByRole('img', { name: /^Logo/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Pokaż wszystkie/ }).click();
  await page.getByRole('radio', { name: /^Grudzień 1997/i }).check();
  await page.getByRole('combobox', { name: 'Język' }).selectOption('en');
  await page.getByRole('button', { name: 'Zapisz PDF' }).click();
  await expect.poll(async () => (await readPdf(file)).title).toContain('December 1997');
  expect((await readPdf(file)).headings).not.toContain('What each figure means');
  await answerDialogs(null);
  await page.getByRole('button', { name: 'Zapisz PDF' }).click();
  await expect(page.getByRole('button', { name: 'Zapisz PDF' })).toBeEnabled();
  await expect(page.getByText(/Zapisano jako/)).toHaveCount(0);
});

const report = (db: string, ...args: string[]) =>
  run(projectNode, [join(repoFolder, 'scripts/revino.mjs'), 'report', '--db', db, '--json', ...args]);

test('the same records on the same day are the same bytes, with dates that name the day alone', async ({
  dataFolder,
}) => {
  const db = await seed(dataFolder, 'CDNOW', 'en');
  const bytes = async (name: string, ...args: string[]) => {
    const file = join(dataFolder, name);
    const { stdout } = await report(db, '--month', '1998-06', '--out', file, ...args);
    return { answer: JSON.parse(stdout) as unknown, content: readFileSync(file) };
  };
  const first = await bytes('a.pdf');
  const second = await bytes('b.pdf');
  expect(second.content.equals(first.content)).toBe(true);
  const text = first.content.toString('latin1');
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  expect(text.match(/D:\d{14}\+00'00/g)).toHaveLength(2);
  // A run around midnight may see the day before or after.
  expect(Math.abs(Number(text.match(/CreationDate ?\(D:(\d{8})000000/)?.[1]) - Number(today))).toBeLessThan(
    8872,
  );
  expect(text).not.toContain('Linux');
  expect(text).toContain('/MarkInfo');

  const part = await bytes('c.pdf', '--paper', 'letter', '--sections', 'figures,come-back');
  expect(part.answer).toMatchObject({ paper: 'letter', sections: ['figures', 'comeBack'], seal: null });
  const pdf = await readPdf(join(dataFolder, 'c.pdf'));
  expectSoundPages(pdf);
  expect(pdf.headings).toEqual(['June 1998', 'Figures of the month', 'Who was expected and came back']);
});

test('the month in Romanian, from the command line, with a name of 200 letters', async ({ dataFolder }) => {
  const name = `Atelierul „${ROMANIAN}” ${'din Târgu Secuiesc și împrejurimi '.repeat(8)}`
    .slice(0, 199)
    .trim();
  const db = await seed(dataFolder, name, 'ro');
  const file = join(dataFolder, 'raport.pdf');
  const { stdout } = await report(db, '--month', '1998-06', '--locale', 'ro', '--out', file);
  expect(JSON.parse(stdout)).toMatchObject({ month: '1998-06', locale: 'ro', asOf: '1998-06-30' });
  const pdf = await readPdf(file);
  expectSoundPages(pdf, { pages: 3 });
  expect(pdf.language).toBe('ro');
  for (const letter of ROMANIAN) expect(pdf.text).toContain(letter);
  // Cedilla letters look alike and are wrong.
  expect(pdf.text).not.toMatch(/[şţ]/);
  expect(pdf.text).toContain('Din 134 de clienți ai lunii precedente au revenit 41 (31 din 100).');
  expect(pdf.text).toMatch(/pagina 1 din (\d).*pagina \1 din \1/s);
});

test('a shop without visits gets an honest first page, from the window and in three languages', async ({
  openRevino,
  dataFolder,
}) => {
  const { call, window: page, answerDialogs } = await openRevino();
  good(await call('shop.create', newShop({ name: `Żółta Łódź ${ROMANIAN}`, locale: 'pl' })));
  await page.reload();
  await page.getByRole('link', { name: 'Raporty' }).click();
  const preview = page.getByRole('region', { name: 'Podgląd' });
  await expect(preview.getByText(/^Nie ma jeszcze żadnej wizyty/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wczytaj wizyty' })).toBeVisible();
  const told = {
    pl: ['Co się tu znajdzie', 'Nie ma jeszcze żadnej wizyty, więc nie ma czego policzyć.'],
    en: ['What will stand here', 'No visit is recorded yet, so this page has nothing to count.'],
    ro: ['Ce va fi aici', 'Încă nu este înregistrată nicio vizită, așa că nu e nimic de numărat.'],
  } as const;
  for (const [locale, [heading, sentence]] of Object.entries(told)) {
    const file = join(dataFolder, `first-${locale}.pdf`);
    await answerDialogs(file);
    await page.getByRole('combobox', { name: 'Język' }).selectOption(locale);
    await expect(preview.getByRole('heading', { name: heading })).toBeVisible();
    await page.getByRole('button', { name: 'Zapisz PDF' }).click();
    await expect(page.getByText(`Zapisano jako first-${locale}.pdf.`)).toBeVisible();
    const pdf = await readPdf(file);
    expectSoundPages(pdf);
    expect(pdf.language).toBe(locale);
    expect(pdf.headings).toContain(heading);
    expect(pdf.text.replaceAll('\n', ' ')).toContain(sentence);
    // No figure, not even a nought: only the year, the day and the page.
    expect(pdf.text).not.toMatch(/NaN|undefined|%|\b0\b/);
  }
});

test('a month before the first visit is refused with a sentence, and leaves no file', async ({
  dataFolder,
}) => {
  const db = await seed(dataFolder, 'CDNOW', 'en');
  const file = join(dataFolder, 'none.pdf');
  const refused = await report(db, '--month', '1996-12', '--out', file).then(
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
  expectSoundPages(pdf);
  expect(pdf.text).toContain('Cheia de recuperare');
  for (const letter of ROMANIAN) expect(pdf.text).toContain(letter);
  const groups = (recoveryKey ?? '').split('-');
  expect(groups.length).toBeGreaterThan(5);
  // Numbered and in order: the sheet is read and typed that way.
  const printed = pdf.pieces.filter((piece) => /^[0-9A-Z]{4}$/.test(piece));
  expect(printed).toEqual(groups);
});
