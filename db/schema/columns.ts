/**
 * Column shapes that several tables share, so that a day, a money amount or an identity is written one way.
 * Holds no table of its own.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type AnySQLiteColumn, blob, integer } from 'drizzle-orm/sqlite-core';

/** UUIDv7 as its 16 bytes: half the size of the text form, on a table of a million rows. See db/uid.ts. */
export const uidColumn = () => blob('uid', { mode: 'buffer' }).notNull();

/** UTC epoch milliseconds. */
export const createdAtMsColumn = () => integer('created_at_ms').notNull();

export const isUid = (column: AnySQLiteColumn): SQL => sql`length(${column}) = 16`;

/**
 * ISO calendar day that exists, or null: SQLite turns 2025-02-30 into 2025-03-02 and cuts a time off, so a text that
 * survives date() unchanged is a day.
 */
export const isIsoDay = (column: AnySQLiteColumn): SQL => sql`date(${column}) IS ${column}`;

/** Money stays far inside the integers a double holds exactly (2^53), sums over a shop's life included. */
export const isMoney = (column: AnySQLiteColumn): SQL =>
  sql`${column} BETWEEN -10000000000000 AND 10000000000000`;
