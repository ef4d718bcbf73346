/** Database files before a session has them open, and after: filled, moved aside, taken away. */
import { renameSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '../../db/openDatabase.ts';

/** A database that nobody else knows of yet, open only while it is filled. */
export const filledWith = async <T>(file: string, fill: (db: Database) => Promise<T>): Promise<T> => {
  const db = openDatabase({ file, key: null, mode: 'write' });
  try {
    return await fill(db);
  } finally {
    db.close();
  }
};

const MOVE_TRIES = 20;
const MOVE_AGAIN_MS = 100;

/** Windows moves no file that a process, ended a moment ago, still holds open. */
export const moveWhenFree = async (from: string, to: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (tries >= MOVE_TRIES || (code !== 'EBUSY' && code !== 'EPERM' && code !== 'EACCES')) throw error;
      await setTimeout(MOVE_AGAIN_MS);
    }
  }
};

/** Takes away a database this very call has made and nobody has worked in. */
export const removeUnused = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
};
