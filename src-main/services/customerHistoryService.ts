/** What happened with a customer, put together from the records for the card. */
import type { Database } from '../../db/openDatabase.ts';
import { currentCustomerId } from '../../db/repositories/customerMerge.ts';
import {
  countTimeline,
  listTimeline,
  readTimelineChanges,
  readTimelineConsents,
  readTimelineImports,
  readTimelineOpinions,
  readTimelineVisits,
  type TimelineRef,
} from '../../db/repositories/customerTimeline.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { TimelineEntry } from '../../src-shared/contract/customerContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { ConsentChannel, ConsentPurpose } from '../../src-shared/domain/closedLists.ts';
import { followUpEntries } from './followUpHistory.ts';
import { readShop } from './shopService.ts';

/** The newest `limit` of everything. */
export const customerTimeline = (
  db: Database,
  { customerId: askedId, limit }: InputOf<AppContract['customer.timeline']>,
): OutputOf<AppContract['customer.timeline']> =>
  inReadTransaction(db, () => {
    const customerId = currentCustomerId(db, askedId);
    const { timeZone } = readShop(db);
    const refs = listTimeline(db, customerId, limit);
    const entries = readEntries(db, refs, (atMs) => businessDateOfInstant(atMs, timeZone));
    return {
      entries: refs.map(({ kind, id }) => entries.get(`${kind}${id}`)).filter((entry) => entry !== undefined),
      total: countTimeline(db, customerId),
    };
  });

function readEntries(
  db: Database,
  refs: readonly TimelineRef[],
  dayOf: (atMs: number) => string,
): Map<string, TimelineEntry> {
  const idsOf = (kind: TimelineRef['kind']) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
  const days = new Map(refs.map(({ kind, id, atMs }) => [`${kind}${id}`, dayOf(atMs)]));
  const on = (kind: TimelineRef['kind'], id: number) => days.get(`${kind}${id}`) ?? '';
  const entries: TimelineEntry[] = [
    ...readTimelineVisits(db, idsOf('visit')).map(
      ({ id, businessDate, offerings, lines, amountMinor, staff, note, ...visit }): TimelineEntry => ({
        kind: 'visit',
        id,
        on: businessDate,
        offerings: [...new Set(JSON.parse(offerings) as string[])],
        amountMinor: lines === 0 ? null : amountMinor,
        hasAmount: lines > 0,
        staff,
        note,
        cancelled:
          visit.cancelledAtMs === null
            ? null
            : { on: dayOf(visit.cancelledAtMs), by: visit.cancelledBy, reason: visit.cancelReason },
      }),
    ),
    ...readTimelineOpinions(db, idsOf('opinion')).map(
      (opinion): TimelineEntry => ({ kind: 'opinion', on: on('opinion', opinion.id), ...opinion }),
    ),
    ...readTimelineConsents(db, idsOf('consent')).map(
      ({ id, channel, purpose, isGiven, evidence }): TimelineEntry => ({
        kind: 'consent',
        id,
        on: on('consent', id),
        channel: channel as ConsentChannel,
        purpose: purpose as ConsentPurpose,
        isGiven: isGiven === 1,
        evidence,
      }),
    ),
    ...readTimelineChanges(db, idsOf('change')).map(
      ({ id, action, fields, staff, mergedName, undoChangeId, isUndone }): TimelineEntry => ({
        kind: 'change',
        id,
        on: on('change', id),
        action,
        fields: JSON.parse(fields) as string[],
        staff,
        merge: mergedName === null ? null : { name: mergedName, undoChangeId, isUndone: isUndone === 1 },
      }),
    ),
    ...readTimelineImports(db, idsOf('import')).map(
      ({ id, fileName, undoneAtMs }): TimelineEntry => ({
        kind: 'import',
        id,
        on: on('import', id),
        fileName,
        isUndone: undoneAtMs !== null,
      }),
    ),
    ...followUpEntries(db, idsOf, on),
  ];
  return new Map(entries.map((entry) => [`${entry.kind}${entry.id}`, entry]));
}
