/** Schemas of values that several procedures share. */
import { z } from 'zod';
import { parseIsoDate } from '../domain/calendar.ts';
import { showsNothing } from '../domain/fold.ts';

export const LOCALES = ['en', 'pl', 'ro'] as const;
export const localeSchema = z.enum(LOCALES);
export type Locale = z.infer<typeof localeSchema>;

export const TRADES = ['salon', 'dental', 'workshop', 'shop', 'gym'] as const;
export const tradeSchema = z.enum(TRADES);
export type Trade = z.infer<typeof tradeSchema>;

/** A day of the calendar, from the year 1 on: of the year 0 zod knows, the calendar nothing. */
export const isoDateSchema = z.iso.date().refine((date) => parseIsoDate(date) !== null);
/** Calendar month, `2026-10`. */
export const isoMonthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((month) => parseIsoDate(`${month}-01`) !== null);
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
export const amountMinorSchema = z.int().min(-1e12).max(1e12);
/** A record's integer key inside this shop. */
export const recordIdSchema = z.int().positive();
/** The state of a record a form started from; see db/repositories/revision.ts. */
export const revisionSchema = z.string().regex(/^[0-9a-f]{16}$/);
/** Free text people type; never HTML. Something of it is to be seen. */
export const shortTextSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !showsNothing(text));
export const longTextSchema = z.string().trim().max(4000);
export const emptySchema = z.strictObject({});
export const doneSchema = z.strictObject({ done: z.literal(true) });
