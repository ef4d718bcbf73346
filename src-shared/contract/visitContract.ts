/** Visits: recording, today's list, looking at one, changing, refunding, cancelling and taking that back. */
import { z } from 'zod';
import { OWN_FIELD_KINDS, VISIT_SOURCES } from '../domain/closedLists.ts';
import { MAX_LINES, MAX_QUANTITY_THOUSANDTHS } from '../domain/visitLine.ts';
import { appointmentPlanSchema, clashesSchema } from './appointmentContract.ts';
import { gesturePlanSchema } from './gestureContract.ts';
import { command, query } from './procedure.ts';
import { promisePlanSchema } from './promiseContract.ts';
import {
  amountMinorSchema,
  emptySchema,
  isoDateSchema,
  isoMonthSchema,
  longTextSchema,
  recordIdSchema,
  revisionSchema,
  shortTextSchema,
} from './values.ts';

/** Why a visit is cancelled; `other` says it in words. */
export const CANCEL_REASONS = ['mistake', 'duplicate', 'notHere', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

const paidSchema = amountMinorSchema.min(0);
/** Negative quantities are refunds, and those are made by `visit.refund` alone. */
const quantitySchema = z.int().min(1).max(MAX_QUANTITY_THOUSANDTHS);

const lineSchema = z.strictObject({
  /** A name that is not in the catalogue makes an offering. */
  offeringName: shortTextSchema.nullable().default(null),
  quantityThousandths: quantitySchema.default(1000),
  /** What was paid, after the discount. Null where the till import will fill it; then it is the visit's only line. */
  amountMinor: paidSchema.nullable(),
  discountMinor: paidSchema.nullable().default(null),
  /** Who did this part; null: whoever did the visit. */
  staffId: recordIdSchema.nullable().default(null),
  /**
   * The package, card, voucher or membership that pays for it (`benefit.ofCustomer`): `discountMinor` is what it pays,
   * `amountMinor` what is left to pay, and nothing is earned. Left out of an edit: as it was.
   */
  benefitId: recordIdSchema.nullable().optional(),
});

/** On the clock of the shop. Without a time: noon, or now when the day is today. */
const momentSchema = z.strictObject({
  date: isoDateSchema,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
});
export type VisitMoment = z.infer<typeof momentSchema>;

const ownValuesSchema = z
  .array(z.strictObject({ fieldId: recordIdSchema, value: z.string().trim().min(1).max(4000) }))
  .max(100);

const areAmountsComplete = ({ lines }: { lines: readonly { amountMinor: number | null }[] }): boolean =>
  lines.length === 1 || lines.every(({ amountMinor }) => amountMinor !== null);
const incomplete = { path: ['lines'] };

const uidSchema = z.uuid();

/** What is agreed and given at the visit; kept with it or not at all. */
const nextStepSchema = z.strictObject({
  appointment: appointmentPlanSchema.nullable().default(null),
  promise: promisePlanSchema.nullable().default(null),
  gesture: gesturePlanSchema.nullable().default(null),
});
export type NextStep = z.infer<typeof nextStepSchema>;

const refundedSchema = z.strictObject({ quantityThousandths: z.int(), amountMinor: z.int() });

const shownLineSchema = z.strictObject({
  lineId: recordIdSchema,
  offeringName: z.string().nullable(),
  quantityThousandths: z.int(),
  amountMinor: z.int(),
  discountMinor: z.int().nullable(),
  staffId: recordIdSchema.nullable(),
  /** What paid for it. */
  benefit: z.strictObject({ benefitId: recordIdSchema, name: z.string() }).nullable(),
  isRefund: z.boolean(),
  /** Of a refund: the visit whose line it corrects. */
  corrects: z.strictObject({ visitId: recordIdSchema, date: isoDateSchema }).nullable(),
  /** What can still be paid back of it; nothing of a refund. */
  refundable: refundedSchema,
  refunds: z.array(
    z.strictObject({
      visitId: recordIdSchema,
      date: isoDateSchema,
      quantityThousandths: z.int(),
      amountMinor: z.int(),
    }),
  ),
});
export type ShownLine = z.infer<typeof shownLineSchema>;

/** What a visit sold under a number: vouchers, and what a walk-in bought. */
const soldNumberSchema = z.strictObject({ benefitId: recordIdSchema, name: z.string(), code: z.string() });
export type SoldNumber = z.infer<typeof soldNumberSchema>;

const shownVisitSchema = z.strictObject({
  visitId: recordIdSchema,
  revision: revisionSchema,
  customer: z.strictObject({ customerId: recordIdSchema, name: z.string() }).nullable(),
  date: isoDateSchema,
  time: z.string(),
  staffId: recordIdSchema.nullable(),
  receipt: z.string().nullable(),
  note: z.string().nullable(),
  source: z.enum(VISIT_SOURCES),
  cancelled: z.strictObject({ on: isoDateSchema, reason: z.string().nullable() }).nullable(),
  lines: z.array(shownLineSchema),
  ownValues: z.array(z.strictObject({ fieldId: recordIdSchema, value: z.string() })),
  sold: z.array(soldNumberSchema),
  /** The figures of its month are sealed: a change is listed there as a correction. */
  isMonthSealed: z.boolean(),
  opinions: z.array(
    z.strictObject({
      opinionId: recordIdSchema,
      nps: z.int().nullable(),
      csat: z.int().nullable(),
      ces: z.int().nullable(),
      comment: z.string().nullable(),
    }),
  ),
});
export type ShownVisit = z.infer<typeof shownVisitSchema>;

const entrySchema = z.strictObject({
  visitId: recordIdSchema,
  /** On the shop's clock. */
  time: z.string(),
  /** Not today where it was dated back. */
  date: isoDateSchema,
  customerName: z.string().nullable(),
  offering: z.string().nullable(),
  /** Null also for the front desk, which sees no turnover. */
  amountMinor: z.int().nullable(),
  hasAmount: z.boolean(),
  isRefund: z.boolean(),
});

/** By which the change is taken back (`change.undo`). */
const changeSchema = z.strictObject({ changeId: recordIdSchema.nullable() });

export const visitContract = {
  'visit.record': command({
    input: z
      .strictObject({
        /** Null is a walk-in: it counts in turnover, never in retention. */
        customerId: recordIdSchema.nullable(),
        /** Null: now. */
        at: momentSchema.nullable().default(null),
        staffId: recordIdSchema.nullable().default(null),
        note: longTextSchema.nullable(),
        /** None: an occasion with no amount yet. */
        lines: z.array(lineSchema).max(MAX_LINES),
        ownValues: ownValuesSchema.default([]),
        /** Of somebody with a card alone. */
        next: nextStepSchema.nullable().default(null),
        /** Made by the window, so that a repeated call records the visit once. */
        visitUid: uidSchema,
      })
      .refine(areAmountsComplete, incomplete)
      .refine(({ customerId, next }) => customerId !== null || next === null, { path: ['next'] }),
    output: z.strictObject({
      visitId: recordIdSchema,
      businessDate: isoDateSchema,
      /** By which what was agreed and given is taken back (`change.undo`). */
      changeIds: z.array(recordIdSchema),
      /** Others with the same member of staff at nearly that time. */
      clashes: clashesSchema,
      sold: z.array(soldNumberSchema),
    }),
  }),
  /** What the form of a visit offers to choose from. */
  'visit.formParts': query({
    input: emptySchema,
    output: z.strictObject({
      staff: z.array(z.strictObject({ staffId: recordIdSchema, name: z.string(), isArchived: z.boolean() })),
      offerings: z.array(
        z.strictObject({
          offeringId: recordIdSchema,
          name: z.string(),
          category: z.string().nullable(),
          priceMinor: z.int().nullable(),
        }),
      ),
      ownFields: z.array(
        z.strictObject({
          fieldId: recordIdSchema,
          kind: z.enum(OWN_FIELD_KINDS),
          name: z.string(),
          choices: z.array(z.string()),
        }),
      ),
      sealedMonths: z.array(isoMonthSchema),
    }),
  }),
  'visit.get': query({ input: z.strictObject({ visitId: recordIdSchema }), output: shownVisitSchema }),
  /** The whole visit as it is to be; what is left out is taken away. */
  'visit.edit': command({
    input: z
      .strictObject({
        visitId: recordIdSchema,
        /** Of the visit that was looked at: another one there by now is not written over. */
        revision: revisionSchema.nullable().default(null),
        customerId: recordIdSchema.nullable(),
        at: momentSchema,
        staffId: recordIdSchema.nullable(),
        note: longTextSchema.nullable(),
        lines: z
          .array(z.strictObject({ ...lineSchema.shape, lineId: recordIdSchema.nullable() }))
          .max(MAX_LINES),
        /** Lines that pay back are kept as they are, or left out. */
        keptRefundLineIds: z.array(recordIdSchema).max(MAX_LINES).default([]),
        ownValues: ownValuesSchema,
      })
      .refine(areAmountsComplete, incomplete),
    output: changeSchema,
  }),
  'visit.refund': command({
    input: z.strictObject({
      visitId: recordIdSchema,
      lines: z
        .array(
          z.strictObject({
            lineId: recordIdSchema,
            quantityThousandths: quantitySchema,
            amountMinor: paidSchema,
          }),
        )
        .min(1)
        .max(MAX_LINES),
      staffId: recordIdSchema.nullable(),
      note: longTextSchema.nullable(),
      visitUid: uidSchema,
    }),
    output: z.strictObject({ visitId: recordIdSchema, amountMinor: z.int() }),
  }),
  'visit.cancel': command({
    input: z.strictObject({
      visitId: recordIdSchema,
      /** Null: taken back at once, at the desk. */
      reason: z
        .strictObject({ kind: z.enum(CANCEL_REASONS), text: shortTextSchema.nullable() })
        .nullable()
        .default(null),
    }),
    output: changeSchema,
  }),
  /**
   * As if it had not been recorded: what was agreed and given at it goes with it, unless somebody has changed that since.
   * Taking this back (`change.undo`) brings all of it back.
   */
  'visit.undoRecorded': command({ input: z.strictObject({ visitId: recordIdSchema }), output: changeSchema }),
  'visit.uncancel': command({ input: z.strictObject({ visitId: recordIdSchema }), output: changeSchema }),
  'visit.today': query({
    input: emptySchema,
    output: z.strictObject({
      businessDate: isoDateSchema,
      /** Recorded today or for today, the newest first. */
      visits: z.array(entrySchema),
      /** Of today and the seven days before, without an amount yet; the oldest first. */
      unfinished: z.array(entrySchema),
      /** Of today; what is only a refund is none. */
      visitCount: z.int().nonnegative(),
    }),
  }),
} as const;
