/** Writes a file the owner asked for so that it is there whole or not at all. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';

/** Replaces the file at `path`, which may exist. @throws RevinoError `report.notWritable` */
export const saveWhole = async (
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> => {
  const half = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = await open(half, 'wx');
    try {
      await file.writeFile(content);
      // Reaches the disk before the name does, or a power cut leaves an empty file under the final name.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    if (error instanceof Error && 'code' in error)
      throw new RevinoError(
        'report.notWritable',
        { file: basename(path), reason: String(error.code) },
        { cause: error },
      );
    throw error;
  }
};
