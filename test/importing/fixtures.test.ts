/** Real small files as tills and spreadsheets write them: what is guessed, what is stored, what is refused and why. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile as importRows } from '../../src-main/importing/importFile.ts';
import { previewImport } from '../../src-main/importing/previewImport.ts';
import { openShop, tempDir } from '../db/support/databases.ts';
import { fixture, guess, importFile, storedVisits, TODAY_MS } from './support.ts';

const visit = (customer: string | null, day: string, receipt: string | null, ...lines: string[]) => ({
  customer,
  day,
  receipt,
  lines,
});

describe('Polish till, Windows-1250, decimal comma, receipts, quotes, a note over two lines', () => {
  it('is understood as it stands', async () => {
    const found = await guess(fixture('polish-windows1250.csv'));
    expect(found.encoding).toBe('windows-1250');
    expect(found.isDateOrderAmbiguous).toBe(false);
    expect(found.mapping).toEqual({
      kind: 'visits',
      layout: 'delimited',
      separator: ';',
      encoding: 'auto',
      header: true,
      dateFormat: 'dd.MM.yyyy HH:mm',
      decimal: ',',
      onMissingCustomer: 'walk-in',
      columns: {
        customer: 'Nr klienta',
        customerName: 'Imię i nazwisko',
        date: 'Data',
        receipt: 'Paragon',
        offering: 'Usługa',
        quantity: 'Ilość',
        unitPrice: 'Cena',
        staff: 'Pracownik',
        note: 'Uwagi',
      },
    });
  });

  it('becomes three visits of two people', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('polish-windows1250.csv'));
    expect(counts).toEqual({
      read: 4,
      created: 4,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      rejected: 0,
      customersCreated: 2,
      visitsCreated: 3,
      netMinor: 12000 + 9100 + 6000 + 104550,
      firstDate: '2024-01-05',
      lastDate: '2024-02-16',
    });
    expect(storedVisits(db)).toEqual([
      visit('Błażej Święcicki', '2024-01-05', '102', 'Strzyżenie męskie 1 6000'),
      visit('Łucja Żak', '2024-01-05', '101', 'Strzyżenie damskie 1 12000', 'Krem "Złoty" 30 ml 2 9100'),
      visit('Łucja Żak', '2024-02-16', '118', 'Farbowanie 1 104550'),
    ]);
    const notes = db.sqlite.prepare('SELECT note FROM visit WHERE note IS NOT NULL').pluck().all();
    expect(notes).toEqual(['prosi o kawę;\nnie lubi czekać']);
    const times = db.sqlite.prepare('SELECT occurred_at_ms FROM visit ORDER BY id').pluck().all();
    expect(times).toEqual([Date.UTC(2024, 0, 5, 9, 15), Date.UTC(2024, 0, 5, 10), Date.UTC(2024, 1, 16, 8)]);
    expect(db.sqlite.prepare('SELECT name FROM staff ORDER BY name').pluck().all()).toEqual([
      'Grażyna',
      'Ola',
    ]);
  });
});

describe('encodings', () => {
  it.each([
    ['polish-iso8859-2.csv', 'iso-8859-2'],
    ['polish-dos852.txt', 'cp852'],
    ['american-utf8-bom.csv', 'utf-8'],
    ['excel-utf16.txt', 'utf-16le'],
  ])('%s is %s', async (name, encoding) => {
    expect((await guess(fixture(name))).encoding).toBe(encoding);
  });

  it('names people by their folded name where there is no number', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('polish-iso8859-2.csv'));
    expect(counts.customersCreated).toBe(2);
    expect(storedVisits(db)).toEqual([
      visit('Świętosława Ćwik', '2024-03-01', null, '- 1 4500'),
      visit('Świętosława Ćwik', '2024-03-09', null, '- 1 101250'),
      visit('Żaneta Gęś', '2024-03-02', null, '- 1 1250'),
    ]);
  });

  it('reads the DOS code page', async () => {
    const db = openShop(null);
    await importFile(db, fixture('polish-dos852.txt'));
    expect(storedVisits(db).map(({ customer, day }) => [customer, day])).toEqual([
      ['ŁÓDŹ-1', '2024-02-01'],
      ['ŁÓDŹ-1', '2024-02-13'],
      ['ŚWIDNICA-2', '2024-02-14'],
    ]);
  });

  it('writes Romanian letters with the comma below, whichever table the file used', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('romanian-iso8859-16.csv'));
    expect(counts).toMatchObject({ created: 3, netMinor: 18000 });
    expect(storedVisits(db)).toEqual([
      visit('Ioana Brânză', '2024-01-05', '12', 'Vopsit 1 18000'),
      visit('Ștefan Țepeș', '2024-01-05', '11', 'Tuns bărbați 1 4500'),
      visit('Ștefan Țepeș', '2024-02-12', '31', 'Tuns bărbați -1 -4500'),
    ]);
  });

  it('reads an Excel text file in UTF-16 with tabs', async () => {
    const db = openShop(null);
    await importFile(db, fixture('excel-utf16.txt'));
    expect(storedVisits(db)).toEqual([
      visit('Anna Łoś', '2024-05-01', null, 'Chleb żytni 1 840'),
      visit('Anna Łoś', '2024-05-02', null, 'Masło 1 990'),
    ]);
  });

  it('refuses a stated encoding that most rows contradict, and changes nothing', async () => {
    const db = openShop(null);
    await expect(
      importFile(db, fixture('polish-iso8859-2.csv'), { encoding: 'utf-8' }),
    ).rejects.toMatchObject({
      code: 'import.wrongEncoding',
    });
    expect(storedVisits(db)).toEqual([]);
  });

  it('refuses an encoding nobody knows', async () => {
    const db = openShop(null);
    await expect(importFile(db, fixture('receipts.csv'), { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'import.invalidMapping',
    });
  });
});

describe('an American export', () => {
  it('month first, am and pm, thousands by comma', async () => {
    const db = openShop(null);
    const { mapping } = await guess(fixture('american-utf8-bom.csv'));
    expect(mapping).toMatchObject({ separator: ',', decimal: '.', dateFormat: 'M/d/yyyy h:mm a' });
    // The shop counts in zloty; dollars are not quietly taken for them.
    const refused = await importFile(db, fixture('american-utf8-bom.csv'));
    expect(refused.counts).toMatchObject({ read: 3, rejected: 3 });
    expect(refused.rejectedSample.map(({ reason }) => reason)).toEqual(Array(3).fill('invalidAmount'));
    db.sqlite.exec(`UPDATE shop SET currency = 'USD'`);
    const { counts } = await importFile(db, fixture('american-utf8-bom.csv'));
    expect(counts).toMatchObject({ created: 3, rejected: 0, netMinor: 104550 + 8000 + 40000 });
    expect(storedVisits(db)).toEqual([
      visit('O"Neil, Ann', '2024-01-13', null, 'Brake pads, front 2 8000'),
      visit('Smith, John', '2024-01-05', null, 'Oil change 1 104550'),
      visit('Smith, John', '2024-02-01', null, 'Tyres 4 40000'),
    ]);
  });
});

describe('dates', () => {
  it('says when day and month could be swapped', async () => {
    const found = await guess(fixture('ambiguous-dates.csv'));
    expect(found.isDateOrderAmbiguous).toBe(true);
    expect(found.mapping.dateFormat).toBe('dd/MM/yyyy');
  });

  it('takes the order the owner states', async () => {
    const db = openShop(null);
    await importFile(db, fixture('ambiguous-dates.csv'), { dateFormat: 'MM/dd/yyyy' });
    expect(storedVisits(db).map(({ day }) => day)).toEqual(['2024-01-02', '2024-05-06', '2024-03-04']);
  });

  it('puts instants on the local day of the shop, and a skipped hour after the gap', async () => {
    const db = openShop(null);
    await importFile(db, fixture('instants.csv'));
    expect(
      db.sqlite.prepare('SELECT business_date, occurred_at_ms FROM visit ORDER BY id').raw().all(),
    ).toEqual([
      ['2024-07-01', Date.UTC(2024, 5, 30, 22, 30)],
      ['2024-07-01', Date.UTC(2024, 6, 1, 21, 59, 59)],
      ['2024-03-31', Date.UTC(2024, 2, 31, 1, 30)],
    ]);
  });
});

describe('receipts and refunds', () => {
  it('rows of one receipt, customer and day are one visit; equal rows stay two', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('receipts.csv'));
    expect(counts).toMatchObject({ read: 6, created: 6, visitsCreated: 4 });
    expect(storedVisits(db)).toEqual([
      visit('p1', '2024-01-10', '1', 'Bread 1 500', 'Butter 1 600'),
      visit('p1', '2024-01-11', '1', 'Bread 1 500'),
      visit('p1', '2024-01-11', '2', 'Bread 1 500', 'Bread 1 500'),
      visit('p2', '2024-01-10', '1', 'Bread 1 500'),
    ]);
  });

  it('a refund is negative in quantity and amount, and no occasion by itself', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('refunds.csv'));
    expect(counts.netMinor).toBe(30000 - 30000 + 5000 - 2000 - 1500);
    expect(storedVisits(db)).toEqual([
      visit('r1', '2024-01-10', 'A1', 'Coat 1 30000'),
      visit('r1', '2024-01-20', 'A2', 'Coat -1 -30000'),
      visit('r2', '2024-01-11', 'A3', 'Shirt 1 5000', 'Socks -2 -2000'),
      visit('r3', '2024-01-12', 'A4', 'Voucher -1 -1500'),
    ]);
    const occasions = db.sqlite
      .prepare(
        'SELECT external_id, occasions, net_minor FROM customer_total JOIN customer ON id = customer_id ORDER BY 1',
      )
      .raw()
      .all();
    expect(occasions).toEqual([
      ['r1', 1, 0],
      ['r2', 1, 3000],
      ['r3', 0, -1500],
    ]);
  });

  it('walk-ins have no customer; an amount of 0 is a purchase', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('walk-ins.csv'));
    expect(counts).toMatchObject({ read: 4, created: 4, customersCreated: 1, netMinor: 1700 });
    expect(storedVisits(db).map(({ customer, day }) => [customer, day])).toEqual([
      [null, '2024-04-01'],
      [null, '2024-04-01'],
      ['K1', '2024-04-01'],
      ['K1', '2024-04-02'],
    ]);
  });

  it('rejects rows without a customer where the mapping says so', async () => {
    const { counts, rejectedSample } = await importFile(openShop(null), fixture('walk-ins.csv'), {
      onMissingCustomer: 'reject',
    });
    expect(counts).toMatchObject({ created: 2, rejected: 2 });
    expect(rejectedSample[0]).toEqual({ line: 3, reason: 'missingCustomer', text: ';2024-04-01;3,50' });
  });
});

describe('layouts', () => {
  it('finds the header below a title; skips empty rows and a repeated header', async () => {
    const db = openShop(null);
    const { counts, rejectedSample } = await importFile(db, fixture('titles-and-gaps.csv'));
    expect(counts).toMatchObject({ read: 6, created: 3, skipped: 2, rejected: 1, netMinor: 6000 });
    expect(rejectedSample).toEqual([{ line: 11, reason: 'missingDate', text: 'Razem;;60,00;' }]);
  });

  it('believes the first line of Excel about the separator', async () => {
    const path = join(tempDir(), 'sep.csv');
    writeFileSync(path, 'sep=;\r\nNr klienta;Data;Kwota\r\n1;2024-01-05;12,50\r\n');
    const db = openShop(null);
    const { counts } = await importFile(db, path);
    expect(counts).toMatchObject({ read: 1, created: 1, netMinor: 1250 });
  });

  it('takes a column called a date for one, whatever stands in it: each row gets its own reason', async () => {
    const path = join(tempDir(), 'odd.csv');
    writeFileSync(path, 'Customer ID,Date,Total\n1,2024-01-05,5\n2,2999-01-01,5\n3,1850-01-01,6\n4,-,1\n');
    const db = openShop(null);
    const { counts, rejectedSample } = await importFile(db, path);
    expect(counts).toMatchObject({ read: 4, created: 1, rejected: 3 });
    expect(rejectedSample.map(({ reason }) => reason)).toEqual([
      'dateOutOfRange',
      'dateOutOfRange',
      'invalidDate',
    ]);
  });

  it('weighs in kilograms, and never a quarter of one as two hundred and fifty', async () => {
    const path = join(tempDir(), 'weights.csv');
    const rows = ['A;2024-01-05;0,250;40', 'A;2024-01-06;1,500;40', 'B;2024-01-07;2,000;32'];
    writeFileSync(path, `Klient;Data;Ilość;Cena\n${rows.join('\n')}\n`);
    const db = openShop(null);
    const { counts } = await importFile(db, path);
    expect(counts).toMatchObject({ created: 3, netMinor: 1000 + 6000 + 6400 });
  });

  it('cuts columns of fixed width whose cells hold spaces', async () => {
    const db = openShop(null);
    const { mapping } = await guess(fixture('fixed-width.txt'));
    expect(mapping).toMatchObject({ layout: 'fixed-width', widths: [18, 12, 6] });
    await importFile(db, fixture('fixed-width.txt'));
    expect(storedVisits(db).map(({ customer, lines }) => [customer, ...lines])).toEqual([
      ['Anna Nowak', '- 1 1250'],
      ['Anna Nowak', '- 1 1300'],
      ['Ewa', '- 1 1400'],
      ['Jan Maria Kos', '- 1 11000'],
    ]);
  });

  it('reads line ends of an old Mac', async () => {
    const { counts } = await importFile(openShop(null), fixture('old-mac.csv'));
    expect(counts).toMatchObject({ read: 2, created: 2 });
  });

  it('knows people by phone and by e-mail, however they are written', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, fixture('phones-and-mails.csv'));
    expect(counts).toMatchObject({ created: 4, customersCreated: 2 });
    const people = db.sqlite.prepare('SELECT phone_e164, email FROM customer ORDER BY id').raw().all();
    expect(people).toEqual([
      ['+48601234567', null],
      [null, 'anna@example.com'],
    ]);
    const again = await importFile(db, fixture('phones-and-mails.csv'));
    expect(again.counts).toMatchObject({ created: 0, unchanged: 4, customersCreated: 0 });
  });
});

describe('rows that cannot be true', () => {
  const reasons = [
    [2, 'invalidDate'],
    [3, 'missingDate'],
    [4, 'dateOutOfRange'],
    [5, 'dateOutOfRange'],
    [6, 'missingAmount'],
    [7, 'invalidAmount'],
    [8, 'invalidAmount'],
    [9, 'amountOutOfRange'],
    [10, 'invalidAmount'],
    [11, 'wrongColumnCount'],
    [12, 'wrongColumnCount'],
    [13, 'textTooLong'],
    [14, 'wrongColumnCount'],
    [15, 'invalidAmount'],
    [17, 'undecodable'],
  ];

  it('are rejected one by one, each with its line and reason; the good one is taken', async () => {
    const db = openShop(null);
    const { counts, rejectedSample } = await importFile(db, fixture('impossible-rows.csv'));
    expect(rejectedSample.map(({ line, reason }) => [line, reason])).toEqual(reasons);
    expect(counts).toMatchObject({ read: 16, created: 1, rejected: 15 });
    expect(storedVisits(db)).toEqual([visit('1', '2024-01-06', null, 'Masaż 1 10000')]);
  });

  it('look the same in the preview', async () => {
    const { mapping } = await guess(fixture('impossible-rows.csv'));
    const shop = { currency: 'PLN', timeZone: 'Europe/Warsaw' };
    const { rows, columnNames } = await previewImport(
      fixture('impossible-rows.csv'),
      mapping,
      shop,
      TODAY_MS,
    );
    expect(columnNames).toEqual(['Nr klienta', 'Data', 'Usługa', 'Kwota']);
    expect(rows.flatMap(({ line, rejection }) => (rejection === null ? [] : [[line, rejection]]))).toEqual(
      reasons,
    );
    expect(rows.find(({ line }) => line === 16)?.understood).toEqual({
      customer: { text: '1' },
      date: { day: '2024-01-06', time: null },
      amount: { amountMinor: 10000 },
      offering: { text: 'Masaż' },
      quantity: { number: 1 },
    });
  });
});

describe('mappings that do not fit', () => {
  const tryMapping = async (change: object) => {
    const path = fixture('receipts.csv');
    const { mapping } = await guess(path);
    const db = openShop(null);
    return await importRows(db, {
      path,
      mapping: { ...mapping, ...change },
      dryRun: false,
      nowMs: TODAY_MS,
    });
  };

  it.each([
    [
      'a column that is not there',
      { columns: { date: 'date', customer: 'nobody' } },
      'import.unmappedColumn',
    ],
    ['a position past the last column', { columns: { date: 'date', amount: 17 } }, 'import.unmappedColumn'],
    ['a name without a header', { header: false }, 'import.unmappedColumn'],
    ['no date', { columns: { customer: 'client_id' } }, 'import.missingColumn'],
    [
      'a price without a quantity',
      { columns: { date: 'date', unitPrice: 'amount' } },
      'import.missingColumn',
    ],
    ['half a date', { dateFormat: 'MM/yyyy' }, 'import.invalidMapping'],
    ['fixed width without widths', { layout: 'fixed-width' }, 'import.invalidMapping'],
  ])('%s', async (_, change, code) => {
    await expect(tryMapping(change)).rejects.toMatchObject({ code });
  });

  it('finds a column by its name in other letters', async () => {
    const { counts } = await tryMapping({
      columns: { date: ' DATE', customer: 'Client ID', amount: 'Amount' },
    });
    expect(counts).toMatchObject({ read: 6, created: 6 });
  });
});
