/** Till rows and the ledger: what lines put into visits of the desk earn, sell and use, and how taking the import back ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { importFile } from '../../src-main/importing/importFile.ts';
import { undoImport } from '../../src-main/importing/undoImport.ts';
import { editVisit } from '../../src-main/services/visitService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { openShop } from '../db/support/databases.ts';
import {
  customer,
  daysOn,
  grant,
  held,
  holdingsOf,
  line,
  lineIdsOf,
  PACKAGE,
  plan,
  record,
  STAMPS,
  sumOfEntries,
} from '../services/benefitSupport.ts';

const MAPPING: Mapping = {
  kind: 'visits',
  layout: 'delimited',
  separator: ';',
  encoding: 'auto',
  header: true,
  dateFormat: 'yyyy-MM-dd',
  decimal: '.',
  onMissingCustomer: 'walk-in',
  onKnown: 'fill',
  columns: { customerName: 0, date: 1, receipt: 2, offering: 3, amount: 4 },
};

const bringIn = async (db: Database, rows: readonly string[], nowMs: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-benefits-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'till.csv');
  writeFileSync(path, ['name;date;receipt;offering;amount', ...rows].join('\n'));
  const { batchId } = await importFile(db, { path, mapping: MAPPING, dryRun: false, nowMs });
  return batchId ?? 0;
};

const setUp = () => {
  const db = openShop(null);
  const stamps = plan(db, 'Card', { ...STAMPS, needed: 1 } as typeof STAMPS);
  const five = plan(db, 'Five', PACKAGE, { soldAs: 'Five massages' });
  const anna = customer(db, 'Anna');
  const { visitId } = record(db, { customerId: anna }, daysOn(1));
  return { db, stamps, five, anna, visitId };
};
/** The day of the desk's visit, and days on which nobody was at the desk. */
const ROWS = [
  'Anna;2026-03-15;7;Five massages;400',
  'Anna;2026-03-15;7;Cut;90',
  'Anna;2026-03-16;8;Cut;90',
  'Anna;2026-03-17;9;Five massages;400',
];
const sound = (db: Database) => checkDatabase({ file: db.file, key: null, depth: 'full' }).problems;

describe('an import of visits', () => {
  it('earns and sells with the lines it puts into visits of the desk, and with no others', async () => {
    const { db, stamps, five, anna } = setUp();
    await bringIn(db, ROWS, daysOn(5));
    expect(held(db, anna, stamps, daysOn(5)).balance).toBe(1);
    expect(holdingsOf(db, anna, daysOn(5)).filter(({ planId }) => planId === five)).toMatchObject([
      { balance: 5, startsOn: '2026-03-15' },
    ]);
  });

  it('taken back unused, its stamps and packages go by counter-entries, and it can come in again', async () => {
    const { db, stamps, five, anna, visitId } = setUp();
    const batchId = await bringIn(db, ROWS, daysOn(5));
    const { benefitId } = held(db, anna, five, daysOn(5));
    const undone = await undoImport(db, { batchId, nowMs: daysOn(6) });
    expect(undone.kept.count).toBe(0);
    expect(lineIdsOf(db, visitId)).toEqual([]);
    expect(held(db, anna, stamps, daysOn(6)).balance).toBe(0);
    expect(held(db, anna, five, daysOn(6))).toMatchObject({ balance: 0, state: 'cancelled' });
    expect(sumOfEntries(db, benefitId)).toBe(0);
    await bringIn(db, ROWS, daysOn(7));
    expect(held(db, anna, five, daysOn(7))).toMatchObject({ benefitId, balance: 5, state: 'holds' });
    expect(held(db, anna, stamps, daysOn(7)).balance).toBe(1);
    expect(sound(db)).toEqual([]);
  });

  it('taken back after a use, the lines that earned or sold it stay and are named', async () => {
    const { db, five, anna, visitId } = setUp();
    const batchId = await bringIn(db, ROWS, daysOn(5));
    const { benefitId } = held(db, anna, five, daysOn(5));
    record(db, { customerId: anna, lines: [line('Massage', 0, { benefitId })] }, daysOn(5));
    const undone = await undoImport(db, { batchId, nowMs: daysOn(6) });
    expect(undone.kept.sample).toContainEqual({
      subject: 'visit',
      name: '2026-03-15 · Anna',
      reason: 'used',
      field: null,
    });
    expect(lineIdsOf(db, visitId)).toHaveLength(2);
    expect(held(db, anna, five, daysOn(6)).balance).toBe(4);
    expect(sound(db)).toEqual([]);
  });

  it('a visit of the import whose line a package paid for stays as it is', async () => {
    const { db, five, anna } = setUp();
    const given = grant(db, { planId: five, customerId: anna }, daysOn(1));
    const batchId = await bringIn(db, ['Anna;2026-03-18;8;Massage;90'], daysOn(5));
    const { id: visitId } = db.sqlite.prepare("SELECT id FROM visit WHERE source = 'import'").get() as {
      id: number;
    };
    const [lineId] = lineIdsOf(db, visitId);
    const paid = { ...line('Massage', 0, { benefitId: given.benefitId, discountMinor: 9000 }), lineId };
    const edit = {
      visitId,
      customerId: anna,
      at: { date: '2026-03-18', time: null },
      staffId: null,
      note: null,
      lines: [paid],
      ownValues: [],
    };
    editVisit(db, appContract['visit.edit'].input.parse(edit), daysOn(5));
    expect(held(db, anna, five, daysOn(5)).balance).toBe(4);
    const undone = await undoImport(db, { batchId, nowMs: daysOn(6) });
    expect(undone.kept.sample.map(({ name }) => name)).toEqual(['2026-03-18 · Anna', 'Massage']);
    expect(lineIdsOf(db, visitId)).toEqual([lineId]);
    expect(held(db, anna, five, daysOn(6)).balance).toBe(4);
  });
});
