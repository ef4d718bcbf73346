/** First start, unlocking, and the shop's own particulars. */
import { z } from 'zod';
import { ERROR_CODES } from './errors.ts';
import { command, query } from './procedure.ts';
import {
  currencySchema,
  doneSchema,
  emptySchema,
  isoDateSchema,
  localeSchema,
  shortTextSchema,
  tradeSchema,
} from './values.ts';

export const shopSchema = z.strictObject({
  name: shortTextSchema,
  trade: tradeSchema.nullable(),
  currency: currencySchema,
  timeZone: z.string().min(1).max(64),
  locale: localeSchema,
  isHistoryComplete: z.boolean(),
  historyStartsOn: isoDateSchema.nullable(),
  isDemo: z.boolean(),
});
export type Shop = z.infer<typeof shopSchema>;

const shopChangeSchema = shopSchema
  .pick({ name: true, trade: true, currency: true, timeZone: true, historyStartsOn: true })
  .partial();
export type ShopChange = z.infer<typeof shopChangeSchema>;

export const protectionSchema = z.enum(['keyStore', 'passphrase', 'none']);
export type Protection = z.infer<typeof protectionSchema>;

export const passphraseSchema = z.string().min(1).max(1024);

/**
 * What the window should show: the first start, the question for a passphrase or recovery key,
 * the shop itself, or why the shop cannot be opened.
 */
export const appStateSchema = z.discriminatedUnion('phase', [
  z.strictObject({
    phase: z.literal('noShop'),
    systemLocale: localeSchema,
    systemTimeZone: z.string(),
    /** False where the system has no usable key store; then a passphrase is the default. */
    isKeyStoreAvailable: z.boolean(),
  }),
  z.strictObject({
    phase: z.literal('locked'),
    systemLocale: localeSchema,
    /** 'keyStoreLost': the system can no longer open the key, so the recovery key is needed. */
    reason: z.enum(['passphrase', 'keyStoreLost', 'keyFileMissing']),
  }),
  z.strictObject({
    phase: z.literal('ready'),
    shop: shopSchema,
    protection: protectionSchema,
    today: isoDateSchema,
  }),
  z.strictObject({
    phase: z.literal('failed'),
    systemLocale: localeSchema,
    code: z.enum(ERROR_CODES),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type AppState = z.infer<typeof appStateSchema>;

export const shopContract = {
  'app.state': query({ input: emptySchema, output: appStateSchema }),
  'app.about': query({
    input: emptySchema,
    output: z.strictObject({
      version: z.string(),
      electron: z.string(),
      dataFolder: z.string(),
      databaseBytes: z.int().nonnegative(),
      protection: protectionSchema.nullable(),
    }),
  }),
  /** Shows the folder with the database in the system's file manager. */
  'app.openDataFolder': command({ input: emptySchema, output: doneSchema }),
  /** Makes the database. Answers with the recovery key, shown once and printable, or null without encryption. */
  'shop.create': command({
    input: z.strictObject({
      name: shortTextSchema,
      trade: tradeSchema.nullable(),
      currency: currencySchema,
      timeZone: z.string().min(1).max(64),
      locale: localeSchema,
      isHistoryComplete: z.boolean(),
      protection: protectionSchema,
      /** Needed with protection 'passphrase' only; at least 10 characters. */
      passphrase: passphraseSchema.nullable(),
    }),
    output: z.strictObject({ recoveryKey: z.string().nullable() }),
  }),
  /** Makes a demo shop, unlocked, as a job of kind 'demo'; the shop is open when the job is done. */
  'shop.createDemo': command({
    input: z.strictObject({
      trade: tradeSchema,
      currency: currencySchema,
      timeZone: z.string().min(1).max(64),
      locale: localeSchema,
    }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  /** Puts the demo shop away; the first start begins anew, in its language. */
  'shop.removeDemo': command({ input: emptySchema, output: doneSchema }),
  'shop.unlock': command({
    input: z.union([
      z.strictObject({ passphrase: passphraseSchema }),
      z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
    ]),
    output: doneSchema,
  }),
  /** Changes the language of screens and reports. */
  'shop.setLocale': command({ input: z.strictObject({ locale: localeSchema }), output: doneSchema }),
  'shop.change': command({ input: shopChangeSchema, output: doneSchema }),
  /** Why the currency cannot be changed any more; null while it can. */
  'shop.currencyLock': query({
    input: emptySchema,
    output: z.strictObject({ reason: z.enum(['visits', 'prices', 'spend', 'costs']).nullable() }),
  }),
  'shop.setHistoryComplete': command({
    input: z.strictObject({ isHistoryComplete: z.boolean() }),
    output: doneSchema,
  }),
  /** Saves the recovery key as a one-page PDF where the owner says. `saved` is false when they cancelled. */
  'recoveryKey.savePdf': command({ input: emptySchema, output: z.strictObject({ saved: z.boolean() }) }),
} as const;
