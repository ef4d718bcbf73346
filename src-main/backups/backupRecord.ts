/**
 * Where backups go and how the last ones went, in `backups.json` beside the database and not inside it: it is about
 * this computer, it is needed when the database cannot be opened, and a restored one must not bring old places back.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { toRevinoError } from '../../db/databaseError.ts';
import { ERROR_CODES } from '../../src-shared/contract/errors.ts';

const failureSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  atMs: z.int(),
});

const placeSchema = z.strictObject({
  folder: z.string().min(1),
  /** Of a chosen folder, and its id; null for the one beside the database. */
  mark: z.string().nullable(),
  addedAtMs: z.int(),
  lastGoodMs: z.int().nullable(),
  failure: failureSchema.nullable(),
});

const recordSchema = z.strictObject({
  version: z.literal(1),
  places: z.array(placeSchema),
  /** When the live database was last looked at from end to end, and whether it was sound. */
  liveCheck: z.strictObject({ atMs: z.int(), isSound: z.boolean() }).nullable(),
});

export type PlaceRecord = z.infer<typeof placeSchema>;
export type BackupRecord = z.infer<typeof recordSchema>;

export const OWN_PLACE = 'own';
export const placeIdOf = ({ mark }: Pick<PlaceRecord, 'mark'>): string => mark ?? OWN_PLACE;

/** Always has the own place, first. A record that cannot be read is begun anew: the backups themselves are not in it. */
export const readBackupRecord = (path: string, ownFolder: string): BackupRecord => {
  const known = parsedRecord(path);
  const own = known?.places.find(({ mark }) => mark === null);
  return {
    version: 1,
    places: [
      { mark: null, addedAtMs: 0, lastGoodMs: null, failure: null, ...own, folder: ownFolder },
      ...(known?.places.filter(({ mark }) => mark !== null) ?? []),
    ],
    liveCheck: known?.liveCheck ?? null,
  };
};

const parsedRecord = (path: string): BackupRecord | null => {
  try {
    return recordSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as { code?: unknown }).code === 'ENOENT') return null;
    throw toRevinoError(error, path);
  }
};

/** Whole or not at all. @throws RevinoError `database.notWritable`, `database.noSpace` */
export const writeBackupRecord = (path: string, record: BackupRecord): void => {
  const partial = `${path}.partial`;
  try {
    const handle = openSync(partial, 'w', 0o600);
    try {
      writeSync(handle, `${JSON.stringify(record, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, path);
  } catch (error) {
    throw toRevinoError(error, path);
  }
};
