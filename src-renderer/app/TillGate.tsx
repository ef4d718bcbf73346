/**
 * The till as it is locked and opened again. Whoever comes back finds everything where it was, half-typed forms included:
 * their screens wait hidden meanwhile. Somebody else begins at the desk, with nothing of what the one before was shown;
 * what either had half typed is kept for them alone, in memory, until the shop is closed.
 */
import { useQueryClient } from '@tanstack/react-query';
import { Activity, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { AccessProvider, useAccessState } from '../api/access.tsx';
import { useEvent } from '../api/events.ts';
import { isOfEverybody } from '../api/queryClient.ts';
import { LockPage } from '../features/access/LockPage.tsx';
import { draftsGoOnFor, forgetDrafts, setDraftsOf } from '../ui/drafts.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PLACES } from '../ui/places.ts';

/** Whose screens are there, and which round of them. */
interface Shown {
  readonly staffId: number | null;
  readonly round: number;
  readonly wasLocked: boolean;
}

export function TillGate({ children }: { children: ReactNode }) {
  const access = useAccessState();
  const client = useQueryClient();
  const notices = useNotices();
  const [, go] = useLocation();
  const [shown, setShown] = useState<Shown | null>(null);
  const focused = useRef<Element | null>(null);
  const state = access.data;
  const isLocked = state?.isOn === true && state.signedIn === null;
  const staffId = state?.signedIn?.staffId ?? null;

  useEffect(() => forgetDrafts, []);
  // Before anything is drawn: the lock takes the focus for itself.
  useEvent('access.changed', ({ isOn, signedIn }) => {
    if (isOn && signedIn === null && staffId !== null) focused.current = document.activeElement;
  });
  useLayoutEffect(() => {
    if (state === undefined) return;
    if (isLocked) {
      if (shown === null || shown.wasLocked) return;
      notices.putAllAway();
      setShown({ ...shown, wasLocked: true });
      return;
    }
    if (shown !== null && shown.staffId === staffId) {
      if (!shown.wasLocked) return;
      void client.invalidateQueries();
      setShown({ ...shown, wasLocked: false });
      return;
    }
    if (shown === null || shown.wasLocked) {
      setDraftsOf(staffId);
      client.removeQueries({ predicate: ({ queryKey }) => !isOfEverybody(queryKey[0]) });
      if (shown !== null) go(PLACES.desk);
    } else {
      // Signing in was just turned on or off here: the same person goes on.
      draftsGoOnFor(staffId);
    }
    setShown({ staffId, round: (shown?.round ?? 0) + (shown?.wasLocked ? 1 : 0), wasLocked: false });
  }, [state, isLocked, staffId, shown, client, notices, go]);

  const isBack = shown !== null && !shown.wasLocked;
  useLayoutEffect(() => {
    if (!isBack) return;
    if (focused.current instanceof HTMLElement && focused.current.isConnected) focused.current.focus();
    focused.current = null;
  }, [isBack]);

  if (access.error) return <ErrorNote error={access.error} />;
  if (state === undefined) return null;
  const isTheirs = shown !== null && (isLocked || shown.staffId === staffId);
  return (
    <AccessProvider state={state}>
      {isTheirs ? (
        <Activity key={shown.round} mode={isLocked || shown.wasLocked ? 'hidden' : 'visible'}>
          {children}
        </Activity>
      ) : null}
      {isLocked ? <LockPage state={state} lastStaffId={shown?.staffId ?? null} /> : null}
    </AccessProvider>
  );
}
