/** What a job is called, and what came out of it, in one line. */
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { errorText } from '../../ui/ErrorNote.tsx';
import { PLACES } from '../../ui/places.ts';

export const jobName = (words: Words, kind: Job['kind']): string =>
  words.find(`jobs.kind.${kind}`, {}) ?? kind;

/** The screen that shows the job or its result; other jobs have none. */
export const placeOfJob = (kind: Job['kind']): string | null =>
  kind === 'import' ? PLACES.import : kind === 'report' ? PLACES.reports : null;

/** Made by themselves, or already told of; only their failure is news. */
const QUIET: ReadonlySet<Job['kind']> = new Set(['backup', 'tidy']);

export const isNews = ({ kind, state }: Job): boolean =>
  state === 'failed' || (state === 'done' && !QUIET.has(kind));

export const jobOutcome = (words: Words, { state, result, error }: Job): string => {
  if (state === 'cancelled') return words.t('jobs.cancelled');
  if (error) return errorText(words, error);
  if (result?.kind === 'import') {
    const { read, rejected } = result.value.counts;
    const text = result.value.isDryRun
      ? words.t('jobs.checked', { count: read })
      : words.t('jobs.imported', { count: read });
    return rejected === 0 ? text : `${text} ${words.t('jobs.rejected', { count: rejected })}`;
  }
  if (result?.kind === 'export') return words.t('jobs.saved', { fileName: result.value.fileName });
  if (result?.kind === 'report' && result.value.fileName !== null)
    return words.t('jobs.saved', { fileName: result.value.fileName });
  if (result?.kind === 'tidy') return words.t('jobs.tidied');
  return words.t('jobs.done');
};
