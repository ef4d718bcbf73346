/** Forgetting a person: no byte is left, the figures stay, and neither a backup nor an old file brings anybody back. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupOpenDatabase } from '../../db/backupDatabase.ts';
import { forgottenFile } from '../../db/forgotten.ts';
import type { Database } from '../../db/openDatabase.ts';
import { brokenLinks } from '../../db/repositories/changeLog.ts';
import { orderedCustomerIds } from '../../db/repositories/customerList.ts';
import { searchCustomers } from '../../db/repositories/customerSearch.ts';
import {
  ANONYMOUS_TEXTS,
  EMPTIED_TEXTS,
  ERASED_ROWS,
  OPINION_TEXTS,
} from '../../db/repositories/erasedColumns.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { insertOwnFieldTx } from '../../db/repositories/ownField.ts';
import { listPrivacyActs } from '../../db/repositories/privacyAct.ts';
import { referencesTo } from '../../db/repositories/references.ts';
import { countSummaryDifferences } from '../../db/repositories/summary.ts';
import { commitRestore, finishRestore, stageRestore } from '../../db/restoreDatabase.ts';
import { isTidyPending, tidyDatabase } from '../../db/tidyDatabase.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newUid, uidToText } from '../../db/uid.ts';
import { acquireWriterLock } from '../../db/writerLock.ts';
import { makeBackup } from '../../src-main/backups/makeBackup.ts';
import { runExport } from '../../src-main/exporting/runExport.ts';
import { listCounts } from '../../src-main/services/customerListService.ts';
import { joinHousehold, saveCard, setConsent, setInTrash } from '../../src-main/services/customerService.ts';
import { openCard } from '../../src-main/services/customerViews.ts';
import { mergeCustomers } from '../../src-main/services/mergeService.ts';
import { phoneBookOf } from '../../src-main/services/phoneBook.ts';
import {
  eraseCustomer,
  eraseForgottenAgain,
  noteDisclosure,
  personalDocument,
} from '../../src-main/services/privacyService.ts';
import { erasurePreview } from '../../src-main/services/privacyViews.ts';
import { metricsDocument } from '../../src-main/services/retentionService.ts';
import { createShop } from '../../src-main/services/shopService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { cancelVisit, recordVisit } from '../../src-main/services/visitService.ts';
import { type CustomerCard, customerListSchema } from '../../src-shared/contract/customerContract.ts';
import { visitContract } from '../../src-shared/contract/visitContract.ts';
import { NOW_MS, newDatabaseFile, open, refusal, tempDir } from '../db/support/databases.ts';
import { guess, importFile } from '../importing/support.ts';

const CARD: CustomerCard = {
  name: 'Świętosława Brzęczyszczykiewicz',
  firstName: 'Świętosława',
  lastName: 'Brzęczyszczykiewicz',
  contacts: [
    { id: null, kind: 'phone', value: '601 234 567', label: null },
    { id: null, kind: 'phone', value: '602 345 678', label: 'praca' },
    { id: null, kind: 'email', value: 'Swietoslawa@Example.com', label: null },
    { id: null, kind: 'address', value: 'ul. Zakątek 7, Łódź', label: null },
  ],
  cardNumber: 'KARTA-7781',
  birthday: '1971-03-29',
  locale: 'pl',
  source: null,
  recommendedById: null,
  customerSince: '2019-05-06',
  tags: [],
  preferences: [{ id: null, kind: 'warning', text: 'uczulona na amoniakowe farby' }],
  note: 'Mąż Zdzisław czeka w aucie',
  ownValues: [],
};
/** What no byte of the database may hold afterwards, and must hold before. */
const TRACES = [
  'Świętosława',
  'Brzęczyszczykiewicz',
  'brzeczyszczykiewicz',
  '48601234567',
  '48602345678',
  'wietoslawa@',
  'Zakątek',
  'KARTA-7781',
  '1971-03-29',
  'amoniakowe',
  'Zdzisław',
  'obcięła grzywkę za krótko',
  'czekała 40 minut',
  'PARAGON-991',
  'woli miejsce przy oknie',
] as const;

const traces = (file: string): string[] => {
  const bytes = ['', '-wal']
    .filter((suffix) => existsSync(file + suffix))
    .map((suffix) => readFileSync(file + suffix))
    .reduce((all, some) => Buffer.concat([all, some]), Buffer.alloc(0));
  return TRACES.filter((text) => bytes.includes(text, 0, 'utf8'));
};

/** A plain shop with one person who left traces wherever a shop keeps them, and somebody else beside her. */
const shopWithTraces = async () => {
  const folder = tempDir();
  const file = newDatabaseFile(null, folder);
  const db = open(file, { key: null });
  createShop(
    db,
    {
      name: 'Salon',
      trade: 'salon',
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      locale: 'pl',
      isHistoryComplete: true,
    },
    NOW_MS,
  );
  const phones = await phoneBookOf(db);
  let now = NOW_MS;
  const tick = () => {
    now += 1000;
    return now;
  };
  const csv = join(folder, 'till.csv');
  writeFileSync(
    csv,
    [
      'card number;name;phone;date;receipt;amount;note',
      'KARTA-7781;Świętosława Brzęczyszczykiewicz;601 234 567;2025-01-10;PARAGON-991;10;czekała 40 minut',
      'KARTA-2;Jan Nowak;603 456 789;2025-01-11;R-2;20;',
      '',
    ].join('\n'),
  );
  await importFile(db, csv);
  const id = (searchCustomers(db, 'KARTA-7781', 1)[0] as { id: number }).id;
  const other = (searchCustomers(db, 'KARTA-2', 1)[0] as { id: number }).id;
  const fieldId = inTransaction(db, () =>
    insertOwnFieldTx(db, { subject: 'customer', kind: 'text', name: 'Uwagi', choices: [] }, tick()),
  );
  const save = (customerId: number | null, card: Partial<CustomerCard>) =>
    saveCard(
      db,
      {
        customerId,
        uid: customerId === null ? uidToText(newUid()) : null,
        revision: null,
        card: { ...CARD, ...card },
      },
      phones,
      tick(),
    ).customerId;
  save(id, { ownValues: [{ fieldId, value: 'woli miejsce przy oknie' }] });
  save(id, { note: 'Mąż Zdzisław czeka w aucie, kawa bez cukru' });
  const twin = save(null, { cardNumber: null, contacts: [CARD.contacts[1]!], note: null });
  mergeCustomers(db, { uid: uidToText(newUid()), keptId: id, mergedId: twin, choices: {} }, tick());
  joinHousehold(db, { customerId: other, withCustomerId: id }, tick());
  setConsent(
    db,
    { customerId: id, channel: 'sms', purpose: 'marketing', isGiven: true, evidence: 'desk' },
    tick(),
  );
  const visit = (amountMinor: number, note: string | null) =>
    recordVisit(
      db,
      visitContract['visit.record'].input.parse({
        customerId: id,
        at: { date: '2026-03-13', time: null },
        note,
        lines: [{ offeringName: 'Strzyżenie', amountMinor }],
        visitUid: uidToText(newUid()),
      }),
      tick(),
    ).visitId;
  const kept = visit(5000, 'obcięła grzywkę za krótko');
  const wrong = visit(7000, null);
  cancelVisit(
    db,
    { visitId: wrong, reason: { kind: 'other', text: 'to była Świętosława, nie Jan' } },
    tick(),
  );
  inTransaction(db, () => {
    insertOpinionTx(db, {
      customerId: id,
      visitId: kept,
      businessDate: '2026-03-13',
      atMs: tick(),
      nps: 3,
      comment: 'czekała 40 minut',
      createdAtMs: tick(),
    });
    insertOpinionTx(db, {
      customerId: id,
      businessDate: '2026-03-13',
      atMs: tick(),
      comment: 'obcięła grzywkę za krótko',
      createdAtMs: tick(),
    });
    const follow = (sql: string) => db.sqlite.prepare(sql).run(newUid(tick()), id);
    follow(
      `INSERT INTO promise (uid, customer_id, text, created_at_ms) VALUES (?, ?, 'obcięła grzywkę za krótko', 1)`,
    );
    follow(
      `INSERT INTO wish (uid, customer_id, text, wished_on, created_at_ms) VALUES (?, ?, 'woli miejsce przy oknie', '2026-03-13', 1)`,
    );
    follow(
      `INSERT INTO open_case (uid, customer_id, origin, text, opened_on, created_at_ms) VALUES (?, ?, 'desk', 'czekała 40 minut', '2026-03-13', 1)`,
    );
    follow(
      `INSERT INTO appointment (uid, customer_id, on_date, note, created_at_ms) VALUES (?, ?, '2026-04-13', 'Zdzisław', 1)`,
    );
    follow(
      `INSERT INTO lapse_answer (uid, customer_id, asked_on, reason, text, created_at_ms) VALUES (?, ?, '2026-03-13', 'waiting', 'czekała 40 minut', 1)`,
    );
  });
  return { db, file, folder, csv, id, other, tick, phones };
};

const figures = (db: Database) => metricsDocument(readVisitExtract(db), { asOf: '2026-03-14' });
const checkpoint = (db: Database) => db.sqlite.pragma('wal_checkpoint(TRUNCATE)');

describe('erasing a person', () => {
  it('knows what to do with every text of every table that belongs to a person', () => {
    const db = open(newDatabaseFile());
    const tables = new Set(
      ['customer', 'visit', 'opinion', 'benefit']
        .flatMap((parent) => referencesTo(db, parent).map(({ table }) => table))
        .concat('customer'),
    );
    for (const shared of ['visit_line', 'import_batch', 'sealed_month', 'staff']) tables.delete(shared);
    const gone = new Set<string>(ERASED_ROWS);
    const texts = [...tables]
      .filter((table) => !gone.has(table))
      .flatMap((table) =>
        (
          db.sqlite.prepare(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`).all(table) as {
            name: string;
          }[]
        ).map(({ name }) => `${table}.${name}`),
      );
    const known = [
      ...Object.entries(EMPTIED_TEXTS).flatMap(([table, columns]) =>
        Object.keys(columns).map((column) => `${table}.${column}`),
      ),
      ...OPINION_TEXTS,
      ...ANONYMOUS_TEXTS,
    ];
    expect(texts.sort()).toEqual(known.sort());
  });

  it('leaves no byte of who they were, and every figure as it was', async () => {
    const { db, file, id, tick } = await shopWithTraces();
    checkpoint(db);
    // The control: the same scan finds everything before.
    expect(traces(file)).toEqual([...TRACES]);
    const before = figures(db);
    const counts = eraseCustomer(db, id, tick());
    tidyDatabase(db);
    expect(counts).toMatchObject({ cards: 2, visits: 3, opinions: 2 });
    expect(traces(file)).toEqual([]);
    expect(figures(db)).toEqual(before);
    expect(Object.values(countSummaryDifferences(db))).toEqual([0, 0, 0]);
    expect(db.sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(brokenLinks(db, 5)).toEqual([]);
    expect(listPrivacyActs(db, 10)).toMatchObject([{ act: 'erase', customerId: id, details: { cards: 2 } }]);
    expect(readFileSync(forgottenFile(file), 'utf8')).not.toMatch(/601234567|Brz/);
  });

  it('is done once, refuses a merged card, and leaves others alone', async () => {
    const { db, id, other, tick, phones } = await shopWithTraces();
    const { id: merged } = db.sqlite
      .prepare('SELECT id FROM customer WHERE merged_into_customer_id = ?')
      .get(id) as { id: number };
    expect(refusal(() => eraseCustomer(db, merged, tick())).code).toBe('erasure.merged');
    // Nobody is on the list for having been refused: the next start would erase them.
    expect(eraseForgottenAgain(db, tick())).toBe(0);
    expect(existsSync(forgottenFile(db.file))).toBe(false);
    const before = openCard(db, other, phones);
    eraseCustomer(db, id, tick());
    expect(eraseCustomer(db, id, tick()).cards).toBe(0);
    expect(listPrivacyActs(db, 10)).toHaveLength(1);
    expect({ ...openCard(db, other, phones), household: before.household }).toEqual(before);
    expect(openCard(db, other, phones).household).toEqual([]);
  });
});

describe('writing the database anew', () => {
  it('is asked for by every erasure, and done with when no byte is left', async () => {
    const { db, file, id, tick } = await shopWithTraces();
    expect(isTidyPending(db)).toBe(false);
    eraseCustomer(db, id, tick());
    expect(isTidyPending(db)).toBe(true);
    expect(tidyDatabase(db)).toBe(true);
    expect(isTidyPending(db)).toBe(false);
    expect(traces(file)).toEqual([]);
  });

  it('stays to be done while somebody reads an older moment, and after an erasure that came meanwhile', async () => {
    const { db, file, id, other, tick } = await shopWithTraces();
    const reader = open(file, { key: null, mode: 'read' });
    reader.sqlite.exec('BEGIN');
    reader.sqlite.prepare('SELECT count(*) FROM customer').get();
    eraseCustomer(db, id, tick());
    db.sqlite.pragma('busy_timeout = 50');
    expect(tidyDatabase(db)).toBe(false);
    expect(isTidyPending(db)).toBe(true);
    reader.sqlite.exec('COMMIT');
    reader.close();
    eraseCustomer(db, other, tick());
    expect(tidyDatabase(db)).toBe(true);
    expect(isTidyPending(db)).toBe(false);
    expect(traces(file)).toEqual([]);
  });
});

describe('a card that is empty', () => {
  it('is forgotten by the name that stands on it, and takes nothing in again', async () => {
    const { db, id, other, tick, phones } = await shopWithTraces();
    expect(erasurePreview(db, { customerId: id }, tick())).toMatchObject({
      name: CARD.name,
      visits: 3,
      opinions: 2,
      others: 5,
      merged: 1,
      holdings: [],
    });
    expect(refusal(() => eraseCustomer(db, id, tick(), 'Jan Nowak')).code).toBe('privacy.nameDiffers');
    expect(refusal(() => eraseCustomer(db, id, tick(), '')).code).toBe('privacy.nameDiffers');
    expect(eraseCustomer(db, id, tick(), ' swietoslawa  BRZĘCZYSZCZYKIEWICZ ').cards).toBe(2);
    const consent = { channel: 'sms', purpose: 'marketing', isGiven: true, evidence: 'desk' } as const;
    const writes = [
      () => saveCard(db, { customerId: id, uid: null, revision: null, card: CARD }, phones, tick()),
      () => setConsent(db, { customerId: id, ...consent }, tick()),
      () => joinHousehold(db, { customerId: other, withCustomerId: id }, tick()),
      () => setInTrash(db, id, false, tick()),
      () =>
        recordVisit(
          db,
          visitContract['visit.record'].input.parse({
            customerId: id,
            at: { date: '2026-03-13', time: null },
            note: null,
            lines: [{ offeringName: 'Strzyżenie', amountMinor: 100 }],
            visitUid: uidToText(newUid()),
          }),
          tick(),
        ),
      () => erasurePreview(db, { customerId: id }, tick()),
    ];
    for (const write of writes) expect(refusal(write).code).toBe('customer.forgotten');
    expect(openCard(db, id, phones)).toMatchObject({ erasedOn: '2026-03-14', occasions: 2 });
    expect(listCounts(db).inTrash).toBe(0);
  });
});

describe('a consent that is withdrawn', () => {
  const consents = (given: 'yes' | 'no') => `name;phone;sms marketing\nJan Nowak;603 456 789;${given}\n`;
  const onList = (db: Database) =>
    orderedCustomerIds(
      db,
      customerListSchema.parse({ consent: { channel: 'sms', purpose: 'marketing' } }),
      'name',
      false,
    );

  it('holds at once in the list, and is noted, whoever says it', async () => {
    const { db, folder, id, other, tick } = await shopWithTraces();
    const say = (isGiven: boolean) =>
      setConsent(
        db,
        { customerId: id, channel: 'sms', purpose: 'marketing', isGiven, evidence: 'phone' },
        tick(),
      );
    const bringIn = async (given: 'yes' | 'no') => {
      const file = join(folder, `${given}.csv`);
      writeFileSync(file, consents(given));
      await importFile(db, file, { onKnown: 'replace' });
    };
    expect(onList(db)).toEqual([id]);
    say(false);
    expect(onList(db)).toEqual([]);
    // Said twice, it is withdrawn once; given again, it is no withdrawal.
    say(false);
    say(true);
    expect(onList(db)).toEqual([id]);
    await bringIn('yes');
    expect(onList(db)).toEqual([other, id]);
    await bringIn('no');
    expect(onList(db)).toEqual([id]);
    expect(listPrivacyActs(db, 10)).toMatchObject([
      {
        act: 'withdraw',
        customerId: other,
        details: { channel: 'sms', purpose: 'marketing', by: 'import' },
      },
      { act: 'withdraw', customerId: id, details: { channel: 'sms', purpose: 'marketing', by: 'card' } },
    ]);
  });
});

describe('tables that leave the shop', () => {
  const saved = async (
    db: Database,
    folder: string,
    what: 'customers' | 'visits' | 'opinions' | 'privacyActs',
  ) => {
    const path = join(folder, `${what}.csv`);
    await runExport(db, { path, subject: { what }, format: 'csv', locale: 'pl', nowMs: NOW_MS });
    return { path, text: readFileSync(path, 'utf8') };
  };

  it('say what people allow at this moment, and bring it back', async () => {
    const { db, folder, id, tick } = await shopWithTraces();
    const column = 'Zgoda: oferty, SMS';
    const line = async () => {
      const { text } = await saved(db, folder, 'customers');
      const [head = '', ...rows] = text.trim().split('\r\n');
      expect(head).toContain(column);
      return rows.find((row) => row.includes('KARTA-7781'));
    };
    expect(await line()).toMatch(/;tak$/);
    setConsent(
      db,
      { customerId: id, channel: 'sms', purpose: 'marketing', isGiven: false, evidence: 'phone' },
      tick(),
    );
    expect(await line()).toMatch(/;nie$/);
    const { mapping } = await guess(join(folder, 'customers.csv'));
    expect(mapping.columns).toMatchObject({ marketingSms: column });
  });

  it('call whoever was forgotten so, without a number, and nobody comes of it when they are brought in', async () => {
    const { db, folder, id, tick } = await shopWithTraces();
    eraseCustomer(db, id, tick());
    const visits = await saved(db, folder, 'visits');
    expect(visits.text).toContain(';Osoba wymazana;');
    expect(visits.text).toContain('\n;Osoba wymazana;');
    expect((await saved(db, folder, 'opinions')).text).toContain(';Osoba wymazana;');
    expect((await saved(db, folder, 'customers')).text).not.toContain('wymazana');
    const register = (await saved(db, folder, 'privacyActs')).text;
    expect(register).toContain('Zapomniano osobę; zostały 3 wizyty, już niczyje');

    const empty = open(newDatabaseFile(null, tempDir()), { key: null });
    createShop(
      empty,
      {
        name: 'B',
        trade: 'salon',
        currency: 'PLN',
        timeZone: 'Europe/Warsaw',
        locale: 'pl',
        isHistoryComplete: true,
      },
      NOW_MS,
    );
    expect((await importFile(empty, visits.path)).counts).toMatchObject({ customersCreated: 1 });
    expect(searchCustomers(empty, 'Osoba', 5)).toEqual([]);
  });
});

describe('telling a person what is stored', () => {
  it('leaves nothing out, and names nobody else', async () => {
    const { db, id, tick } = await shopWithTraces();
    const document = personalDocument(db, id, tick());
    const text = JSON.stringify(document);
    // Forms to search by, made of what is told.
    const derived: readonly string[] = ['brzeczyszczykiewicz', '48602345678'];
    const said = [...TRACES.filter((trace) => !derived.includes(trace)), '602 345 678'];
    expect(said.filter((trace) => !text.includes(trace))).toEqual([]);
    expect(text).not.toContain('Nowak');
    expect(listPrivacyActs(db, 1)).toEqual([]);
    noteDisclosure(db, id, document, 'pdf', tick());
    expect(listPrivacyActs(db, 1)).toMatchObject([
      { act: 'disclose', customerId: id, details: { as: 'pdf' } },
    ]);
  });
});

describe('somebody who was forgotten', () => {
  it('is forgotten again when a backup from before is restored', async () => {
    const { db, file, folder, id, tick } = await shopWithTraces();
    const backup = join(folder, 'before.backup');
    backupOpenDatabase(db, null, backup);
    eraseCustomer(db, id, tick());

    const restored = join(tempDir(), 'shop.revino');
    copyFileSync(backup, restored);
    copyFileSync(forgottenFile(file), forgottenFile(restored));
    const again = open(restored, { key: null });
    expect(traces(restored)).toEqual([...TRACES]);
    expect(eraseForgottenAgain(again, tick())).toBe(1);
    tidyDatabase(again);
    expect(traces(restored)).toEqual([]);
    expect(eraseForgottenAgain(again, tick())).toBe(0);
    expect(listPrivacyActs(again, 10)).toMatchObject([{ act: 'eraseAgain' }]);
  });

  it('is forgotten alone where a backup still holds a merge that was taken apart before', async () => {
    const { db, file, id, other, tick, phones } = await shopWithTraces();
    const merged = mergeCustomers(
      db,
      { uid: uidToText(newUid()), keptId: other, mergedId: id, choices: {} },
      tick(),
    );
    const backup = join(tempDir(), 'before.backup');
    backupOpenDatabase(db, null, backup);
    undoChange(db, merged.changeId!, tick());
    const innocent = openCard(db, other, phones);
    eraseCustomer(db, id, tick());

    copyFileSync(forgottenFile(file), forgottenFile(backup));
    const again = open(backup, { key: null });
    expect(eraseForgottenAgain(again, tick())).toBe(1);
    tidyDatabase(again);
    expect(traces(backup)).toEqual([]);
    const kept = openCard(again, other, phones);
    expect({ ...kept, household: [], revision: '' }).toEqual({ ...innocent, household: [], revision: '' });
  });

  it('is forgotten on a bare machine too: the list lies with the backups', async () => {
    const { db, file, id, tick } = await shopWithTraces();
    const stick = tempDir();
    const backUp = (nowMs: number) =>
      makeBackup(file, null, {
        places: [{ placeId: 'own', folder: stick, mark: null }],
        nowMs,
        checksLive: false,
      });
    const before = backUp(tick()).places[0]!.backupFile!;
    eraseCustomer(db, id, tick());
    backUp(tick() + 86_400_000);

    const bare = join(tempDir(), 'shop.revino');
    stageRestore({ backupFile: before, key: null, file: bare });
    commitRestore(bare, null, tick());
    const lock = acquireWriterLock(bare);
    finishRestore(bare, lock);
    lock.release();
    const restored = open(bare, { key: null });
    expect(traces(bare)).toEqual([...TRACES]);
    expect(eraseForgottenAgain(restored, tick())).toBe(1);
    tidyDatabase(restored);
    expect(traces(bare)).toEqual([]);
  });

  it('is not brought back by the old file: known rows stay as they are, new ones are nobody’s', async () => {
    const { db, file, folder, csv, id, tick } = await shopWithTraces();
    eraseCustomer(db, id, tick());
    tidyDatabase(db);
    expect((await importFile(db, csv)).counts).toMatchObject({
      created: 0,
      unchanged: 2,
      customersCreated: 0,
    });
    const later = join(folder, 'later.csv');
    writeFileSync(
      later,
      [
        'card number;name;phone;date;receipt;amount;note',
        'KARTA-7781;Świętosława Brzęczyszczykiewicz;601 234 567;2025-02-10;PARAGON-991;30;czekała 40 minut',
        ';Brzęczyszczykiewicz Świętosława;;2025-02-11;;40;',
        ';Swietoslawa B.;602 345 678;2025-02-12;;50;',
        '',
      ].join('\n'),
    );
    expect((await importFile(db, later)).counts).toMatchObject({ created: 3, customersCreated: 0 });
    const people = join(folder, 'people.csv');
    writeFileSync(
      people,
      'name;phone;e-mail;birthday\nŚwiętosława B;;swietoslawa@example.com;\nŚwiętosława Brzęczyszczykiewicz;;;1971-03-29\nEwa Lis;604 567 890;;\n',
    );
    const { counts, rejectedSample } = await importFile(db, people);
    expect(counts).toMatchObject({ created: 1, rejected: 2 });
    expect(rejectedSample.map(({ reason }) => reason)).toEqual(['forgotten', 'forgotten']);
    checkpoint(db);
    expect(traces(file)).toEqual([]);
  });

  it('may come again, and is then found by the new card', async () => {
    const { db, folder, id, tick, phones } = await shopWithTraces();
    eraseCustomer(db, id, tick());
    const { customerId } = saveCard(
      db,
      { customerId: null, uid: uidToText(newUid()), revision: null, card: { ...CARD, ownValues: [] } },
      phones,
      tick(),
    );
    const file = join(folder, 'again.csv');
    writeFileSync(file, 'card number;date;amount\nKARTA-7781;2025-02-10;30\n');
    await importFile(db, file);
    expect(openCard(db, customerId, phones)).toMatchObject({ occasions: 1, netMinor: 3000 });
  });

  it('stays on the list when the list is damaged: nothing is erased or imported before it is back', async () => {
    const { db, file, csv, id, other, tick } = await shopWithTraces();
    eraseCustomer(db, id, tick());
    writeFileSync(forgottenFile(file), '{"version":1,"marks":["so');
    expect(refusal(() => eraseCustomer(db, other, tick())).code).toBe('privacy.listDamaged');
    await expect(importFile(db, csv)).rejects.toMatchObject({ code: 'privacy.listDamaged' });
  });
});
