/**
 * What the columns' own checks cannot say, because it is about several rows: ledgers that owe, cards of people who are
 * gone, visits of somebody else. Only counts: nothing of anybody is in a finding but numbers of records.
 */
import type { Database } from '../openDatabase.ts';

interface Rule {
  readonly table: string;
  readonly detail: string;
  /** Ids of the rows that break it. */
  readonly sql: string;
}

const OF_PEOPLE = [
  'appointment',
  'benefit',
  'gesture',
  'lapse_answer',
  'open_case',
  'opinion',
  'promise',
  'visit',
  'wish',
] as const;
const OF_CARDS = [
  'customer_contact',
  'customer_consent',
  'customer_own_value',
  'customer_preference',
  'customer_tag',
  'customer_token',
] as const;

const RULES: readonly Rule[] = [
  {
    table: 'benefit_entry',
    detail: 'more was taken out of a benefit than was put in',
    sql: 'SELECT benefit_id AS id FROM benefit_entry GROUP BY benefit_id HAVING sum(amount) < 0',
  },
  {
    table: 'benefit_entry',
    detail: 'a counter-entry does not take back one entry of the same benefit',
    sql: `SELECT entry.id FROM benefit_entry AS entry JOIN benefit_entry AS taken ON taken.id = entry.corrects_entry_id
          WHERE taken.benefit_id <> entry.benefit_id OR taken.amount <> -entry.amount OR taken.id >= entry.id`,
  },
  {
    table: 'customer',
    detail: 'a card was merged into one that was itself merged',
    sql: `SELECT customer.id FROM customer JOIN customer AS kept ON kept.id = customer.merged_into_customer_id
          WHERE kept.merged_into_customer_id IS NOT NULL`,
  },
  {
    table: 'customer',
    detail: 'of a merged card and the one it went into only one was forgotten',
    sql: `SELECT customer.id FROM customer JOIN customer AS kept ON kept.id = customer.merged_into_customer_id
          WHERE (kept.erased_at_ms IS NULL) <> (customer.erased_at_ms IS NULL)`,
  },
  {
    table: 'customer',
    detail: 'the card of somebody forgotten still says who they were',
    sql: `SELECT id FROM customer WHERE erased_at_ms IS NOT NULL AND (display_name <> ''
          OR coalesce(first_name, last_name, phone_e164, email, birthday, card_number, external_id, note) IS NOT NULL)`,
  },
  ...OF_CARDS.map((table) => ({
    table,
    detail: 'part of the card of somebody forgotten',
    sql: `SELECT customer.id FROM customer
          WHERE erased_at_ms IS NOT NULL AND EXISTS (SELECT 1 FROM ${table} WHERE customer_id = customer.id)`,
  })),
  ...OF_PEOPLE.map((table) => ({
    table,
    detail: 'on a card that was merged into another',
    sql: `SELECT ${table}.id FROM customer JOIN ${table} ON ${table}.customer_id = customer.id
          WHERE merged_into_customer_id IS NOT NULL`,
  })),
  {
    table: 'appointment',
    detail: 'the visit it became was cancelled, or is another person’s or day’s',
    sql: `SELECT appointment.id FROM appointment JOIN visit ON visit.id = appointment.visit_id
          WHERE visit.cancelled_at_ms IS NOT NULL OR visit.customer_id IS NOT appointment.customer_id
            OR visit.business_date <> appointment.on_date`,
  },
  {
    table: 'wish',
    detail: 'the visit they came for was cancelled, or is another person’s',
    sql: `SELECT wish.id FROM wish JOIN visit ON visit.id = wish.came_visit_id
          WHERE visit.cancelled_at_ms IS NOT NULL OR visit.customer_id IS NOT wish.customer_id`,
  },
];

/** Rules that are broken, each with how many rows break it and the first few of them. */
export const brokenRules = (db: Database): { readonly table: string; readonly detail: string }[] =>
  RULES.flatMap(({ table, detail, sql }) => {
    const { count, ids } = db.sqlite
      .prepare(
        `SELECT count(*) AS count, (SELECT group_concat(id, ', ') FROM (SELECT id FROM (${sql}) LIMIT 5)) AS ids FROM (${sql})`,
      )
      .get() as { count: number; ids: string | null };
    return count === 0 ? [] : [{ table, detail: `${detail}: ${count} (${ids})` }];
  });
