/** The state of what is agreed and given at a visit: what is typed, what is wrong with it, and what it says. */
import { useEffect, useRef, useState } from 'react';
import type { Glance } from '../../../src-shared/contract/glanceContract.ts';
import type { NextStep } from '../../../src-shared/contract/visitContract.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import {
  type NextDraft,
  type NextFaults,
  NO_NEXT_FAULTS,
  NOTHING_NEXT,
  readNext,
} from '../../visitForm/nextDraft.ts';

export interface Next {
  readonly draft: NextDraft;
  readonly faults: NextFaults;
  change(part: Partial<NextDraft>): void;
  /** With the day their own rhythm suggests, selected, so that typing replaces it. */
  openAppointment(): void;
  openPromise(): void;
  openGesture(): void;
  /** Recorded or given up. */
  drop(): void;
  /** What it says; undefined when something is wrong, which is then shown. */
  read(staffId: number | null): NextStep | null | undefined;
}

/** As days are typed: 27.11. */
const typedDay = (isoDate: string): string => `${Number(isoDate.slice(8))}.${Number(isoDate.slice(5, 7))}.`;

export const useNext = (draftKey: string, glance: Glance | null): Next => {
  const words = useWords();
  const { today } = useOpenShop();
  const { value: draft, change: changeDraft, drop } = useDraft(`${draftKey}.next`, NOTHING_NEXT);
  const [faults, setFaults] = useState(NO_NEXT_FAULTS);
  const suggestedOn = glance?.suggestedNextOn ?? null;
  /** Opened before the suggestion was known, and nothing typed since. */
  const awaitsSuggestion = useRef(false);
  useEffect(() => {
    if (!awaitsSuggestion.current || suggestedOn === null) return;
    awaitsSuggestion.current = false;
    changeDraft((known) =>
      known.appointment === null || known.appointment.when !== ''
        ? known
        : { ...known, appointment: { ...known.appointment, when: typedDay(suggestedOn) } },
    );
  }, [suggestedOn, changeDraft]);
  const change = (part: Partial<NextDraft>) => {
    changeDraft((known) => ({ ...known, ...part }));
    setFaults(NO_NEXT_FAULTS);
  };
  return {
    draft,
    faults,
    change,
    drop,
    openAppointment: () => {
      if (draft.appointment !== null) return;
      const when = suggestedOn === null ? '' : typedDay(suggestedOn);
      awaitsSuggestion.current = suggestedOn === null;
      change({ appointment: { when, offeringId: null, staffId: null } });
    },
    openPromise: () => {
      if (draft.promise === null) change({ promise: '' });
    },
    openGesture: () => {
      if (draft.gesture === null) change({ gesture: { kindId: null, reason: '' } });
    },
    read: (staffId) => {
      const said = readNext(draft, { today, locale: words.locale, suggestedOn, staffId });
      if ('next' in said) return said.next;
      setFaults(said.faults);
      return undefined;
    },
  };
};
