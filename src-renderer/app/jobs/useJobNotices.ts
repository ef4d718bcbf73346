/** Says that a job has ended, where the screen that is open does not say it itself. */
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { useEvent } from '../../api/events.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { isNews, jobName, jobOutcome, placeOfJob } from './jobText.ts';

export const useJobNotices = (): void => {
  const words = useWords();
  const notices = useNotices();
  const [location, go] = useLocation();
  const told = useRef(new Set<string>());
  useEvent('job.changed', (job) => {
    const { jobId, kind, state } = job;
    if (!isNews(job) || told.current.has(jobId)) return;
    told.current.add(jobId);
    const place = placeOfJob(kind);
    // The screen of an import or a report tells it better; jobs without a screen have one that is open anyway.
    if (place === null ? state === 'failed' : location.startsWith(place)) return;
    const text = `${jobName(words, kind)}: ${jobOutcome(words, job)}`;
    notices.say(
      place === null
        ? { text }
        : { text, action: { label: words.t('jobs.show'), onChosen: () => go(place) } },
    );
  });
};
