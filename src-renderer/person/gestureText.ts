/** Why a small gesture is due now, as a piece of advice. Pure. */
import type { Glance } from '../../src-shared/contract/glanceContract.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { agoText } from './rhythmText.ts';

export const gestureText = (words: Words, { reason, count }: NonNullable<Glance['gesture']>): string => {
  switch (reason) {
    case 'birthday':
      return count >= 0
        ? words.t('person.gesture.birthday', { count })
        : words.t('person.gesture.birthdayWas', { count: -count });
    case 'roundVisit':
      return words.t('person.gesture.roundVisit', { count });
    case 'cardNearlyFull':
      return words.t('person.gesture.cardNearlyFull', { count });
    case 'longAbsent':
      return words.t('person.gesture.longAbsent', { ago: agoText(words, count) });
    case 'openCase':
      return words.t('person.gesture.openCase');
    case 'firstVisit':
      return words.t('person.gesture.firstVisit');
    case 'secondVisit':
      return words.t('person.gesture.secondVisit');
    case 'wishSolved':
      return words.t('person.gesture.wishSolved');
  }
};
