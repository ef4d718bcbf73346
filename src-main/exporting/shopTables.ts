/**
 * The shop's records as tables for a spreadsheet: people, visits, opinions, offerings. Rows are read while they are
 * written. Columns carry names that the importer knows, so that a table can come back in. Cancelled visits are left out,
 * as everywhere but in the export of the whole shop.
 */
import type { Database } from '../../db/openDatabase.ts';
import { customersWithBalance } from '../../db/repositories/benefit.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { prepared } from '../../db/transaction.ts';
import { clockTimeOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { consentColumns } from './consentColumns.ts';
import type { Cell, ExportColumn, ExportTable } from './exportTable.ts';

export type CountedTable = ExportTable & { readonly rowCount: number };

/** How the person is called in exports: their number in the till, else Revino's own. */
const CUSTOMER_KEY = (alias: string) => `ifnull(${alias}.external_id, lower(hex(${alias}.uid)))`;

/** Rows of a table under its alias: those with these ids in their order, or all that fit, by id. */
const picked = (table: string, id: string, fits: string, ids: readonly number[] | null) =>
  ids === null
    ? { from: table, rest: `WHERE ${fits} ORDER BY ${id}`, values: [] }
    : {
        from: `json_each(?) AS picked JOIN ${table} ON ${id} = picked.value`,
        rest: 'ORDER BY picked.key',
        values: [JSON.stringify(ids)],
      };

interface Source {
  readonly count: string;
  readonly rows: string;
  /** What the two statements ask for. */
  readonly values?: readonly string[];
  readonly cells: (row: Record<string, never>) => readonly Cell[];
}

const tableOf = (
  db: Database,
  key: string,
  title: string,
  columns: readonly ExportColumn[],
  { count, rows, values = [], cells }: Source,
): CountedTable => ({
  key,
  title,
  columns,
  rowCount: (prepared(db, count).get(...values) as { n: number }).n,
  rows: {
    *[Symbol.iterator]() {
      for (const row of db.sqlite.prepare(rows).iterate(...values)) yield cells(row as Record<string, never>);
    },
  },
});

const text = (key: string, title: string): ExportColumn => ({ key, title, type: 'text' });

/** Number and name; a walk-in has neither, and whoever was forgotten no number by which they could be followed. */
const whoOf = (row: Record<string, never>, t: Words['t']): readonly [Cell, Cell] => {
  if (row.display_name === null) return [null, null];
  return row.display_name === '' ? [null, t('privacy.forgottenPerson')] : [row.key!, row.display_name!];
};

/** People of these ids in this order; without ids everybody, those in the trash aside. */
export const customersTable = (
  db: Database,
  words: Words,
  nowMs: number,
  ids: readonly number[] | null = null,
): CountedTable => {
  const { from, rest, values } = picked('customer c', 'c.id', 'c.archived_at_ms IS NULL', ids);
  const { t } = words;
  const withBalance = customersWithBalance(db, nowMs);
  const consents = consentColumns(db, words);
  return tableOf(
    db,
    'customers',
    t('export.customers'),
    [
      text('customer', t('export.customer')),
      text('name', t('export.customerName')),
      text('firstName', t('export.firstName')),
      text('lastName', t('export.lastName')),
      text('phone', t('export.phone')),
      text('email', t('export.email')),
      text('cardNumber', t('export.cardNumber')),
      { key: 'birthday', title: t('export.birthday'), type: 'date' },
      { key: 'customerSince', title: t('export.customerSince'), type: 'date' },
      text('source', t('export.source')),
      text('recommendedBy', t('export.recommendedBy')),
      text('tags', t('export.tags')),
      text('locale', t('export.language')),
      text('note', t('export.note')),
      { key: 'visits', title: t('export.visitCount'), type: 'integer' },
      { key: 'firstVisitOn', title: t('export.firstVisit'), type: 'date' },
      { key: 'lastVisitOn', title: t('export.lastVisit'), type: 'date' },
      { key: 'turnover', title: t('export.turnover'), type: 'money' },
      { key: 'hasBalance', title: t('export.hasBalance'), type: 'yesNo' },
      ...consents.columns,
    ],
    {
      count: `SELECT count(*) AS n FROM ${from} ${rest}`,
      values,
      rows: `SELECT ${CUSTOMER_KEY('c')} AS key, c.*, total.occasions, total.first_date, total.last_date, total.net_minor,
          (SELECT ${CUSTOMER_KEY('r')} FROM customer r WHERE r.id = c.recommended_by_customer_id) AS recommended_by,
          (SELECT group_concat(name, ', ') FROM (SELECT tag.name FROM customer_tag JOIN tag ON tag.id = customer_tag.tag_id
            WHERE customer_tag.customer_id = c.id ORDER BY tag.name)) AS tags${consents.sql}
        FROM ${from} LEFT JOIN customer_total total ON total.customer_id = c.id ${rest}`,
      cells: (row) => [
        row.key!,
        row.display_name!,
        row.first_name!,
        row.last_name!,
        row.phone_e164!,
        row.email!,
        row.card_number!,
        row.birthday!,
        row.customer_since!,
        row.source!,
        row.recommended_by!,
        row.tags!,
        row.locale!,
        row.note!,
        row.occasions ?? 0,
        row.first_date!,
        row.last_date!,
        row.net_minor ?? 0,
        withBalance.has(row.id!),
        ...consents.cells(row),
      ],
    },
  );
};

/** A row for every line; a visit that still waits for its amount has one without. */
export const visitsTable = (db: Database, { t }: Words): CountedTable => {
  const { timeZone } = readShop(db);
  const from = `FROM visit v LEFT JOIN visit_line l ON l.visit_id = v.id WHERE v.cancelled_at_ms IS NULL`;
  return tableOf(
    db,
    'visits',
    t('export.visits'),
    [
      text('customer', t('export.customer')),
      text('customerName', t('export.customerName')),
      { key: 'date', title: t('export.date'), type: 'moment' },
      text('receipt', t('export.receipt')),
      text('offering', t('export.offering')),
      text('category', t('export.category')),
      { key: 'quantity', title: t('export.quantity'), type: 'number' },
      { key: 'amount', title: t('export.amount'), type: 'money' },
      { key: 'discount', title: t('export.discount'), type: 'money' },
      text('staff', t('export.staff')),
      text('note', t('export.note')),
    ],
    {
      count: `SELECT count(*) AS n ${from}`,
      rows: `SELECT ${CUSTOMER_KEY('c')} AS key, c.display_name, v.business_date, v.occurred_at_ms,
          ifnull(v.receipt, lower(hex(v.uid))) AS receipt, v.note, o.name AS offering,
          (SELECT name FROM category WHERE id = ifnull(l.category_id, o.category_id)) AS category,
          l.quantity_thousandths, l.amount_minor, l.discount_minor,
          (SELECT name FROM staff WHERE id = ifnull(l.staff_id, v.staff_id)) AS staff
        FROM visit v LEFT JOIN visit_line l ON l.visit_id = v.id LEFT JOIN offering o ON o.id = l.offering_id
          LEFT JOIN customer c ON c.id = v.customer_id
        WHERE v.cancelled_at_ms IS NULL ORDER BY v.id, l.id`,
      cells: (row) => [
        ...whoOf(row, t),
        `${row.business_date} ${clockTimeOfInstant(row.occurred_at_ms!, timeZone)}`,
        row.receipt!,
        row.offering!,
        row.category!,
        row.quantity_thousandths === null ? null : row.quantity_thousandths! / 1000,
        row.amount_minor!,
        row.discount_minor!,
        row.staff!,
        row.note!,
      ],
    },
  );
};

export const opinionsTable = (
  db: Database,
  { t }: Words,
  ids: readonly number[] | null = null,
): CountedTable => {
  const { timeZone } = readShop(db);
  const { from, rest, values } = picked('opinion o', 'o.id', '1', ids);
  return tableOf(
    db,
    'opinions',
    t('export.opinions'),
    [
      text('customer', t('export.customer')),
      text('customerName', t('export.customerName')),
      { key: 'date', title: t('export.date'), type: 'moment' },
      { key: 'nps', title: 'NPS', type: 'integer' },
      { key: 'csat', title: 'CSAT', type: 'integer' },
      { key: 'ces', title: 'CES', type: 'integer' },
      text('comment', t('export.comment')),
      text('channel', t('export.channel')),
    ],
    {
      count: `SELECT count(*) AS n FROM ${from} ${rest}`,
      values,
      rows: `SELECT ${CUSTOMER_KEY('c')} AS key, c.display_name, o.* FROM ${from}
        LEFT JOIN customer c ON c.id = o.customer_id ${rest}`,
      cells: (row) => [
        ...whoOf(row, t),
        `${row.business_date} ${clockTimeOfInstant(row.at_ms!, timeZone)}`,
        row.nps!,
        row.csat!,
        row.ces!,
        row.comment!,
        row.channel!,
      ],
    },
  );
};

export const offeringsTable = (db: Database, { t }: Words): CountedTable =>
  tableOf(
    db,
    'offerings',
    t('export.offerings'),
    [
      text('offering', t('export.offering')),
      text('category', t('export.category')),
      { key: 'price', title: t('export.price'), type: 'money' },
      { key: 'taxRate', title: t('export.taxRate'), type: 'number' },
      { key: 'cost', title: t('export.cost'), type: 'money' },
      { key: 'plannedIntervalDays', title: t('export.plannedInterval'), type: 'integer' },
    ],
    {
      count: 'SELECT count(*) AS n FROM offering WHERE archived_at_ms IS NULL',
      rows: `SELECT o.*, (SELECT name FROM category WHERE id = o.category_id) AS category
        FROM offering o WHERE o.archived_at_ms IS NULL ORDER BY o.folded_name`,
      cells: (row) => [
        row.name!,
        row.category!,
        row.price_minor!,
        row.tax_rate_basis_points === null ? null : row.tax_rate_basis_points! / 100,
        row.cost_minor!,
        row.planned_interval_days!,
      ],
    },
  );
