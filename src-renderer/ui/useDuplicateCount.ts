/** How many pairs of cards look like one person's, for the tab; null while nobody knows, and for who may not see them. */
import { useRole } from '../api/access.tsx';
import { useAnswer } from '../api/procedures.ts';

/** The same question as the list's own, so that it is asked once. */
export const PAIRS_AT_FIRST = 50;

export const useDuplicateCount = (isAsked: boolean): number | null => {
  const isAllowed = useRole() !== 'desk';
  const { data } = useAnswer(
    'customer.duplicatePairs',
    { offset: 0, limit: PAIRS_AT_FIRST },
    { enabled: isAsked && isAllowed },
  );
  return data === undefined ? null : data.counts.sure + data.counts.likely;
};
