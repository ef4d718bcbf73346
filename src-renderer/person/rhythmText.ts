/** How somebody comes, in a sentence: the same words at the desk, in a list of found people and on the card. Pure. */
import type { ShownRhythm } from '../../src-shared/contract/glanceContract.ts';
import { FEW_GAPS } from '../../src-shared/domain/rhythmGlance.ts';
import type { Words } from '../../src-shared/words/words.ts';

const DAYS_IN_MONTH = 365.25 / 12;

/** In the unit in which people count such a span: days, weeks, months, years. */
const inUnit = (days: number): { unit: 'days' | 'weeks' | 'months' | 'years'; count: number } => {
  if (days < 7 || (days < 11 && days !== 7)) return { unit: 'days', count: days };
  if (days < 67) return { unit: 'weeks', count: Math.round(days / 7) };
  const months = Math.round(days / DAYS_IN_MONTH);
  return months < 18 && months !== 12
    ? { unit: 'months', count: months }
    : { unit: 'years', count: Math.max(1, Math.round(days / 365.25)) };
};

/** "every 5 weeks". */
export const everyText = (words: Words, days: number): string => {
  const { unit, count } = inUnit(Math.max(1, days));
  return words.t(`person.every.${unit}`, { count });
};

/** "24 days ago"; weeks only where days would have to be counted. */
export const agoText = (words: Words, days: number): string => {
  if (days < 28) return words.t('person.ago.days', { count: days });
  const { unit, count } = inUnit(days);
  return words.t(`person.ago.${unit}`, { count });
};

/** "in 5 weeks". */
export const inText = (words: Words, days: number): string => {
  if (days < 7) return words.t('person.in.days', { count: days });
  const { unit, count } = inUnit(days);
  return words.t(`person.in.${unit}`, { count });
};

export interface Coming {
  readonly occasions: number;
  readonly rhythm: ShownRhythm | null;
  /** Days since the last visit, for whoever has no rhythm; null without a visit. */
  readonly daysSince: number | null;
}

const usualText = (words: Words, rhythm: ShownRhythm): string => {
  const every = everyText(words, rhythm.everyDays);
  if (rhythm.isPlanned) return words.t('person.planned', { every });
  if (rhythm.ownGaps < FEW_GAPS) return words.t('person.few', { every });
  return words.t(rhythm.isErratic ? 'person.irregularly' : 'person.usually', { every });
};

/** With <b> marks, without a full stop. */
export const rhythmSentence = (words: Words, { occasions, rhythm, daysSince }: Coming): string => {
  if (occasions === 0 || daysSince === null) return words.t('person.none');
  const ago = agoText(words, daysSince);
  if (occasions === 1) return daysSince === 0 ? words.t('person.onceToday') : words.t('person.once', { ago });
  if (rhythm === null) return words.t('person.visitsOnly', { count: occasions, ago });
  const usual = usualText(words, rhythm);
  if (rhythm.daysSince === 0) return words.t('person.hereToday', { usual });
  switch (rhythm.state) {
    case 'onTime':
      return words.t('person.onTime', { usual });
    case 'due':
      return words.t('person.due', { usual });
    case 'overdue':
      return words.t('person.overdue', { usual, count: rhythm.overdueDays });
    case 'lapsed':
      return words.t('person.lapsed', { usual, ago });
  }
};

/** Late: the only states for which the desk uses the warm colour. */
export const isLate = (rhythm: ShownRhythm | null): boolean =>
  rhythm !== null && rhythm.daysSince > 0 && rhythm.state === 'overdue';

/** Minutes after midnight as a clock shows them. */
export const clockText = (atMinute: number): string =>
  `${String(Math.floor(atMinute / 60)).padStart(2, '0')}:${String(atMinute % 60).padStart(2, '0')}`;
