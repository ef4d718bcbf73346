/** What a typed day is understood as, or how days can be typed. */
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { clockText, inText } from '../person/rhythmText.ts';
import type { useFormat } from '../ui/wordsContext.tsx';
import type { TypedNext } from '../visitForm/typedNext.ts';

/** With <b> marks. */
export const meantText = (
  words: Words,
  format: ReturnType<typeof useFormat>,
  meant: TypedNext | null,
  today: string,
): string => {
  if (meant === null) return words.t('desk.next.when.examples');
  const day = format.date(meant.onDate, 'weekdayShort');
  const span = inText(words, dayOfIso(meant.onDate) - dayOfIso(today));
  return meant.atMinute === null
    ? words.t('desk.next.on', { day, span })
    : words.t('desk.next.onAt', { day, span, time: clockText(meant.atMinute) });
};
