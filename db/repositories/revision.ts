/**
 * A record's state as one short word. A form remembers the word it started from, so that what an import, an undo or
 * another window wrote meanwhile is not written over unseen. A record that was changed and put back is the same again.
 */
import { createHash } from 'node:crypto';
import { RevinoError } from '../../src-shared/contract/errors.ts';

const LENGTH = 16;

/** @param state as its repository reads it, in a fixed order of keys */
export const revisionOf = (state: unknown): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, LENGTH);

/**
 * @param expected null: whoever asks has not looked at the record before, and means it as it stands
 * @throws RevinoError `record.changedMeanwhile`
 */
export const requireRevision = (state: unknown, expected: string | null): void => {
  if (expected !== null && revisionOf(state) !== expected) throw new RevinoError('record.changedMeanwhile');
};
