/**
 * Backups and their restoring. The window names a place or a backup by an id it was given, never by a path; paths are
 * shown to it so that the owner can recognise a folder.
 */
import { z } from 'zod';
import { BACKUP_KINDS, BACKUP_STATES } from '../domain/closedLists.ts';
import { ERROR_CODES } from './errors.ts';
import { command, query } from './procedure.ts';
import { passphraseSchema } from './shopContract.ts';
import { doneSchema, emptySchema, isoDateSchema } from './values.ts';

/** A moment as the shop's clock shows it. */
const momentSchema = z.strictObject({ on: isoDateSchema, at: z.string().regex(/^\d\d:\d\d$/) });
export type Moment = z.infer<typeof momentSchema>;

const failureSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const backupPlaceSchema = z.strictObject({
  placeId: z.string().min(1).max(64),
  folder: z.string(),
  /** The folder beside the records; it cannot be taken away. */
  isOwn: z.boolean(),
  lastGood: momentSchema.nullable(),
  /** Why the last attempt did not succeed; null when it did, or there was none yet. */
  failure: failureSchema.nullable(),
});
export type BackupPlaceState = z.infer<typeof backupPlaceSchema>;

/** What the owner should know; `days` since the last good backup there, null where there never was one. */
const backupWorrySchema = z.strictObject({
  kind: z.enum(['damaged', 'late', 'lateElsewhere']),
  days: z.int().nonnegative().nullable(),
});
export type BackupWorry = z.infer<typeof backupWorrySchema>;

const foundBackupSchema = z.strictObject({
  backupId: z.string().min(1).max(64),
  kind: z.enum(BACKUP_KINDS),
  made: momentSchema,
  folder: z.string(),
  /** In the folder beside the records, or beside them. */
  isHere: z.boolean(),
  fileName: z.string(),
  bytes: z.int().nonnegative(),
  /** 'otherKey': no known key opens it. Only one that 'opens' can be restored. */
  state: z.enum(BACKUP_STATES),
  isEncrypted: z.boolean(),
  isOlderSchema: z.boolean(),
  shopName: z.string().nullable(),
  customers: z.int().nonnegative().nullable(),
  visits: z.int().nonnegative().nullable(),
  newestVisitOn: isoDateSchema.nullable(),
  /** This computer could not keep its key by itself: a passphrase must be chosen with the restore. */
  needsPassphrase: z.boolean(),
});
export type FoundBackup = z.infer<typeof foundBackupSchema>;

export const backupContract = {
  'backup.status': query({
    input: emptySchema,
    output: z.strictObject({
      places: z.array(backupPlaceSchema),
      lastGood: momentSchema.nullable(),
      worry: backupWorrySchema.nullable(),
      /** Of the backup that is being made now. */
      jobId: z.string().nullable(),
    }),
  }),
  'backup.start': command({ input: emptySchema, output: z.strictObject({ jobId: z.string() }) }),
  /** Asks for a folder; `added` is false when the owner cancelled. */
  'backup.addPlace': command({ input: emptySchema, output: z.strictObject({ added: z.boolean() }) }),
  /** The backups that lie there stay. */
  'backup.removePlace': command({
    input: z.strictObject({ placeId: z.string().max(64) }),
    output: doneSchema,
  }),
  'backup.openPlace': command({ input: z.strictObject({ placeId: z.string().max(64) }), output: doneSchema }),
  /** Every backup in every place, newest first. Works without an open shop. */
  'backup.list': query({
    input: emptySchema,
    output: z.strictObject({ backups: z.array(foundBackupSchema) }),
  }),
  /** Asks for a file and adds it to the list; null when the owner cancelled. */
  'backup.pickFile': command({
    input: emptySchema,
    output: z.strictObject({ backupId: z.string().nullable() }),
  }),
  /** Tries a secret on the backups of the list; the list is to be read again. */
  'backup.unlock': command({
    input: z.union([
      z.strictObject({ passphrase: passphraseSchema }),
      z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
    ]),
    output: doneSchema,
  }),
  /** Checks the backup and puts it in the place of the records; when the job is done, the restored shop is open. */
  'backup.restore': command({
    input: z.strictObject({
      backupId: z.string().max(64),
      /** For this computer from now on; needed with `needsPassphrase` only. */
      passphrase: passphraseSchema.nullable(),
    }),
    output: z.strictObject({ jobId: z.string() }),
  }),
} as const;
