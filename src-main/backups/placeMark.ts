/**
 * A folder the owner chose carries a small file that says so. Without it, backups would one day be written into the
 * empty folder where a stick used to be, or onto another stick with the same letter.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';

const MARK = '.revino-backups';

const readMark = (folder: string): string | null => {
  try {
    const mark = readFileSync(join(folder, MARK), 'utf8').trim();
    return /^[0-9a-f-]{36}$/.test(mark) ? mark : null;
  } catch {
    // Whatever the reason: this is not the place it is taken for, as far as can be told.
    return null;
  }
};

/** Marks a folder, or answers the mark it has. @throws RevinoError `backup.placeNotWritable` */
export const markPlace = (folder: string): string => {
  const known = readMark(folder);
  if (known !== null) return known;
  const mark = randomUUID();
  try {
    writeFileSync(join(folder, MARK), `${mark}\n`);
  } catch (error) {
    throw new RevinoError('backup.placeNotWritable', { folder }, { cause: error });
  }
  return mark;
};

/** @throws RevinoError `backup.placeUnreachable` when the folder is not there, or is not the one that was chosen */
export const requirePlace = (folder: string, mark: string): void => {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder || readMark(folder) !== mark) throw new RevinoError('backup.placeUnreachable', { folder });
};
