/**
 * The one small thing worth doing for the person at the desk, and why. A list of rules in their order: the first that
 * holds speaks, so that the same card always says the same. Pure.
 */
import type { RhythmState } from './rhythm.ts';

export const GESTURE_REASONS = [
  'openCase',
  'birthday',
  'firstVisit',
  'secondVisit',
  'roundVisit',
  'longAbsent',
  'wishSolved',
  'cardNearlyFull',
] as const;
export type GestureReason = (typeof GESTURE_REASONS)[number];

export interface GestureFacts {
  readonly hasOpenCase: boolean;
  /** Days to the nearest birthday, negative when it was; null when it is not near. */
  readonly birthdayInDays: number | null;
  /** Days with a visit so far. */
  readonly occasions: number;
  readonly state: RhythmState | null;
  readonly daysSince: number | null;
  readonly hasSolvedWish: boolean;
  /** What is missing to the reward of the card that is nearest to it; null without such a card. */
  readonly missingOnCard: number | null;
}

export interface SuggestedGesture {
  readonly reason: GestureReason;
  /** Number of the visit, days to the birthday, days away, or what is missing on the card; else 0. */
  readonly count: number;
}

/** A birthday is spoken of so many days before and after it. */
export const BIRTHDAY_DAYS = 7;
const FIRST_ROUND = 10;
const NEARLY_FULL = 2;

/** 10, 25, 50, then every fifty. */
const isRound = (visit: number): boolean =>
  visit === FIRST_ROUND || visit === 25 || (visit > 0 && visit % 50 === 0);

/** Whoever was here today already is at that visit; anybody else at the next. */
const visitNumber = ({ occasions, daysSince }: GestureFacts): number =>
  daysSince === 0 ? occasions : occasions + 1;

const RULES: Readonly<Record<GestureReason, (facts: GestureFacts) => number | null>> = {
  openCase: ({ hasOpenCase }) => (hasOpenCase ? 0 : null),
  birthday: ({ birthdayInDays }) => birthdayInDays,
  firstVisit: (facts) => (visitNumber(facts) === 1 ? 1 : null),
  secondVisit: (facts) => (visitNumber(facts) === 2 ? 2 : null),
  roundVisit: (facts) => (isRound(visitNumber(facts)) ? visitNumber(facts) : null),
  longAbsent: ({ state, daysSince }) => (state === 'lapsed' ? daysSince : null),
  wishSolved: ({ hasSolvedWish }) => (hasSolvedWish ? 0 : null),
  cardNearlyFull: ({ missingOnCard }) =>
    missingOnCard !== null && missingOnCard <= NEARLY_FULL ? missingOnCard : null,
};

export const suggestedGesture = (facts: GestureFacts): SuggestedGesture | null => {
  for (const reason of GESTURE_REASONS) {
    const count = RULES[reason](facts);
    if (count !== null) return { reason, count };
  }
  return null;
};
