/**
 * The golden files: each a nuisance as the world makes it, and beside it, as JSON, what is to come of it. What is compared is all
 * that an owner could notice: how the file was understood, what is then in the shop, what was refused and why.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../db/openDatabase.ts';
import { importFile } from '../../src-main/importing/importFile.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { openShop } from '../db/support/databases.ts';
import { guess, TODAY_MS } from './support.ts';

export const GOLDEN = join(import.meta.dirname, '../fixtures/golden');

export const goldenNames = (): string[] =>
  readdirSync(GOLDEN).filter((name) => !/\.(?:json|ts|md)$/.test(name));

export interface Golden {
  /** Why the file is here. */
  readonly about: string;
  /** Of the shop; zloty unless said. */
  readonly currency?: string;
  /** What an owner would correct. */
  readonly change?: Partial<Mapping>;
  readonly outcome: GoldenOutcome;
}

export interface GoldenOutcome {
  readonly encoding: string;
  readonly preset: string | null;
  readonly asks: readonly string[];
  readonly mapping: Mapping;
  /** Visits as `customer | day time | receipt | line; line`, or cards, or offerings, in the order of the file. */
  readonly rows: readonly string[];
  readonly rejected: readonly string[];
  readonly skipped: number;
}

const clock = (ms: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Warsaw' }).format(ms);

const visitsOf = (db: Database): string[] => {
  const visits = db.sqlite
    .prepare(
      `SELECT visit.id AS id, display_name, customer.external_id, phone_e164, email, occurred_at_ms, business_date, receipt, visit.note
       FROM visit LEFT JOIN customer ON customer.id = customer_id ORDER BY visit.id`,
    )
    .all() as Record<string, string | number | null>[];
  const lines = db.sqlite.prepare(
    `SELECT coalesce(name, '-') AS name, quantity_thousandths AS thousandths, amount_minor AS amount FROM visit_line
     LEFT JOIN offering ON offering.id = offering_id WHERE visit_id = ? ORDER BY visit_line.id`,
  );
  return visits.map((visit) => {
    const person = [visit.display_name, visit.external_id, visit.phone_e164, visit.email].filter(
      (part) => part !== null,
    );
    const sold = lines.all(visit.id) as { name: string; thousandths: number; amount: number | null }[];
    return [
      person.length === 0 ? 'walk-in' : [...new Set(person)].join(', '),
      `${visit.business_date} ${clock(Number(visit.occurred_at_ms))}`,
      visit.receipt ?? '-',
      sold.map(({ name, thousandths, amount }) => `${name} ${thousandths / 1000} = ${amount}`).join('; '),
      ...(visit.note === null ? [] : [JSON.stringify(visit.note)]),
    ].join(' | ');
  });
};

const cardsOf = (db: Database): string[] => {
  const cards = db.sqlite
    .prepare(
      `SELECT id, display_name, first_name, last_name, phone_e164, email, birthday, customer_since, source, external_id, card_number, note
       FROM customer ORDER BY id`,
    )
    .all() as Record<string, string | number | null>[];
  const contacts = db.sqlite
    .prepare("SELECT kind || ' ' || value FROM customer_contact WHERE customer_id = ? ORDER BY id")
    .pluck();
  const tags = db.sqlite
    .prepare('SELECT name FROM tag JOIN customer_tag ON tag.id = tag_id WHERE customer_id = ? ORDER BY name')
    .pluck();
  const consents = db.sqlite
    .prepare(
      "SELECT purpose || ' ' || channel || ' ' || is_given FROM customer_consent WHERE customer_id = ? ORDER BY id",
    )
    .pluck();
  return cards.map(({ id, ...card }) =>
    [
      ...Object.entries(card).flatMap(([field, value]) => (value === null ? [] : [`${field}: ${value}`])),
      ...contacts.all(id),
      ...tags.all(id).map((tag) => `tag ${tag}`),
      ...consents.all(id),
    ].join(' | '),
  );
};

const offeringsOf = (db: Database): string[] =>
  db.sqlite
    .prepare(
      `SELECT offering.name || ' | ' || coalesce(category.name, '-') || ' | ' || coalesce(price_minor, '-')
       FROM offering LEFT JOIN category ON category.id = category_id ORDER BY offering.id`,
    )
    .pluck()
    .all() as string[];

/** Imports the file into an empty shop, as guessed and with the owner's corrections. */
export const goldenOutcome = async (
  name: string,
  { currency, change }: Pick<Golden, 'currency' | 'change'>,
): Promise<GoldenOutcome> => {
  const path = join(GOLDEN, name);
  const opened = await guess(path);
  const db = openShop(null);
  if (currency !== undefined) db.sqlite.prepare('UPDATE shop SET currency = ?').run(currency);
  const mapping: Mapping = { ...opened.mapping, ...change };
  const rejected: string[] = [];
  const { counts } = await importFile(
    db,
    { path, mapping, dryRun: false, nowMs: TODAY_MS },
    { onRejected: ({ line, reason, text }) => rejected.push(`${line} ${reason}: ${text}`) },
  );
  const rows =
    mapping.kind === 'visits' ? visitsOf(db) : mapping.kind === 'customers' ? cardsOf(db) : offeringsOf(db);
  db.close();
  return {
    encoding: opened.encoding,
    preset: opened.preset,
    asks: [
      ...(opened.isDateOrderAmbiguous ? ['day or month first'] : []),
      ...(opened.isDecimalAmbiguous ? ['decimal mark'] : []),
    ],
    mapping,
    rows,
    rejected,
    skipped: counts.skipped,
  };
};
