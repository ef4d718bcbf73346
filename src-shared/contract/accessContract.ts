/** People at the till: who may sign in, signing in and out, and what the front desk is shown. */
import { z } from 'zod';
import { DESK_VALUES_SHOWN, ROLES } from '../domain/closedLists.ts';
import { command, query } from './procedure.ts';
import { passphraseSchema } from './shopContract.ts';
import { doneSchema, emptySchema, isoDateSchema, recordIdSchema } from './values.ts';

export const pinSchema = z.string().regex(/^\d{4,8}$/);

const roleSchema = z.enum(ROLES);

const personSchema = z.strictObject({ staffId: recordIdSchema, name: z.string(), role: roleSchema });
export type TillPerson = z.infer<typeof personSchema>;

export const accessStateSchema = z.strictObject({
  /** False while no owner has a PIN: nobody signs in, and whoever sits here is the owner. */
  isOn: z.boolean(),
  /** Null while the till is locked, and where nobody signs in. */
  signedIn: personSchema.nullable(),
  /** Who can sign in, by name. */
  people: z.array(personSchema),
  /** With what a forgotten PIN of an owner is set anew; 'commandLine' where the shop has no key. */
  resetBy: z.enum(['recoveryKey', 'passphrase', 'commandLine']),
});
export type AccessState = z.infer<typeof accessStateSchema>;

/** How a try ended. */
const tryOutcomeSchema = z.strictObject({
  isRight: z.boolean(),
  /** Before the next wait. */
  triesLeft: z.int().nonnegative(),
  /** No other try is looked at before; 0: now. */
  waitSeconds: z.int().nonnegative(),
});
export type TryOutcome = z.infer<typeof tryOutcomeSchema>;

/** Kept as the setting 'access'. */
export const accessSettingsSchema = z.strictObject({
  /** Null: only when somebody locks it, or the system locks its screen. */
  autoLockMinutes: z.int().min(1).max(240).nullable(),
});

const accessChoicesSchema = z.strictObject({
  ...accessSettingsSchema.shape,
  /** Kept as the setting 'desk.valueShown'. */
  deskValueShown: z.enum(DESK_VALUES_SHOWN),
});
export type AccessChoices = z.infer<typeof accessChoicesSchema>;

const secretSchema = z.union([
  z.strictObject({ passphrase: passphraseSchema }),
  z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
]);

export const accessContract = {
  'access.state': query({ input: emptySchema, output: accessStateSchema }),
  'access.signIn': command({
    input: z.strictObject({ staffId: recordIdSchema, pin: pinSchema }),
    output: tryOutcomeSchema,
  }),
  /** Signs out; whoever comes next signs in. Nothing happens where nobody signs in. */
  'access.lock': command({ input: emptySchema, output: doneSchema }),
  /** A new PIN for whoever is signed in. */
  'access.changeOwnPin': command({
    input: z.strictObject({ oldPin: pinSchema, newPin: pinSchema }),
    output: tryOutcomeSchema,
  }),
  /** All who work here, and which of them can sign in. */
  'access.people': query({
    input: emptySchema,
    output: z.strictObject({
      people: z.array(
        z.strictObject({
          staffId: recordIdSchema,
          name: z.string(),
          role: roleSchema.nullable(),
          pinSetOn: isoDateSchema.nullable(),
        }),
      ),
    }),
  }),
  /** Lets somebody sign in, or changes their role or PIN. `pin` null: it stays; the first one is needed. */
  'access.setPerson': command({
    input: z.strictObject({ staffId: recordIdSchema, role: roleSchema, pin: pinSchema.nullable() }),
    output: doneSchema,
  }),
  /** They stay on the list of staff and can no longer sign in. */
  'access.removePerson': command({ input: z.strictObject({ staffId: recordIdSchema }), output: doneSchema }),
  /** Takes all PINs away: nobody signs in any more. */
  'access.turnOff': command({ input: emptySchema, output: doneSchema }),
  'access.choices': query({ input: emptySchema, output: accessChoicesSchema }),
  'access.keepChoices': command({ input: accessChoicesSchema.partial(), output: doneSchema }),
  /** A forgotten PIN of an owner: whoever has the key of the shop sets a new one, and is signed in. */
  'access.resetOwnerPin': command({
    input: z.strictObject({ staffId: recordIdSchema, secret: secretSchema, pin: pinSchema }),
    output: doneSchema,
  }),
} as const;
