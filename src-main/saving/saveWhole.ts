/** Writes a file the owner asked for so that it is there whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';

export interface SaveOptions {
  /**
   * Readable by its owner alone, as the database is: for records of people and for keys. A report is made to be handed on,
   * and gets what the system gives every file.
   */
  readonly isPrivate?: boolean;
}

/** Replaces the file at `path`, which may exist. @throws RevinoError `report.notWritable` */
export const saveWhole = async (
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  { isPrivate = false }: SaveOptions = {},
): Promise<void> => {
  try {
    const place = await placeOf(path);
    // Not after the file: a name as long as the system allows has no room for more.
    const half = join(dirname(place), `.revino-${randomUUID()}`);
    try {
      const file = await open(half, 'wx', isPrivate ? 0o600 : 0o666);
      try {
        await file.writeFile(content);
        // Reaches the disk before the name does, or a power cut leaves an empty file under the final name.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, place);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  } catch (error) {
    // Only what the file system said: refusals of whoever makes the content, and the database's own faults, are theirs.
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new RevinoError(
        'report.notWritable',
        { file: basename(path), reason: String(error.code) },
        { cause: error },
      );
    throw error;
  }
};

/** What a link leads to is replaced, not the link; a device or a folder is nothing that could be replaced by a file. */
const placeOf = async (path: string): Promise<string> => {
  const place = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (place === null) return path;
  if (!(await stat(place)).isFile())
    throw new RevinoError('report.notWritable', { file: basename(path), reason: 'notAFile' });
  return place;
};
