/** Imports repeated, overlapped, shuffled and taken back, over the whole content of the database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tableNames } from '../../db/backupDatabase.ts';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { insertCustomerTx, updateCustomerTx } from '../../db/repositories/customer.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { importFile } from '../../src-main/importing/importFile.ts';
import { undoImport } from '../../src-main/importing/undoImport.ts';
import type { ImportResult, Mapping } from '../../src-shared/contract/importContract.ts';
import { openShop } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import { TODAY_MS } from './support.ts';

/** Of what was brought in and taken back: notes that it was, not what it brought. */
const NOTES = ['import_batch', 'change_log', 'undo_value', 'setting', 'privacy_act'];

/** Every row of every table but those; identities are random and times of making differ. */
const contentOf = (db: Database, leftOut: readonly string[] = []): string =>
  JSON.stringify(
    tableNames(db.sqlite)
      .filter((name) => !NOTES.includes(name) && !leftOut.includes(name))
      .map((name) => [
        name,
        (db.sqlite.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]).map(
          ({ uid: _uid, created_at_ms: _made, import_batch_id: _batch, at_ms: _at, ...row }) => row,
        ),
      ]),
    null,
    1,
  );

const schemaOf = (db: Database): unknown =>
  db.sqlite.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();

const expectSound = (db: Database): void => {
  expect(checkDatabase({ file: db.file, key: null, depth: 'full' }).problems).toEqual([]);
};

const HEADERS = {
  visits: 'customer;name;phone;date;receipt;offering;category;quantity;amount;staff;source',
  customers: 'customer;name;phone;phone2;email;birthday;tags;source;note;address;cardNumber;marketingSms',
  opinions: 'customer;phone;date;nps;csat;comment;staff',
  offerings: 'name;category;price;plannedInterval',
} as const;
type Kind = keyof typeof HEADERS;

const FIELD_OF: Readonly<Record<string, string>> = { name: 'customerName' };

const mappingOf = (kind: Kind, onKnown: Mapping['onKnown']): Mapping => ({
  kind,
  layout: 'delimited',
  separator: ';',
  encoding: 'auto',
  header: true,
  dateFormat: 'yyyy-MM-dd',
  decimal: '.',
  onMissingCustomer: 'walk-in',
  onKnown,
  columns: Object.fromEntries(
    HEADERS[kind].split(';').map((name, at) => [kind === 'offerings' ? name : (FIELD_OF[name] ?? name), at]),
  ),
});

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'revino-undo-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

interface List {
  readonly kind: Kind;
  readonly rows: readonly string[];
  readonly onKnown: 'fill' | 'replace';
}

const bringIn = (db: Database, { kind, rows, onKnown }: List, where: string): Promise<ImportResult> => {
  const path = join(where, `${kind}.csv`);
  writeFileSync(path, [HEADERS[kind], ...rows, ''].join('\n'));
  return importFile(db, { path, mapping: mappingOf(kind, onKnown), dryRun: false, nowMs: TODAY_MS });
};

// A handful of people, so that files meet: the same number, telephone or name in several of them.
const PEOPLE = [
  ['1', 'Anna Nowak', '601000001', 'anna@x.pl', '1980-03-12', 'K1'],
  ['2', 'Jan Kowalski', '601000002', 'jan@x.pl', '1970-01-31', 'K2'],
  ['', 'Ewa Lis', '601000003', '', '1990-05-05', ''],
  ['', 'Zofia Nowak', '601000001', '', '2012-06-06', ''],
  ['', 'Ola Sama', '', '', '', ''],
  ['9', '', '', '', '', ''],
] as const;
const someone = fc.constantFrom(...PEOPLE);
const pick = <T extends string>(...values: T[]) => fc.constantFrom(...values);
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`);

const visitRow = fc
  .tuple(
    someone,
    day,
    pick('', '', '7', '8'),
    pick('', 'Tea', 'Cut'),
    pick('', 'Hair'),
    pick('1', '2', '-1'),
    fc.integer({ min: 0, max: 900 }),
    pick('', 'Ewa', 'Iza'),
    pick('', 'leaflet', 'web'),
    fc.boolean(),
  )
  .map(([who, on, receipt, offering, category, quantity, amount, staff, source, isWalkIn]) =>
    [
      ...(isWalkIn ? ['', '', ''] : who.slice(0, 3)),
      on,
      receipt,
      offering,
      category,
      quantity,
      (amount / 100).toFixed(2),
      staff,
      source,
    ].join(';'),
  );
const customerRow = fc
  .tuple(
    someone,
    pick('', '602111222', 'unknown'),
    pick('', 'VIP', 'VIP, regular'),
    pick('', 'leaflet', 'friend'),
    pick('', 'tea', 'coffee'),
    pick('', 'Long St 3', 'Short St 1'),
    pick('', 'yes', 'no'),
    fc.boolean(),
  )
  .map(([[number, name, phone, email, birthday, card], phone2, tags, source, note, address, sms, isFull]) =>
    [
      number,
      name,
      phone,
      phone2,
      isFull ? email : '',
      isFull ? birthday : '',
      tags,
      source,
      note,
      address,
      isFull ? card : '',
      sms,
    ].join(';'),
  )
  .filter((row) => !row.startsWith(';;;;'));
const opinionRow = fc
  .tuple(someone, day, pick('', '0', '9', '10'), pick('1', '5'), pick('', 'good'), pick('', 'Ewa'))
  .map(([who, on, nps, csat, comment, staff]) => [who[0], who[2], on, nps, csat, comment, staff].join(';'));
const offeringRow = fc
  .tuple(pick('Tea', 'Cut', 'Colour'), pick('', 'Hair', 'Drinks'), pick('', '10.00', '12.50'), pick('', '42'))
  .map((cells) => cells.join(';'));

const rowsOf = { visits: visitRow, customers: customerRow, opinions: opinionRow, offerings: offeringRow };
const list = (most = 12): fc.Arbitrary<List> =>
  fc.constantFrom<Kind>('visits', 'customers', 'opinions', 'offerings').chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      rows: fc.array(rowsOf[kind], { minLength: 1, maxLength: most }),
      onKnown: fc.constantFrom<'fill' | 'replace'>('fill', 'replace'),
    }),
  );

/** A shop that has lived: a card and a visit of the desk that still waits for its amount. */
const livedShop = (): Database => {
  const db = openShop(null);
  inTransaction(db, () => {
    const customerId = insertCustomerTx(db, {
      displayName: 'Jan Kowalski',
      phoneE164: '+48601000002',
      note: 'by hand',
      createdAtMs: TODAY_MS,
    });
    const visit = { businessDate: '2026-01-03', source: 'desk', createdAtMs: TODAY_MS } as const;
    recordVisitTx(db, { ...visit, customerId, occurredAtMs: Date.UTC(2026, 0, 3, 10) }, []);
  });
  return db;
};

const OPTIONS = { numRuns: runs(10) };

describe('any list', () => {
  it('brought in and taken back leaves everything as it was; then brought in again gives the same', async () => {
    const where = folder();
    await fc.assert(
      fc.asyncProperty(list(), list(), async (first, second) => {
        const db = livedShop();
        try {
          await bringIn(db, first, where);
          const before = contentOf(db);
          const schema = schemaOf(db);
          const { batchId } = await bringIn(db, second, where);
          const after = contentOf(db);
          if (batchId === null) return;
          const { kept } = await undoImport(db, { batchId, nowMs: TODAY_MS + 1 });
          expect(kept).toEqual({ count: 0, sample: [] });
          expect(contentOf(db)).toBe(before);
          expect(schemaOf(db)).toEqual(schema);
          expectSound(db);
          await bringIn(db, second, where);
          expect(contentOf(db)).toBe(after);
        } finally {
          db.close();
        }
      }),
      OPTIONS,
    );
  });

  it('two lists are taken back in either order', async () => {
    const where = folder();
    await fc.assert(
      fc.asyncProperty(list(), list(), fc.boolean(), async (first, second, isLastFirst) => {
        const db = livedShop();
        try {
          const before = contentOf(db);
          const batches = [await bringIn(db, first, where), await bringIn(db, second, where)].flatMap(
            ({ batchId }) => (batchId === null ? [] : [batchId]),
          );
          let kept = 0;
          for (const batchId of isLastFirst ? batches.toReversed() : batches) {
            kept += (await undoImport(db, { batchId, nowMs: TODAY_MS + 1 })).kept.count;
          }
          // What the second list used stays when the first goes; the last one in goes clean.
          if (isLastFirst) expect(kept).toBe(0);
          if (kept === 0) expect(contentOf(db)).toBe(before);
          expectSound(db);
        } finally {
          db.close();
        }
      }),
      OPTIONS,
    );
  });

  it('brought in twice changes nothing the second time', async () => {
    const where = folder();
    await fc.assert(
      fc.asyncProperty(list(), async (drawn) => {
        // A file that contradicts itself has no last word when it replaces.
        const any = drawn.rows.length === 1 ? drawn : { ...drawn, onKnown: 'fill' as const };
        const db = livedShop();
        try {
          const first = await bringIn(db, any, where);
          const settled = contentOf(db, ['import_change']);
          const again = await bringIn(db, any, where);
          expect(again.counts).toMatchObject({ created: 0, updated: 0, customersCreated: 0 });
          expect(again.counts.read).toBe(first.counts.read);
          expect(contentOf(db, ['import_change'])).toBe(settled);
        } finally {
          db.close();
        }
      }),
      OPTIONS,
    );
  });

  it('cut into two exports that overlap is the same as whole', async () => {
    const where = folder();
    await fc.assert(
      fc.asyncProperty(list(16), fc.nat(16), fc.nat(16), async (any, a, b) => {
        const list = { ...any, onKnown: 'fill' as const };
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const whole = livedShop();
        const parts = livedShop();
        try {
          await bringIn(whole, list, where);
          for (const rows of [list.rows.slice(0, to), list.rows.slice(from)]) {
            if (rows.length > 0) await bringIn(parts, { ...list, rows }, where);
          }
          expect(contentOf(parts, ['import_change', 'imported_row'])).toBe(
            contentOf(whole, ['import_change', 'imported_row']),
          );
        } finally {
          whole.close();
          parts.close();
        }
      }),
      OPTIONS,
    );
  });
});

describe('what was used or changed since', () => {
  const customers = (rows: readonly string[]): List => ({ kind: 'customers', rows, onKnown: 'replace' });

  it('a card that the desk used stays, and is named; the others go', async () => {
    const db = openShop(null);
    const where = folder();
    const { batchId } = await bringIn(
      db,
      customers(['1;Anna Nowak;601000001;;;;VIP;;;;;', '2;Jan Kowalski;601000002;;;;VIP;;;;;']),
      where,
    );
    inTransaction(db, () =>
      recordVisitTx(
        db,
        { customerId: 1, occurredAtMs: 1, businessDate: '2026-01-03', source: 'desk', createdAtMs: TODAY_MS },
        [],
      ),
    );
    const undone = await undoImport(db, { batchId: batchId ?? 0, nowMs: TODAY_MS + 1 });
    expect(undone).toMatchObject({
      customers: 1,
      kept: { count: 1, sample: [{ subject: 'customer', name: 'Anna Nowak', reason: 'used', field: null }] },
    });
    expect(db.sqlite.prepare('SELECT display_name, external_id FROM customer').raw().all()).toEqual([
      ['Anna Nowak', '1'],
    ]);
    expect(db.sqlite.prepare('SELECT count(*) FROM tag').pluck().get()).toBe(0);
    expectSound(db);
  });

  it('a value changed since stays, the others come back', async () => {
    const db = livedShop();
    const where = folder();
    const { batchId } = await bringIn(db, customers([';Jan Kowalski;601000002;;jan@x.pl;;;;tea;;;']), where);
    inTransaction(db, () => updateCustomerTx(db, 1, { note: 'coffee, by hand' }));
    const undone = await undoImport(db, { batchId: batchId ?? 0, nowMs: TODAY_MS + 1 });
    expect(undone).toMatchObject({
      fieldsRestored: 1,
      kept: {
        count: 1,
        sample: [{ subject: 'customer', name: 'Jan Kowalski', reason: 'edited', field: 'note' }],
      },
    });
    expect(db.sqlite.prepare('SELECT note, email FROM customer').raw().get()).toEqual([
      'coffee, by hand',
      null,
    ]);
  });

  it('a card that was edited by hand stays', async () => {
    const db = openShop(null);
    const { batchId } = await bringIn(db, customers(['1;Anna Nowak;;;;;;;;;;']), folder());
    inTransaction(db, () => {
      updateCustomerTx(db, 1, { note: 'tea' });
      logChangeTx(db, {
        atMs: TODAY_MS + 1,

        action: 'update',
        subject: 'customer',
        recordId: 1,
        fields: ['note'],
      });
    });
    const { kept } = await undoImport(db, { batchId: batchId ?? 0, nowMs: TODAY_MS + 2 });
    expect(kept.sample).toEqual([{ subject: 'customer', name: 'Anna Nowak', reason: 'edited', field: null }]);
  });

  it('a price that the owner set on an imported offering stays with it', async () => {
    const db = openShop(null);
    const { batchId } = await bringIn(
      db,
      { kind: 'offerings', rows: ['Tea;Drinks;10.00;', 'Cut;Hair;;'], onKnown: 'fill' },
      folder(),
    );
    db.sqlite.exec('UPDATE offering SET price_minor = 1500 WHERE id = 1');
    const undone = await undoImport(db, { batchId: batchId ?? 0, nowMs: TODAY_MS + 1 });
    expect(undone.offerings).toBe(1);
    expect(undone.kept.sample).toEqual([
      { subject: 'offering', name: 'Tea', reason: 'edited', field: null },
      { subject: 'category', name: 'Drinks', reason: 'used', field: null },
    ]);
    expectSound(db);
  });

  it('nothing is taken back twice, and a stopped undoing leaves everything', async () => {
    const db = livedShop();
    const { batchId } = await bringIn(
      db,
      { kind: 'visits', rows: ['1;Anna;;2026-01-05;;Tea;;1;5.00;Ewa;'], onKnown: 'fill' },
      folder(),
    );
    const order = { batchId: batchId ?? 0, nowMs: TODAY_MS + 1 };
    const before = contentOf(db);
    const stopped = new AbortController();
    stopped.abort();
    await expect(undoImport(db, order, { signal: stopped.signal })).rejects.toThrow('job.cancelled');
    expect(contentOf(db)).toBe(before);
    await undoImport(db, order);
    await expect(undoImport(db, order)).rejects.toThrow('import.alreadyUndone');
    await expect(undoImport(db, { ...order, batchId: 99 })).rejects.toThrow('import.unknownBatch');
  });
});
