/** Sentences about backups, from what main tells. */
import type { BackupWorry, FoundBackup, Moment } from '../../../src-shared/contract/backupContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import type { Format } from '../../ui/wordsContext.tsx';

const BYTES_IN_MEGABYTE = 1_000_000;

/** `day` in a sentence, where a shortened month reads badly; `dayShort` in a list. */
export const dateOf = (format: Format, moment: Moment, style: 'day' | 'dayShort' = 'day') => ({
  date: format.date(moment.on, style),
  time: moment.at,
});

export const worryText = (words: Words, { kind, days }: BackupWorry): string => {
  if (kind === 'damaged') return words.t('backups.damaged');
  if (kind === 'late')
    return days === null ? words.t('backups.never') : words.t('backups.late', { count: days });
  return days === null
    ? words.t('backups.neverElsewhere')
    : words.t('backups.lateElsewhere', { count: days });
};

export const sizeText = (words: Words, format: Format, bytes: number): string =>
  words.t('backups.list.megabytes', { megabytes: format.number(bytes / BYTES_IN_MEGABYTE, 1) });

export const holdsText = (words: Words, { customers, visits }: FoundBackup) => ({
  customers: words.t('backups.list.customers', { count: customers ?? 0 }),
  visits: words.t('backups.list.visits', { count: visits ?? 0 }),
});

/** What is in it, or why it cannot be said. */
export const contentText = (words: Words, format: Format, backup: FoundBackup): string => {
  const { state, newestVisitOn } = backup;
  if (state !== 'opens') {
    const texts = {
      otherKey: words.t('backups.list.state.otherKey'),
      damaged: words.t('backups.list.state.damaged'),
      newer: words.t('backups.list.state.newer'),
      foreign: words.t('backups.list.state.foreign'),
    };
    return texts[state];
  }
  const { customers, visits } = holdsText(words, backup);
  if (newestVisitOn === null) return `${customers}, ${visits}`;
  const newest = words.t('backups.list.newest', { date: format.date(newestVisitOn, 'dayShort') });
  return `${customers}, ${visits}, ${newest}`;
};

/** What else is to be known about it; empty for an ordinary one. Where nothing is locked, that is no news. */
export const kindText = (words: Words, backup: FoundBackup, areRecordsLocked: boolean): string => {
  const kinds = {
    backup: '',
    beforeUpdate: words.t('backups.list.kind.beforeUpdate'),
    replaced: words.t('backups.list.kind.replaced'),
    other: words.t('backups.list.kind.other', { file: backup.fileName }),
  };
  return [
    kinds[backup.kind],
    backup.state === 'opens' && backup.isOlderSchema ? words.t('backups.list.older') : '',
    backup.state === 'opens' && !backup.isEncrypted && areRecordsLocked ? words.t('backups.list.plain') : '',
  ]
    .filter((text) => text !== '')
    .join(' · ');
};
