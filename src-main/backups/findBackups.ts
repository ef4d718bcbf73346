/**
 * Which backups there are and what is in each, as far as the known keys open them. Looks quickly: a backup is read
 * from end to end only when it is to be restored.
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toRevinoError } from '../../db/databaseError.ts';
import { CHECKOUT_MIGRATIONS_DIR, pendingMigrations, readMigrations } from '../../db/migrationLedger.ts';
import { openDatabase } from '../../db/openDatabase.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { BackupKind, BackupState } from '../../src-shared/domain/closedLists.ts';
import { parseBackupName } from './backupName.ts';
import type { BackupPlace } from './makeBackup.ts';
import { requirePlace } from './placeMark.ts';
import { readShopCard, type ShopCard } from './shopCard.ts';

export interface FoundBackup {
  readonly file: string;
  readonly placeId: string | null;
  readonly kind: BackupKind;
  readonly madeAtMs: number;
  readonly bytes: number;
  readonly state: BackupState;
  /** Position in the keys that were given; -1 for a plain one, null where none opens it. */
  readonly keyIndex: number | null;
  /** Null unless it opens. */
  readonly card: ShopCard | null;
  readonly isOlderSchema: boolean;
}

export interface SearchOrder {
  readonly places: readonly BackupPlace[];
  /** Files to look at besides what the places hold. */
  readonly files: readonly string[];
  /** The live database, whose replaced predecessors lie beside it. */
  readonly liveFile: string;
  readonly keys: readonly Uint8Array[];
  readonly migrationsDir?: string;
}

/** A folder with thousands of copies is not ours to read through. */
const MOST_FILES_PER_PLACE = 200;

/** Newest first. A place that is not there has none. */
export const findBackups = (order: SearchOrder): FoundBackup[] => {
  const inPlaces = order.places.flatMap(({ placeId, folder, mark }) =>
    filesIn(folder, mark).map((file) => ({ file, placeId })),
  );
  const replaced = replacedBeside(order.liveFile).map((file) => ({ file, placeId: null }));
  const others = order.files.map((file) => ({ file, placeId: null }));
  const all = [...inPlaces, ...replaced, ...others];
  // A file that was picked by hand may lie in a place as well.
  const isFirst = ({ file }: { readonly file: string }, at: number): boolean =>
    all.findIndex((other) => other.file === file) === at;
  return all
    .filter((one, at) => one.file !== order.liveFile && isFirst(one, at))
    .flatMap(({ file, placeId }) => inspectBackup(file, placeId, order) ?? [])
    .toSorted((a, b) => b.madeAtMs - a.madeAtMs);
};

const filesIn = (folder: string, mark: string | null): string[] => {
  try {
    if (mark !== null) requirePlace(folder, mark);
    return newestNames(readdirSync(folder).filter((name) => name.endsWith('.revino'))).map((name) =>
      join(folder, name),
    );
  } catch (error) {
    const known = toRevinoError(error, folder);
    if (known instanceof RevinoError) return [];
    throw known;
  }
};

const newestNames = (names: readonly string[]): string[] =>
  names
    .toSorted((a, b) => (parseBackupName(b).madeAtMs ?? 0) - (parseBackupName(a).madeAtMs ?? 0))
    .slice(0, MOST_FILES_PER_PLACE);

const replacedBeside = (liveFile: string): string[] => {
  const folder = join(liveFile, '..');
  const prefix = `${basename(liveFile)}.replaced-`;
  return filesNamed(folder, (name) => name.startsWith(prefix) && parseBackupName(name).kind === 'replaced');
};

const filesNamed = (folder: string, isWanted: (name: string) => boolean): string[] => {
  try {
    return readdirSync(folder)
      .filter(isWanted)
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw toRevinoError(error, folder);
  }
};

/** Null where there is no such file (any more). */
const inspectBackup = (
  file: string,
  placeId: string | null,
  { keys, migrationsDir = CHECKOUT_MIGRATIONS_DIR }: Pick<SearchOrder, 'keys' | 'migrationsDir'>,
): FoundBackup | null => {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  const { kind, madeAtMs } = parseBackupName(basename(file));
  const seen = { file, placeId, kind, madeAtMs: madeAtMs ?? Math.round(stats.mtimeMs), bytes: stats.size };
  const unopened = (state: BackupState): FoundBackup => ({
    ...seen,
    state,
    keyIndex: null,
    card: null,
    isOlderSchema: false,
  });
  const attempts: (readonly [number, Uint8Array | null])[] = [[-1, null], ...keys.entries()];
  let state: BackupState = 'otherKey';
  for (const [keyIndex, key] of attempts) {
    try {
      return { ...seen, state: 'opens', keyIndex, ...look(file, key, migrationsDir) };
    } catch (error) {
      const known = toRevinoError(error, file);
      if (!(known instanceof RevinoError)) throw known;
      if (known.code === 'database.keyNeeded' || known.code === 'database.wrongKey') continue;
      state = stateOf(known);
      break;
    }
  }
  return unopened(state);
};

const look = (file: string, key: Uint8Array | null, migrationsDir: string) => {
  const db = openDatabase({ file, key, mode: 'read' });
  try {
    const { pending } = pendingMigrations(db.sqlite, readMigrations(migrationsDir), file);
    return { card: readShopCard(db), isOlderSchema: pending.length > 0 };
  } finally {
    db.close();
  }
};

const stateOf = ({ code }: RevinoError): BackupState => {
  if (code === 'database.newer') return 'newer';
  if (code === 'database.foreign' || code === 'shop.none') return 'foreign';
  return 'damaged';
};
