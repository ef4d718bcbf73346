/** What an own field can hold, in words. */
import type { OwnFieldKind } from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export const kindNames = (words: Words): Readonly<Record<OwnFieldKind, string>> => ({
  text: words.t('settings.fields.kind.text'),
  number: words.t('settings.fields.kind.number'),
  date: words.t('settings.fields.kind.date'),
  choice: words.t('settings.fields.kind.choice'),
  yesNo: words.t('settings.fields.kind.yesNo'),
});
