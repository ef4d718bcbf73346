/**
 * Reasons to stay: the shop's plans, what each customer holds, and the ledger behind every balance. A package, voucher or
 * membership is sold by a line of the offering it is sold as, and used by a line that names it (visitContract.ts).
 */
import { z } from 'zod';
import type { BenefitRules } from '../domain/benefitRules.ts';
import { BENEFIT_MOVES } from '../domain/closedLists.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, isoDateSchema, recordIdSchema, shortTextSchema } from './values.ts';

const moneySchema = z.int().min(1).max(1e12);
const countSchema = z.int().min(1).max(10_000);
const monthsSchema = z.int().min(1).max(240);
const termSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('days'), count: z.int().min(1).max(7300) }),
  z.strictObject({ unit: z.literal('months'), count: monthsSchema }),
]);

/** The JSON of `benefit_plan.rules`. */
export const benefitRulesSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('stamps'),
    stamps: countSchema,
    per: z.enum(['piece', 'visit']),
    needed: countSchema,
    validFor: termSchema.nullable(),
    isForEveryone: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('points'),
    points: countSchema,
    per: z.enum(['money', 'visit']),
    perMinor: moneySchema,
    pointMinor: moneySchema,
    validFor: termSchema.nullable(),
    isForEveryone: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('package'), uses: countSchema, validFor: termSchema.nullable() }),
  z.strictObject({
    kind: z.literal('voucher'),
    valueMinor: moneySchema.nullable(),
    validFor: termSchema.nullable(),
    isPartial: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('membership'),
    months: monthsSchema,
    offBasisPoints: z.int().min(1).max(10_000),
    graceDays: z.int().min(0).max(366),
  }),
  z.strictObject({ kind: z.literal('warranty'), months: monthsSchema }),
]) satisfies z.ZodType<BenefitRules>;

const offeringsSchema = z.array(recordIdSchema).max(1000);

const planDetails = {
  name: shortTextSchema,
  rules: benefitRulesSchema,
  /** What is sold to get it, by name: one that is not in the price list is put there. Null: it is given, or earned. */
  soldAs: shortTextSchema.nullable(),
  /** Which offerings earn on it; none: every one. Of a warranty: what it is given with. */
  earns: offeringsSchema,
  /** Which offerings it pays for; none: every one. */
  pays: offeringsSchema,
};
const newPlanSchema = z.strictObject(planDetails);
export type NewPlan = z.infer<typeof newPlanSchema>;

const planSchema = z.strictObject({
  planId: recordIdSchema,
  ...planDetails,
  name: z.string(),
  soldAs: z.strictObject({ offeringId: recordIdSchema, name: z.string() }).nullable(),
  isArchived: z.boolean(),
  /** How many are held and not ended. */
  held: z.int().nonnegative(),
});
export type Plan = z.infer<typeof planSchema>;

/** 'ahead': begins later. 'empty': nothing is left of it, or nothing is collected yet. */
export const HOLDING_STATES = ['holds', 'ahead', 'empty', 'ended', 'cancelled'] as const;

export const holdingSchema = z.strictObject({
  benefitId: recordIdSchema,
  planId: recordIdSchema,
  planName: z.string(),
  rules: benefitRulesSchema,
  /** None: every offering. */
  pays: offeringsSchema,
  customerId: recordIdSchema.nullable(),
  /** Number on the voucher. */
  code: z.string().nullable(),
  startsOn: isoDateSchema,
  /** Last day it holds; null: without end. */
  endsOn: isoDateSchema.nullable(),
  state: z.enum(HOLDING_STATES),
  /** Stamps, points, uses left, or minor units of money; 1 for a membership or warranty that holds. */
  balance: z.int().nonnegative(),
  /** Of a package or voucher: what was in it. */
  given: z.int().nonnegative(),
  /** What goes first, and its last day. */
  nextToExpire: z.strictObject({ amount: z.int(), on: isoDateSchema }).nullable(),
  /** Of a membership: the one that follows it. */
  renewedById: recordIdSchema.nullable(),
  /** What it was bought or earned with: a warranty names it. */
  soldWith: z.strictObject({ visitId: recordIdSchema, offeringName: z.string().nullable() }).nullable(),
});
export type Holding = z.infer<typeof holdingSchema>;

const entrySchema = z.strictObject({
  entryId: recordIdSchema,
  move: z.enum(BENEFIT_MOVES),
  amount: z.int(),
  onDate: isoDateSchema,
  expiresOn: isoDateSchema.nullable(),
  visitId: recordIdSchema.nullable(),
  /** Who was signed in; null where nobody was. */
  staffName: z.string().nullable(),
  /** Of a counter-entry: what it takes back. */
  correctsEntryId: recordIdSchema.nullable(),
  isTakenBack: z.boolean(),
  /** By hand; what a visit used is taken back in the visit. */
  canBeTakenBack: z.boolean(),
});
export type BenefitEntry = z.infer<typeof entrySchema>;

/** Every movement of what somebody holds. */
export const statementSchema = z.array(
  z.strictObject({ holding: holdingSchema, entries: z.array(entrySchema) }),
);

/** By which the change is taken back (`change.undo`). */
const changeSchema = z.strictObject({ changeId: recordIdSchema.nullable() });
const madeSchema = z.strictObject({
  benefitId: recordIdSchema,
  code: z.string().nullable(),
  changeId: recordIdSchema.nullable(),
});
/** As printed: letters, digits and dashes, in any case. */
export const voucherCodeSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]{2,39}$/u);

const endingShape = {
  benefitId: recordIdSchema,
  customerId: recordIdSchema,
  customerName: z.string(),
  planName: z.string(),
  endsOn: isoDateSchema,
};

export const benefitContract = {
  'benefitPlan.list': query({ input: emptySchema, output: z.strictObject({ plans: z.array(planSchema) }) }),
  'benefitPlan.create': command({ input: newPlanSchema, output: z.strictObject({ planId: recordIdSchema }) }),
  /** The kind stays. What was earned before stays as it is: other rules count from the next visit on. */
  'benefitPlan.change': command({
    input: z.strictObject({ planId: recordIdSchema, plan: newPlanSchema }),
    output: doneSchema,
  }),
  /** Archived, nobody earns on it or buys it any more; what is held can still be used. */
  'benefitPlan.setArchived': command({
    input: z.strictObject({ planId: recordIdSchema, isArchived: z.boolean() }),
    output: doneSchema,
  }),
  /** Beginnings for the shop's trade, to be taken over and changed. */
  'benefitPlan.usual': query({
    input: emptySchema,
    output: z.strictObject({ plans: z.array(newPlanSchema) }),
  }),

  /** What they hold, and what still shows of what they held; the ones of use first. */
  'benefit.ofCustomer': query({
    input: z.strictObject({ customerId: recordIdSchema }),
    output: z.strictObject({ asOf: isoDateSchema, holdings: z.array(holdingSchema) }),
  }),
  /** A voucher by its number, whoever brings it. */
  'benefit.byCode': query({
    input: z.strictObject({ code: z.string().trim().min(1).max(40) }),
    output: z.strictObject({ asOf: isoDateSchema, holding: holdingSchema.nullable() }),
  }),
  /** Every movement of everything one customer ever held, or of one voucher. */
  'benefit.statement': query({
    input: z.union([
      z.strictObject({ customerId: recordIdSchema }),
      z.strictObject({ benefitId: recordIdSchema }),
    ]),
    output: z.strictObject({
      asOf: isoDateSchema,
      customerName: z.string().nullable(),
      holdings: statementSchema,
    }),
  }),
  /** As a PDF in the language of the screen; `saved` is false when the owner closed the dialog. */
  'benefit.saveStatement': command({
    input: z.strictObject({ customerId: recordIdSchema }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
  /**
   * Gives without a sale: a welcome voucher, what was on the paper card. Stamps and points are added to the card they
   * have. A second call with the same uid answers the first one's and changes nothing.
   */
  'benefit.grant': command({
    input: z.strictObject({
      planId: recordIdSchema,
      /** Null: a voucher for whoever brings it. */
      customerId: recordIdSchema.nullable(),
      /** Stamps, points, uses, minor units; null: what the plan says. */
      amount: moneySchema.nullable().default(null),
      /** Of a membership; null: today. */
      startsOn: isoDateSchema.nullable().default(null),
      /** Of a voucher that is printed already; null: Revino makes one. */
      code: voucherCodeSchema.nullable().default(null),
      entryUid: z.uuid(),
    }),
    output: madeSchema,
  }),
  /** Takes an entry back by a counter-entry. An entry can be taken back once; the counter-entry too. */
  'benefit.correct': command({ input: z.strictObject({ entryId: recordIdSchema }), output: changeSchema }),
  /** What is left is given up. */
  'benefit.cancel': command({ input: z.strictObject({ benefitId: recordIdSchema }), output: changeSchema }),
  /** Without a sale: the next period of a membership. Sold at the desk, it renews by itself. */
  'benefit.renew': command({
    input: z.strictObject({ benefitId: recordIdSchema, entryUid: z.uuid() }),
    output: madeSchema,
  }),
  'benefit.setCode': command({
    input: z.strictObject({ benefitId: recordIdSchema, code: voucherCodeSchema }),
    output: changeSchema,
  }),
  /** Memberships that end soon or ended lately and were not renewed, and packages that end soon; the most pressing first. */
  'benefit.ending': query({
    input: z.strictObject({
      withinDays: z.int().min(1).max(366).default(30),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      asOf: isoDateSchema,
      memberships: z.array(z.strictObject(endingShape)),
      /** With uses left, none of them over yet. */
      packages: z.array(z.strictObject({ ...endingShape, left: z.int().positive() })),
    }),
  }),
} as const;
