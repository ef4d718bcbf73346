/** Lists of customers, opinions and prices: what each row becomes, whom it means, what the same file does again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { indexPeopleTx } from '../../db/repositories/importLookup.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  importFile as importRows,
  type RejectedFileShape,
  type RejectedRow,
} from '../../src-main/importing/importFile.ts';
import { rejectedCsvHeader, rejectedCsvLine } from '../../src-main/importing/rejectedCsv.ts';
import type { Difference, Mapping } from '../../src-shared/contract/importContract.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { openShop, tempDir } from '../db/support/databases.ts';
import { guess, importFile, TODAY_MS } from './support.ts';

const write = (lines: readonly string[], name = 'list.csv', folder = tempDir()): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const rows = (db: Database, sql: string): unknown[] => db.sqlite.prepare(sql).raw().all();

const expectSound = (db: Database): void => {
  expect(checkDatabase({ file: db.file, key: null, depth: 'full' }).problems).toEqual([]);
};

const person = (db: Database, details: Omit<Parameters<typeof insertCustomerTx>[1], 'createdAtMs'>): number =>
  inTransaction(db, () => insertCustomerTx(db, { ...details, createdAtMs: TODAY_MS }));

const CUSTOMERS = [
  'Nr klienta;Imię i nazwisko;Telefon;E-mail;Data urodzenia;Klient od;Nr karty;Etykiety;Źródło;Polecony przez;Adres;Uwagi;Język;Zgoda SMS;Zgoda email',
  '17;Anna Nowak;601 234 567, 22 123 45 67;Anna@Example.PL;12.03.1980;2019-05-01;K1;VIP, stały;ulotka;;"ul. Długa 3',
  '00-001 Warszawa";woli rano;polski;tak;nie',
  ';Jan Kowalski;602 333 444;;31.02.1970;;K2;;;17;;;;nie;',
  '18;Ewa Zając;brak;ewa@x;;;;;;Anna Nowak;;;;może;',
  ';;;;;;;;;;;;;;',
  ';Sama Nazwa;;;;;;;;;;;;;',
];

describe('a list of customers', () => {
  it('becomes cards with everything that hangs on them', async () => {
    const db = openShop(null);
    const path = write(CUSTOMERS);
    expect((await guess(path)).mapping.kind).toBe('customers');
    const result = await importFile(db, path);
    expect(result.counts).toMatchObject({
      read: 5,
      created: 4,
      skipped: 1,
      rejected: 0,
      customersCreated: 4,
    });
    expect(result.leftOut.sample).toEqual([
      { line: 4, field: 'birthday', text: '31.02.1970' },
      { line: 5, field: 'marketingSms', text: 'może' },
    ]);
    expect(
      rows(
        db,
        `SELECT external_id, display_name, phone_e164, email, birthday, customer_since, card_number, source, note, locale
         FROM customer ORDER BY id`,
      ),
    ).toEqual([
      [
        '17',
        'Anna Nowak',
        '+48601234567',
        'anna@example.pl',
        '1980-03-12',
        '2019-05-01',
        'K1',
        'ulotka',
        'woli rano',
        'pl',
      ],
      [null, 'Jan Kowalski', '+48602333444', null, null, null, 'K2', null, null, null],
      ['18', 'Ewa Zając', null, 'ewa@x', null, null, null, null, null, null],
      [null, 'Sama Nazwa', null, null, null, null, null, null, null, null],
    ]);
    expect(rows(db, 'SELECT customer_id, kind, value, normalised FROM customer_contact ORDER BY id')).toEqual(
      [
        [1, 'phone', '+48221234567', '+48221234567'],
        [1, 'address', 'ul. Długa 3\n00-001 Warszawa', null],
        [3, 'phone', 'brak', null],
      ],
    );
    expect(
      rows(db, 'SELECT customer_id, channel, purpose, is_given, evidence FROM customer_consent'),
    ).toEqual([[1, 'sms', 'marketing', 1, 'list.csv']]);
    expect(
      rows(db, 'SELECT customer_id, name FROM customer_tag JOIN tag ON tag.id = tag_id ORDER BY name'),
    ).toEqual([
      [1, 'VIP'],
      [1, 'stały'],
    ]);
    expect(
      rows(
        db,
        'SELECT id, recommended_by_customer_id FROM customer WHERE recommended_by_customer_id IS NOT NULL',
      ),
    ).toEqual([
      [2, 1],
      [3, 1],
    ]);
    const again = await importFile(db, path);
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 4, customersCreated: 0 });
    expectSound(db);
  });

  it('finds a recommender who stands further down, and says so when there is none', async () => {
    const db = openShop(null);
    const { counts, leftOut } = await importFile(
      db,
      write([
        'Name;Phone;Recommended by',
        'Anna Nowak;601234567;Jan Kowalski',
        'Jan Kowalski;602333444;nobody',
      ]),
    );
    expect(counts.created).toBe(2);
    expect(rows(db, 'SELECT recommended_by_customer_id FROM customer ORDER BY id')).toEqual([[2], [null]]);
    expect(leftOut.sample).toEqual([{ line: 3, field: 'recommendedBy', text: 'nobody' }]);
  });

  it('counts a card as changed when only its recommender was found late', async () => {
    const db = openShop(null);
    await importFile(db, write(['Name;Phone', 'Anna Nowak;601234567']));
    const { counts } = await importFile(
      db,
      write(['Name;Phone;Recommended by', 'Anna Nowak;601234567;Jan Kowalski', 'Jan Kowalski;602333444;']),
    );
    expect(counts).toMatchObject({ read: 2, created: 1, updated: 1, unchanged: 0 });
  });
});

describe('what becomes of values that are there', () => {
  const setUp = () => {
    const db = openShop(null);
    person(db, {
      displayName: 'Anna Nowak',
      phoneE164: '+48601234567',
      email: 'old@x.pl',
      note: null,
      birthday: '1980-03-12',
    });
    return db;
  };
  const path = () =>
    write(['Name;Phone;Email;Notes;Birthday;Card number', 'Anna Nowak;601234567;new@x.pl;likes tea;;K7']);

  it("'fill' keeps them and fills what is empty", async () => {
    const db = setUp();
    const { counts, recognised } = await importFile(db, path(), { onKnown: 'fill' });
    expect(counts).toMatchObject({ updated: 1, created: 0 });
    expect(recognised).toEqual({ phone: 1 });
    expect(rows(db, 'SELECT email, note, birthday, card_number FROM customer')).toEqual([
      ['old@x.pl', 'likes tea', '1980-03-12', 'K7'],
    ]);
    // The other address is not lost: it is one more.
    expect(rows(db, 'SELECT kind, value FROM customer_contact')).toEqual([['email', 'new@x.pl']]);
  });

  it("'replace' takes those of the file, and an empty cell takes nothing away", async () => {
    const db = setUp();
    await importFile(db, path(), { onKnown: 'replace' });
    expect(rows(db, 'SELECT email, note, birthday, card_number FROM customer')).toEqual([
      ['new@x.pl', 'likes tea', '1980-03-12', 'K7'],
    ]);
    expect((await importFile(db, path(), { onKnown: 'replace' })).counts).toMatchObject({ unchanged: 1 });
  });

  it('a dry run says all of it before, field by field', async () => {
    const db = setUp();
    const { mapping } = await guess(path());
    const said: [string, Difference][] = [];
    await importRows(
      db,
      { path: path(), mapping: { ...mapping, onKnown: 'fill' }, dryRun: true, nowMs: TODAY_MS },
      { onDifference: (outcome, difference) => said.push([outcome, structuredClone(difference)]) },
    );
    expect(said).toEqual([
      [
        'updated',
        {
          line: 2,
          title: 'Anna Nowak',
          recognisedBy: 'phone',
          rejection: null,
          fields: [
            { field: 'cardNumber', before: null, after: { text: 'K7' }, isKept: false },
            { field: 'note', before: null, after: { text: 'likes tea' }, isKept: false },
            { field: 'email', before: { text: 'old@x.pl' }, after: { text: 'new@x.pl' }, isKept: true },
            { field: 'email2', before: null, after: { text: 'new@x.pl' }, isKept: false },
          ],
        },
      ],
    ]);
    expect(rows(db, 'SELECT note FROM customer')).toEqual([[null]]);
  });

  it('a consent that was withdrawn here is given by no file that only fills', async () => {
    const db = openShop(null);
    const id = person(db, { displayName: 'Anna', cardNumber: 'K1' });
    db.sqlite
      .prepare(
        `INSERT INTO customer_consent (uid, customer_id, channel, purpose, is_given, at_ms) VALUES (randomblob(16), ?, 'sms', 'marketing', 0, 1)`,
      )
      .run(id);
    const file = write(['Card number;Name;Marketing SMS', 'K1;Anna;yes']);
    expect((await importFile(db, file)).counts).toMatchObject({ unchanged: 1 });
    expect((await importFile(db, file, { onKnown: 'replace' })).counts).toMatchObject({ updated: 1 });
    expect(rows(db, 'SELECT is_given FROM customer_consent ORDER BY id')).toEqual([[0], [1]]);
  });
});

describe('whom a row means', () => {
  const HEADER = 'Customer number;Card number;Name;Phone;Email;Birthday';
  const shop = () => {
    const db = openShop(null);
    person(db, { displayName: 'Anna Nowak', externalId: '17', phoneE164: '+48601234567' });
    person(db, { displayName: 'Jan Kowalski', cardNumber: 'K2', email: 'jan@x.pl', birthday: '1970-01-31' });
    const piotr = person(db, { displayName: 'Piotr Lis' });
    db.sqlite
      .prepare(
        `INSERT INTO customer_contact (customer_id, kind, value, normalised, created_at_ms) VALUES (?, 'phone', '603', '+48603000111', 1)`,
      )
      .run(piotr);
    return db;
  };
  it.each([
    ['17;;;;;', 'unchanged', { externalId: 1 }],
    [';K2;;;;', 'unchanged', { cardNumber: 1 }],
    // A till's customer number often is the number of the card.
    ['K2;;;;;', 'updated', { cardNumber: 1 }],
    [';;Nowak Anna;+48 601-234-567;;', 'unchanged', { phone: 1 }],
    [';;A. Nowak;601234567;;', 'unchanged', { phone: 1 }],
    [';;Piotr Lis;603 000 111;;', 'updated', { phone: 1 }],
    [';;Jan Kowalski;;JAN@x.pl;', 'unchanged', { email: 1 }],
    [';;KOWALSKI JAN;;;31.01.1970', 'unchanged', { nameAndBirthday: 1 }],
    // The child on the mother's phone is another person, and so is a namesake of another day.
    [';;Zofia Nowak;601234567;;', 'created', {}],
    [';;Jan Kowalski;;;01.02.1999', 'created', {}],
    // A name alone is nobody's.
    [';;Anna Nowak;;;', 'created', {}],
    // Another number of the other program is another person, unless the whole name says that it is one.
    ['99;;;601234567;;', 'created', {}],
    ['99;;Anna Nowak;601234567;;', 'unchanged', { phone: 1 }],
  ] as const)('%s: %s', async (row, outcome, recognised) => {
    const db = shop();
    const result = await importFile(db, write([HEADER, row]), {
      kind: 'customers',
      dateFormat: 'dd.MM.yyyy',
    });
    expect(result.counts).toMatchObject({ read: 1, [outcome]: 1 });
    expect(result.recognised).toEqual(recognised);
    if (outcome === 'created') expect(result.possibleDuplicates.count).toBe(1);
    expectSound(db);
  });

  it.each([';;;601234567;jan@x.pl;', '17;K2;;;;'])('%s: two people, so nobody', async (row) => {
    const db = shop();
    const result = await importFile(db, write([HEADER, row]), {
      kind: 'customers',
      dateFormat: 'dd.MM.yyyy',
    });
    expect(result.counts).toMatchObject({ read: 1, rejected: 1, created: 0 });
    expect(result.rejectedSample[0]).toMatchObject({ line: 2, reason: 'conflictingPerson' });
  });

  it('a sale of two people is nobody’s either', async () => {
    const db = shop();
    const { counts, rejectedSample } = await importFile(
      db,
      write([
        'Phone;Email;Date;Amount',
        '601234567;jan@x.pl;2026-01-05;10.00',
        '601234567;;2026-01-05;10.00',
      ]),
    );
    expect(counts).toMatchObject({ read: 2, created: 1, rejected: 1, customersCreated: 0 });
    expect(rejectedSample[0]?.reason).toBe('conflictingPerson');
  });

  it('a sale with nothing but a name means the card that such a sale made, whatever is known of it by now', async () => {
    const db = shop();
    const sale = (day: number) => write(['Name;Date;Amount', `Anna Nowak;2026-01-0${day};10.00`]);
    const first = await importFile(db, sale(5));
    expect(first.counts.customersCreated).toBe(1);
    expect(first.possibleDuplicates).toMatchObject({ count: 1, sample: [{ line: 2, customerId: 1 }] });
    db.sqlite.exec(`UPDATE customer SET phone_e164 = '+48609000000' WHERE id = 4`);
    const second = await importFile(db, sale(6));
    expect(second.counts).toMatchObject({ customersCreated: 0, created: 1 });
    expect(rows(db, 'SELECT customer_id, count(*) FROM visit GROUP BY 1')).toEqual([[4, 2]]);
  });

  it('a sale by number fills the card that the desk made by phone', async () => {
    const db = openShop(null);
    person(db, { displayName: 'Anna Nowak', phoneE164: '+48601234567' });
    const { counts } = await importFile(
      db,
      write([
        'Customer no;Name;Phone;Date;Amount',
        '17;Anna Nowak;601234567;2026-01-05;10.00',
        '17;;;2026-01-06;5.00',
      ]),
    );
    expect(counts).toMatchObject({ customersCreated: 0, created: 2 });
    expect(rows(db, 'SELECT external_id FROM customer')).toEqual([['17']]);
  });
});

it('people are looked up by e-mail and birthday with an index, which no database keeps', () => {
  const db = openShop(null);
  const planOf = (where: string) =>
    JSON.stringify(db.sqlite.prepare(`EXPLAIN QUERY PLAN SELECT id FROM customer WHERE ${where}`).all('x'));
  const names = () =>
    db.sqlite.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'import_%_index'`).all();
  const before = names();
  inTransaction(db, () => {
    const takeAwayTx = indexPeopleTx(db);
    expect(planOf('lower(email) = ?')).toContain('import_email_index');
    expect(planOf('birthday = ?')).toContain('import_birthday_index');
    takeAwayTx();
  });
  expect(names()).toEqual(before);
});

describe('a list of opinions', () => {
  const PATH = [
    'Data;Nr klienta;NPS;Ocena;CES;Komentarz;Kanał',
    '05.01.2026 10:30;17;9;5/5;7;super;SMS',
    '05.01.2026;17;11;;;;',
    '05.01.2026;;;0;;;',
    '05.01.2026;;;;8;;',
    '05.01.2026;;dziewięć;;;;',
    '05.01.2026;;;;;;SMS',
    '06.01.2026;;;;;anonim;',
  ];
  it('keeps what is on its scale and refuses what is not', async () => {
    const db = openShop(null);
    const path = write(PATH);
    expect((await guess(path)).mapping.kind).toBe('opinions');
    const { counts, rejectedSample } = await importFile(db, path);
    expect(counts).toMatchObject({ read: 7, created: 2, rejected: 5, customersCreated: 1 });
    expect(rejectedSample.map(({ reason }) => reason)).toEqual([
      'offScale',
      'offScale',
      'offScale',
      'invalidScore',
      'missingOpinion',
    ]);
    expect(
      rows(
        db,
        'SELECT customer_id, business_date, nps, csat, ces, comment, channel FROM opinion ORDER BY id',
      ),
    ).toEqual([
      [1, '2026-01-05', 9, 5, 7, 'super', 'SMS'],
      [null, '2026-01-06', null, null, null, 'anonim', null],
    ]);
    expect((await importFile(db, path)).counts).toMatchObject({ created: 0, unchanged: 2 });
    expect((await importFile(db, path, { onMissingCustomer: 'reject' })).counts).toMatchObject({
      rejected: 7 - 1,
    });
    expectSound(db);
  });
});

describe('a price list', () => {
  const LIST = [
    'Usługa;Kategoria;Cena;VAT;Koszt;Co ile dni',
    'Strzyżenie;Włosy;120,00;23%;30,50;6 tyg.',
    'Koloryzacja;Włosy;1 250,00 zł;8;;',
    'Szampon;;brak;zw.;;co jakiś czas',
    ';Włosy;10,00;;;',
  ];
  it('becomes offerings, and the same list again changes nothing', async () => {
    const db = openShop(null);
    const path = write(LIST);
    expect((await guess(path)).mapping.kind).toBe('offerings');
    const { counts, leftOut } = await importFile(db, path);
    expect(counts).toMatchObject({ read: 4, created: 3, rejected: 1 });
    expect(leftOut.sample.map(({ field }) => field)).toEqual(['price', 'tax', 'plannedInterval']);
    expect(
      rows(
        db,
        `SELECT offering.name, category.name, price_minor, tax_rate_basis_points, cost_minor, planned_interval_days
         FROM offering LEFT JOIN category ON category.id = category_id ORDER BY offering.id`,
      ),
    ).toEqual([
      ['Strzyżenie', 'Włosy', 12000, 2300, 3050, 42],
      ['Koloryzacja', 'Włosy', 125000, 800, null, null],
      ['Szampon', null, null, null, null, null],
    ]);
    expect((await importFile(db, path)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const dearer = write(['Usługa;Cena', 'STRZYZENIE;150,00']);
    expect((await importFile(db, dearer, { kind: 'offerings' })).counts).toMatchObject({ unchanged: 1 });
    expect((await importFile(db, dearer, { kind: 'offerings', onKnown: 'replace' })).counts).toMatchObject({
      updated: 1,
    });
    expect(rows(db, 'SELECT name, price_minor FROM offering WHERE id = 1')).toEqual([['Strzyżenie', 15000]]);
  });
});

describe('lines of visits', () => {
  it('have their own staff, discount and category', async () => {
    const db = openShop(null);
    await importFile(
      db,
      write([
        'Nr klienta;Data;Paragon;Usługa;Kategoria;Ilość;Cena;Rabat;Pracownik',
        '1;2026-01-05;7;Strzyżenie;Włosy;1;100,00;10%;Ewa',
        '1;2026-01-05;7;Szampon;Towary;2;30,00;5,00;Iza',
        '1;2026-01-05;7;Szampon;Towary;-1;30,00;;Ewa',
      ]),
    );
    expect(
      rows(
        db,
        `SELECT offering.name, amount_minor, quantity_thousandths, discount_minor, staff.name FROM visit_line
         JOIN offering ON offering.id = offering_id LEFT JOIN staff ON staff.id = visit_line.staff_id ORDER BY visit_line.id`,
      ),
    ).toEqual([
      ['Strzyżenie', 9000, 1000, 1000, null],
      ['Szampon', 5500, 2000, 500, 'Iza'],
      ['Szampon', -3000, -1000, null, null],
    ]);
    expect(rows(db, 'SELECT staff.name FROM visit JOIN staff ON staff.id = staff_id')).toEqual([['Ewa']]);
    expectSound(db);
  });
});

describe('the file of rejected rows', () => {
  const rejectedFile = async (db: Database, path: string, change: Partial<Mapping> = {}) => {
    const { mapping } = await guess(path);
    const words = wordsFor('pl');
    let text = '';
    const add = (row: RejectedRow, shape: RejectedFileShape) => {
      if (text === '') text = rejectedCsvHeader(shape, words);
      text += rejectedCsvLine(row, shape, words);
    };
    await importRows(
      db,
      { path, mapping: { ...mapping, ...change }, dryRun: false, nowMs: TODAY_MS },
      { onRejected: add },
    );
    return text;
  };

  it('is corrected and brought in again, with the columns it had', async () => {
    const db = openShop(null);
    const path = write([
      'Nr klienta;Data;Usługa;Kwota',
      '1;05.01.2026;=Strzyżenie;100,00',
      '2;31.02.2026;"Kolor; pasemka";-50,00',
      '3;06.01.2026;Czesanie;abc',
    ]);
    const text = await rejectedFile(db, path);
    expect(text).toContain(`"3";"06.01.2026";"Czesanie";"abc";"4"`);
    const corrected = join(tempDir(), 'poprawione.csv');
    writeFileSync(corrected, text.replace('31.02.2026', '28.02.2026').replace('"abc"', '"60,00"'));
    const { counts } = await importFile(db, corrected);
    expect(counts).toMatchObject({ read: 2, created: 2, rejected: 0, netMinor: 1000 });
    expect(rows(db, 'SELECT name FROM offering ORDER BY id')).toEqual([
      ['=Strzyżenie'],
      ['Kolor; pasemka'],
      ['Czesanie'],
    ]);
    expect(readFileSync(corrected).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('also of a file without a header', async () => {
    const db = openShop(null);
    const good = Array.from({ length: 30 }, (_, i) => `${i % 7};05.01.2026;1${i},50`);
    const path = write([...good, '3;99.01.2026;30,50', '4;98.01.2026;10,00']);
    const text = await rejectedFile(db, path);
    const corrected = join(tempDir(), 'poprawione.csv');
    writeFileSync(corrected, text.replace('99.01.2026', '09.01.2026').replace('98.01.2026', '08.01.2026'));
    const { counts } = await importFile(db, corrected);
    expect(counts).toMatchObject({ read: 2, created: 2, netMinor: 4050 });
  });
});

describe('cells of which nothing can be seen', () => {
  it('are empty cells: no source, category, member of staff or tag without a name, and no row lost by them', async () => {
    const db = openShop(null);
    const customers = write([
      'Name;Phone;Source;Tags;Note',
      'Anna;601234567;\u0301;VIP, \u0301;\u200b',
      '\u200b;602234567;\u202e;\u0301;x',
    ]);
    const { counts } = await importFile(db, customers);
    expect(counts).toMatchObject({ read: 2, created: 2, rejected: 0 });
    expect(rows(db, 'SELECT display_name, source, note FROM customer ORDER BY id')).toEqual([
      ['Anna', null, null],
      ['+48602234567', null, 'x'],
    ]);
    expect(rows(db, 'SELECT name FROM tag')).toEqual([['VIP']]);
    const visits = write(
      ['Customer;Date;Amount;Service;Category;Staff', 'Anna;2026-01-05;10.00;\u0301;\u0301;\u0301'],
      'visits.csv',
    );
    expect((await importFile(db, visits)).counts).toMatchObject({ read: 1, rejected: 0, visitsCreated: 1 });
    expect(rows(db, 'SELECT count(*) FROM staff')).toEqual([[0]]);
    expectSound(db);
  });
});
