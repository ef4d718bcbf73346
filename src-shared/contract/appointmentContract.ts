/** Appointments: what is agreed for a day, and whether they came. */
import { z } from 'zod';
import { APPOINTMENT_OUTCOMES } from '../domain/closedLists.ts';
import { changeSchema, noteSchema, personSchema } from './followUpValues.ts';
import { command, query } from './procedure.ts';
import { emptySchema, isoDateSchema, recordIdSchema } from './values.ts';

/** Minutes after midnight on the shop's clock. */
const minuteSchema = z.int().min(0).max(1439);
const appointmentFields = {
  onDate: isoDateSchema,
  /** Null: some time that day. */
  atMinute: minuteSchema.nullable(),
  offeringId: recordIdSchema.nullable(),
  /** Who it is with. */
  staffId: recordIdSchema.nullable(),
  note: noteSchema,
};
export const appointmentPlanSchema = z.strictObject(appointmentFields);
export type AppointmentPlan = z.infer<typeof appointmentPlanSchema>;

export const appointmentSchema = z.strictObject({
  ...appointmentFields,
  appointmentId: recordIdSchema,
  customer: personSchema,
  /** As shown; null without one. */
  phone: z.string().nullable(),
  offering: z.string().nullable(),
  staff: z.string().nullable(),
  /** Null: still open. */
  outcome: z.enum(APPOINTMENT_OUTCOMES).nullable(),
  /** The visit it became. */
  visitId: recordIdSchema.nullable(),
});
export type Appointment = z.infer<typeof appointmentSchema>;
/** Others with the same member of staff less than half an hour away: told, never refused. */
export const clashesSchema = z.array(
  z.strictObject({ appointmentId: recordIdSchema, name: z.string(), atMinute: minuteSchema }),
);
export type Clash = z.infer<typeof clashesSchema>[number];

export const appointmentContract = {
  'appointment.make': command({
    input: z.strictObject({
      ...appointmentFields,
      customerId: recordIdSchema,
      /** The visit at which it was agreed. */
      madeAtVisitId: recordIdSchema.nullable(),
    }),
    output: z.strictObject({
      appointmentId: recordIdSchema,
      changeId: recordIdSchema,
      clashes: clashesSchema,
    }),
  }),
  /** Moves it, or corrects what was agreed. */
  'appointment.edit': command({
    input: z.strictObject({ ...appointmentFields, appointmentId: recordIdSchema }),
    output: z.strictObject({ ...changeSchema.shape, clashes: clashesSchema }),
  }),
  /** Null opens it again. A visit of that day sets `came` by itself. */
  'appointment.setOutcome': command({
    input: z.strictObject({
      appointmentId: recordIdSchema,
      outcome: z.enum(APPOINTMENT_OUTCOMES).nullable(),
    }),
    output: changeSchema,
  }),
  'appointment.clashes': query({
    input: z.strictObject({
      onDate: isoDateSchema,
      atMinute: minuteSchema,
      staffId: recordIdSchema,
      exceptId: recordIdSchema.nullable(),
    }),
    output: z.strictObject({ clashes: clashesSchema }),
  }),
  'appointment.ofDay': query({
    /** Null: today. */
    input: z.strictObject({ on: isoDateSchema.nullable() }),
    output: z.strictObject({
      on: isoDateSchema,
      /** By time, those without one last; cancelled ones are not among them. */
      appointments: z.array(appointmentSchema),
      expected: z.int().nonnegative(),
      came: z.int().nonnegative(),
      missed: z.int().nonnegative(),
    }),
  }),
  /** "Did they come?": open ones of the seven days before today, the newest day first. */
  'appointment.unanswered': query({
    input: emptySchema,
    output: z.strictObject({ appointments: z.array(appointmentSchema) }),
  }),
  /** Open ones from today on, by day: at most 200. */
  'appointment.ahead': query({
    input: emptySchema,
    output: z.strictObject({ appointments: z.array(appointmentSchema), total: z.int().nonnegative() }),
  }),
} as const;
