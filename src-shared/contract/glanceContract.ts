/** The person at the desk at a glance: one call that answers everything the desk says about them at once. */
import { z } from 'zod';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, PREFERENCE_KINDS } from '../domain/closedLists.ts';
import { VALUE_BANDS } from '../domain/deskFacts.ts';
import { GLANCE_ROWS } from '../domain/glanceRows.ts';
import { RHYTHM_STATES } from '../domain/rhythm.ts';
import { GESTURE_REASONS } from '../domain/suggestedGesture.ts';
import { query } from './procedure.ts';
import { isoDateSchema, recordIdSchema } from './values.ts';

const rhythmSchema = z.strictObject({
  state: z.enum(RHYTHM_STATES),
  /** Whole days between visits; at least 1. */
  everyDays: z.int().positive(),
  /** Since the last occasion; 0: here today. */
  daysSince: z.int(),
  overdueDays: z.int().nonnegative(),
  /** The last day that is not overdue yet, counted from the last occasion. */
  boundDays: z.int().nonnegative(),
  ownGaps: z.int().nonnegative(),
  isPlanned: z.boolean(),
  isErratic: z.boolean(),
});
export type ShownRhythm = z.infer<typeof rhythmSchema>;

const bookedSchema = z.strictObject({
  appointmentId: recordIdSchema,
  onDate: isoDateSchema,
  /** Minutes after midnight; null: some time that day. */
  atMinute: z.int().nullable(),
  offering: z.string().nullable(),
  staff: z.string().nullable(),
});
export type Booked = z.infer<typeof bookedSchema>;

const comingShape = {
  customerId: recordIdSchema,
  occasions: z.int().nonnegative(),
  lastVisitOn: isoDateSchema.nullable(),
  /** Null without a visit, and while nothing is known to measure by. */
  rhythm: rhythmSchema.nullable(),
  /** The first one of today that is still open. */
  bookedToday: bookedSchema.nullable(),
  hasOpenCase: z.boolean(),
};

const glanceRowSchema = z.strictObject({
  ...comingShape,
  /** What was done at the last visit. */
  lastOffering: z.string().nullable(),
});
export type GlanceRow = z.infer<typeof glanceRowSchema>;

const usualLineSchema = z.strictObject({
  offeringName: z.string().nullable(),
  quantityThousandths: z.int().positive(),
  /** After the discount. Null where the caller is shown no amounts, and the price list has none either. */
  amountMinor: z.int().nonnegative().nullable(),
  discountMinor: z.int().nonnegative().nullable(),
  staffId: recordIdSchema.nullable(),
});
export type UsualLine = z.infer<typeof usualLineSchema>;

const valueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), netMinor: z.int() }),
  z.strictObject({ kind: z.literal('band'), band: z.enum(VALUE_BANDS) }),
]);
export type ShownValue = z.infer<typeof valueSchema>;

const glanceSchema = z.strictObject({
  ...comingShape,
  name: z.string(),
  phone: z.string().nullable(),
  /** False only for the first seconds after the start: ask again. */
  isRhythmReady: z.boolean(),
  firstVisitOn: isoDateSchema.nullable(),
  /** Of the newest occasions, oldest first: what a line of visits is drawn from. */
  recentDays: z.array(isoDateSchema),
  lastVisit: z
    .strictObject({
      visitId: recordIdSchema,
      on: isoDateSchema,
      offerings: z.array(z.string()),
      /** Names, each once. */
      staff: z.array(z.string()),
      note: z.string().nullable(),
    })
    .nullable(),
  /** What the last visit that was no refund held, to be entered with one key. */
  usual: z.strictObject({ staffId: recordIdSchema.nullable(), lines: z.array(usualLineSchema) }).nullable(),
  /** Open and from today on, the next one first; `bookedToday` is the first of them where it is for today. */
  booked: z.array(bookedSchema),
  /** By their own rhythm, on a day the shop is open; null without a rhythm. */
  suggestedNextOn: isoDateSchema.nullable(),
  /** Open, the newest first. */
  promises: z.array(
    z.strictObject({
      promiseId: recordIdSchema,
      text: z.string(),
      dueOn: isoDateSchema.nullable(),
      madeOn: isoDateSchema,
      staff: z.string().nullable(),
    }),
  ),
  /** Open, the earliest deadline first. */
  cases: z.array(
    z.strictObject({
      caseId: recordIdSchema,
      /** Empty where a low score came without a word. */
      text: z.string(),
      openedOn: isoDateSchema,
      dueOn: isoDateSchema.nullable(),
      staff: z.string().nullable(),
    }),
  ),
  /** A solution was found and nobody has told them yet. */
  solvedWishes: z.array(
    z.strictObject({ wishId: recordIdSchema, text: z.string(), solution: z.string().nullable() }),
  ),
  /** Warnings first. */
  preferences: z.array(z.strictObject({ kind: z.enum(PREFERENCE_KINDS), text: z.string() })),
  tags: z.array(z.string()),
  note: z.string().nullable(),
  /** Null where the shop shows none, or too little is known. */
  value: valueSchema.nullable(),
  recommendedCount: z.int().nonnegative(),
  birthday: z
    .strictObject({
      /** 0 today, negative when it was. */
      inDays: z.int(),
    })
    .nullable(),
  /** What was agreed to, by purpose; a channel with nothing given is not among them. */
  consents: z.array(z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), channel: z.enum(CONSENT_CHANNELS) })),
  gesture: z
    .strictObject({
      reason: z.enum(GESTURE_REASONS),
      /** Number of the visit, days to the birthday or away, what is missing on a card; else 0. */
      count: z.int(),
    })
    .nullable(),
});
export type Glance = z.infer<typeof glanceSchema>;

export const glanceContract = {
  'customer.glance': query({
    input: z.strictObject({ customerId: recordIdSchema }),
    output: glanceSchema,
  }),
  /** For a list of found people; those that are gone meanwhile are left out. */
  'customer.glanceRows': query({
    input: z.strictObject({ customerIds: z.array(recordIdSchema).max(GLANCE_ROWS) }),
    output: z.strictObject({ rows: z.array(glanceRowSchema) }),
  }),
} as const;
