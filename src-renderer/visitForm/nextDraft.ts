/** What is agreed and given at a visit as it stands in the form, and what it says once it is read. Pure. */
import type { Locale } from '../../src-shared/contract/values.ts';
import type { NextStep } from '../../src-shared/contract/visitContract.ts';
import { parseTypedNext } from './typedNext.ts';

export interface NextDraft {
  /** Null: nothing is agreed. */
  readonly appointment: {
    /** When, as typed. */
    readonly when: string;
    readonly offeringId: number | null;
    /** Null: whoever does the visit. */
    readonly staffId: number | null;
  } | null;
  readonly promise: string | null;
  readonly gesture: { readonly kindId: number | null; readonly reason: string } | null;
}

export const NOTHING_NEXT: NextDraft = { appointment: null, promise: null, gesture: null };

export interface NextFaults {
  readonly when: boolean;
  readonly promise: boolean;
  readonly gesture: boolean;
}
export const NO_NEXT_FAULTS: NextFaults = { when: false, promise: false, gesture: false };

export interface NextReading {
  readonly today: string;
  readonly locale: Locale;
  readonly suggestedOn: string | null;
  /** Of the visit. */
  readonly staffId: number | null;
}

/** Null where nothing was opened; the faults where something that was opened says nothing that could be kept. */
export const readNext = (
  { appointment, promise, gesture }: NextDraft,
  { today, locale, suggestedOn, staffId }: NextReading,
): { next: NextStep | null } | { faults: NextFaults } => {
  const at = appointment === null ? null : parseTypedNext(appointment.when, today, locale, suggestedOn);
  const faults = {
    when: appointment !== null && at === null,
    promise: promise !== null && promise.trim() === '',
    gesture: gesture !== null && gesture.kindId === null,
  };
  if (faults.when || faults.promise || faults.gesture) return { faults };
  if (appointment === null && promise === null && gesture === null) return { next: null };
  return {
    next: {
      appointment:
        appointment === null || at === null
          ? null
          : {
              ...at,
              offeringId: appointment.offeringId,
              staffId: appointment.staffId ?? staffId,
              note: null,
            },
      promise: promise === null ? null : { text: promise.trim(), dueOn: null },
      gesture:
        gesture === null || gesture.kindId === null
          ? null
          : { kindId: gesture.kindId, reason: gesture.reason.trim() || null },
    },
  };
};
