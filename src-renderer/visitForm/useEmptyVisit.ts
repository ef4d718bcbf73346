/** A visit of which nothing is said yet: served by whoever is signed in, until somebody else is chosen. */
import { useMemo } from 'react';
import { useSignedIn } from '../api/access.tsx';
import { EMPTY_VISIT, type VisitDraft } from './visitDraft.ts';

export const useEmptyVisit = (): VisitDraft => {
  const staffId = useSignedIn()?.staffId ?? null;
  return useMemo(() => ({ ...EMPTY_VISIT, staffId }), [staffId]);
};
