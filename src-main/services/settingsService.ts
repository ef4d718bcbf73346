/** The shop's own rules: opening days, cost to serve, what finding customers costs, and fields of its own. */
import type { Database } from '../../db/openDatabase.ts';
import { listSpend, readSource, writeSpendTx } from '../../db/repositories/acquisition.ts';
import {
  findOwnField,
  insertOwnFieldTx,
  listOwnFields as listOwnFieldRows,
  updateOwnFieldTx,
} from '../../db/repositories/ownField.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  type CostToServe,
  costToServeSchema,
  type OpeningDays,
  type OwnField,
  openingDaysSchema,
  type Spend,
  type SpendChange,
} from '../../src-shared/contract/settingsContract.ts';
import type { OwnFieldKind, OwnFieldSubject } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { movedTx } from './movedInList.ts';
import { logOwnerChangeTx, present } from './ownerChange.ts';

const OPENING_DAYS = 'openingDays';
const COST_TO_SERVE = 'costToServe';

/** Until the owner says otherwise: open on every day, since nothing is known. */
const ALWAYS_OPEN: OpeningDays = { weekdays: Array.from({ length: 7 }, () => true), closedDates: [] };
const NOTHING_KNOWN: CostToServe = { perVisitMinor: null, perCustomerYearMinor: null };

export const readOpeningDays = (db: Database): OpeningDays =>
  openingDaysSchema.parse(readSetting(db, OPENING_DAYS) ?? ALWAYS_OPEN);

export const writeOpeningDays = (db: Database, days: OpeningDays, nowMs: number): void => {
  const closedDates = [...new Set(days.closedDates)].sort();
  writeKept(db, OPENING_DAYS, openingDaysSchema.parse({ ...days, closedDates }), nowMs);
};

export const readCostToServe = (db: Database): CostToServe =>
  costToServeSchema.parse(readSetting(db, COST_TO_SERVE) ?? NOTHING_KNOWN);

export const writeCostToServe = (db: Database, costs: CostToServe, nowMs: number): void =>
  writeKept(db, COST_TO_SERVE, costToServeSchema.parse(costs), nowMs);

/** A setting has no number of its own; its key stands among the fields. */
export const writeKept = (db: Database, key: string, value: unknown, nowMs: number): void =>
  inTransaction(db, () => {
    writeSettingTx(db, key, value);
    logOwnerChangeTx(db, nowMs, 'update', 'setting', 0, [key]);
  });

export const spendOfYear = (db: Database, year: number): { spend: Spend[] } => ({
  spend: listSpend(db, `${year}-01`, `${year}-12`),
});

/** All cells or none. Throws `catalogue.notFound` for a source that is gone. */
export const writeSpend = (db: Database, cells: readonly SpendChange[], nowMs: number): void =>
  inTransaction(db, () => {
    for (const { month, sourceId, amountMinor } of cells) {
      if (sourceId !== null) present(readSource(db, sourceId));
      writeSpendTx(db, month, sourceId, amountMinor);
      logOwnerChangeTx(db, nowMs, 'update', 'acquisition_spend', sourceId ?? 0, [month]);
    }
  });

export const listOwnFields = (db: Database): { fields: OwnField[] } => ({
  fields: listOwnFieldRows(db).map(({ id, subject, kind, name, choices, archivedAtMs }) => ({
    ownFieldId: id,
    subject,
    kind,
    name,
    choices: choices === null ? [] : (JSON.parse(choices) as string[]),
    isArchived: archivedAtMs !== null,
  })),
});

export interface NewOwnField {
  readonly subject: OwnFieldSubject;
  readonly kind: OwnFieldKind;
  readonly name: string;
  readonly choices: readonly string[];
}

/** @throws RevinoError `catalogue.nameTaken`, `ownField.choicesMissing` */
export const createOwnField = (db: Database, field: NewOwnField, nowMs: number): { id: number } =>
  inTransaction(db, () => {
    requireFree(db, field.subject, field.name, null);
    requireChoices(field.kind, field.choices);
    const id = insertOwnFieldTx(db, field, nowMs);
    logOwnerChangeTx(db, nowMs, 'create', 'own_field', id);
    return { id };
  });

/** Values that were written stay as they are, also those of a choice that is no longer offered. */
export const changeOwnField = (
  db: Database,
  id: number,
  change: { readonly name?: string | undefined; readonly choices?: readonly string[] | undefined },
  nowMs: number,
): void =>
  inTransaction(db, () => {
    const field = present(listOwnFieldRows(db).find((row) => row.id === id));
    const { name, choices } = change;
    if (name !== undefined) requireFree(db, field.subject, name, id);
    if (choices !== undefined) requireChoices('choice', choices);
    const set = {
      ...(name === undefined ? {} : { name }),
      ...(choices === undefined || field.kind !== 'choice' ? {} : { choices }),
    };
    if (Object.keys(set).length === 0) return;
    updateOwnFieldTx(db, id, set);
    logOwnerChangeTx(db, nowMs, 'update', 'own_field', id, Object.keys(set));
  });

export const moveOwnField = (db: Database, id: number, by: -1 | 1, nowMs: number): void =>
  inTransaction(db, () => {
    const all = listOwnFieldRows(db);
    const field = present(all.find((row) => row.id === id));
    const list = all.filter(
      ({ subject, archivedAtMs }) => subject === field.subject && archivedAtMs === null,
    );
    if (!movedTx(list, id, by, (moved, position) => updateOwnFieldTx(db, moved, { position }))) return;
    logOwnerChangeTx(db, nowMs, 'update', 'own_field', id, ['position']);
  });

const requireFree = (db: Database, subject: OwnFieldSubject, name: string, exceptId: number | null): void => {
  const other = findOwnField(db, subject, name);
  if (other !== null && other.id !== exceptId) throw new RevinoError('catalogue.nameTaken', { name });
};

const requireChoices = (kind: OwnFieldKind, choices: readonly string[]): void => {
  if (kind !== 'choice') return;
  const different = new Set(choices.map(fold));
  if (choices.length < 2 || different.size < choices.length) throw new RevinoError('ownField.choicesMissing');
};
