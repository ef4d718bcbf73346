/** The next steps in a customer's history, in words. */
import type { FollowUpEntry } from '../../src-shared/contract/followUpEntries.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { clockText } from '../person/rhythmText.ts';
import type { useFormat } from '../ui/wordsContext.tsx';

type Format = ReturnType<typeof useFormat>;

export interface ToldStep {
  readonly text: string;
  readonly second: readonly (string | null)[];
  readonly href?: string;
  readonly isGone?: boolean;
}

/** "Friday, 13 November, 14:30", or the day alone. */
export const whenText = (format: Format, onDate: string, atMinute: number | null): string => {
  const day = format.date(onDate, 'weekdayShort');
  return atMinute === null ? day : `${day}, ${clockText(atMinute)}`;
};

export const followUpTold = (
  entry: FollowUpEntry,
  words: Words,
  format: Format,
  currency: string,
): ToldStep => {
  const day = (iso: string) => format.date(iso, 'dayShort');
  switch (entry.kind) {
    case 'appointment':
      return {
        text: words.t('followUp.told.appointment', { when: whenText(format, entry.onDate, entry.atMinute) }),
        second: [
          entry.outcome === null ? null : words.t(`followUp.told.${entry.outcome}`),
          entry.offering,
          entry.staff,
          entry.note,
        ],
        ...(entry.visitId === null ? {} : { href: `/visits/${entry.visitId}` }),
        isGone: entry.outcome === 'cancelled',
      };
    case 'promise':
      return {
        text: words.t('followUp.told.promise', { text: entry.text }),
        second: [
          entry.outcome === null ? null : words.t(`followUp.told.${entry.outcome}`),
          entry.outcome !== null || entry.dueOn === null
            ? null
            : words.t('followUp.dueOn', { on: day(entry.dueOn) }),
          entry.staff,
        ],
        isGone: entry.outcome === 'dropped',
      };
    case 'gesture':
      return {
        text: words.t('followUp.told.gesture', { name: entry.name }),
        second: [entry.reason, format.money(entry.costMinor, currency), entry.staff],
        isGone: entry.isCancelled,
      };
    case 'case':
      return {
        text: words.t('followUp.told.case', {
          text: entry.text === '' ? words.t('followUp.lowScore') : entry.text,
        }),
        second: [
          entry.closedOn === null
            ? words.t('followUp.told.caseOpen')
            : words.t('followUp.told.caseClosed', {
                on: day(entry.closedOn),
                solution: entry.solution ?? '',
              }),
          entry.staff,
        ],
      };
    case 'wish':
      return {
        text: words.t('followUp.told.wish', { text: entry.text }),
        second: [
          entry.solution === null ? null : words.t('followUp.told.solution', { solution: entry.solution }),
          entry.toldOn === null ? null : words.t('followUp.told.wishTold', { on: day(entry.toldOn) }),
          entry.cameOn === null ? null : words.t('followUp.told.wishCame', { on: day(entry.cameOn) }),
          entry.step === 'dropped' ? words.t('followUp.told.wishDropped') : null,
        ],
        isGone: entry.step === 'dropped',
      };
    case 'lapse':
      return {
        text: words.t('followUp.told.lapse', { reason: words.t(`askWhy.reason.${entry.reason}`) }),
        second: [entry.text === null ? null : words.t('customers.quote', { text: entry.text }), entry.staff],
      };
  }
};
