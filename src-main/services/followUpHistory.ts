/** The next step in a customer's history, as the door tells it. */
import type { Database } from '../../db/openDatabase.ts';
import { type FollowUpKind, readFollowUpRows } from '../../db/repositories/followUpTimeline.ts';
import type { FollowUpEntry } from '../../src-shared/contract/followUpEntries.ts';
import { wishStep } from './wishService.ts';

/** @param idsOf the records that are asked for @param on the day each was written down */
export const followUpEntries = (
  db: Database,
  idsOf: (kind: FollowUpKind) => readonly number[],
  on: (kind: FollowUpKind, id: number) => string,
): FollowUpEntry[] => {
  const rows = <K extends FollowUpKind>(kind: K) =>
    readFollowUpRows(db, kind, idsOf(kind)).map((row) => ({ ...row, kind, on: on(kind, row.id) }));
  return [
    ...rows('appointment'),
    ...rows('promise'),
    ...rows('gesture').map(({ cancelledAtMs, ...row }) => ({ ...row, isCancelled: cancelledAtMs !== null })),
    ...rows('case'),
    ...rows('wish').map(({ solvedOn, cameVisitId, droppedAtMs, ...row }) => ({
      ...row,
      step: wishStep({ ...row, solvedOn, cameVisitId, droppedAtMs }),
    })),
    ...rows('lapse'),
  ];
};
