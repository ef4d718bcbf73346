/** What the app's own window may do with the kiosk: open it, hand it to somebody, and say how it is to be. */
import { z } from 'zod';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, localeSchema, recordIdSchema } from './values.ts';

/** Kept as the setting 'kiosk'. */
export const kioskSettingsSchema = z.strictObject({
  /** Null: the first survey that is not archived. */
  surveyId: recordIdSchema.nullable(),
  /** Null: the languages of the survey, the shop's first. */
  locales: z.array(localeSchema).min(1).max(3).nullable(),
  /** How long the thanks stay. */
  returnSeconds: z.int().min(3).max(30),
  /** Untouched for so long, it begins anew. */
  idleSeconds: z.int().min(15).max(300),
});
export type KioskSettings = z.infer<typeof kioskSettingsSchema>;

const kioskChoicesSchema = z.strictObject({
  ...kioskSettingsSchema.shape,
  /** Of this computer, not of the shop. */
  startsAsKiosk: z.boolean(),
});
export type KioskChoices = z.infer<typeof kioskChoicesSchema>;

export const kioskDeskContract = {
  'kiosk.state': query({
    input: emptySchema,
    output: z.strictObject({
      isOpen: z.boolean(),
      /** There is one screen only: the kiosk covers it, or would. */
      isOnlyScreen: z.boolean(),
      /** Where nobody has a PIN: what is typed on the kiosk to leave it. */
      leaveCode: z.string().nullable(),
      /** The program was started to be a kiosk, and waits for somebody to read the code. */
      isWanted: z.boolean(),
    }),
  }),
  /** Opens it where it is not open. Its next answer belongs to the visit or the customer named here, or to nobody. */
  'kiosk.open': command({
    input: z.strictObject({ customerId: recordIdSchema.nullable(), visitId: recordIdSchema.nullable() }),
    output: z.strictObject({ isOnlyScreen: z.boolean() }),
  }),
  'kiosk.choices': query({ input: emptySchema, output: kioskChoicesSchema }),
  'kiosk.keepChoices': command({ input: kioskChoicesSchema.partial(), output: doneSchema }),
} as const;
