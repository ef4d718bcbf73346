/**
 * Long work, in the bar on every screen: how far it is, and on a click what it is, how to stop it, and what came out
 * of the last ones. There while something runs or has ended unseen, and not otherwise.
 */
import { IconCheck } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useEvent } from '../../api/events.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './JobTray.module.css';
import { isNews, jobName, placeOfJob } from './jobText.ts';
import { useJobNotices } from './useJobNotices.ts';
import { useJobs } from './useJobs.ts';

const JobList = lazy(async () => ({ default: (await import('./JobList.tsx')).JobList }));

export function JobTray() {
  const words = useWords();
  const format = useFormat();
  const jobs = useJobs();
  useJobNotices();
  const [location] = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLElement>(null);

  const running = jobs.filter(({ state }) => state === 'running');
  const unseen = jobs.filter((job) => !seen.has(job.jobId) && isNews(job));
  useEvent('job.changed', ({ jobId, kind, state }) => {
    const place = placeOfJob(kind);
    // Its own screen is open and says it.
    if (state !== 'running' && place !== null && location.startsWith(place))
      setSeen((known) => new Set(known).add(jobId));
  });
  const [first] = running;
  if (!first && unseen.length === 0 && !isOpen) return null;

  const label =
    running.length > 1
      ? words.t('jobs.running', { count: running.length })
      : first
        ? `${jobName(words, first.kind)} ${first.progress === null ? '…' : format.share(first.progress)}`
        : words.t('jobs.ended');
  const toggled = (isNowOpen: boolean) => {
    setIsOpen(isNowOpen);
    // What was seen once is out of the bar when the list is closed.
    if (!isNowOpen)
      setSeen(new Set(jobs.filter(({ state }) => state !== 'running').map(({ jobId }) => jobId)));
  };
  return (
    <div className={styles.tray}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        title={words.t('jobs.title')}
        popoverTarget="jobs"
      >
        {first ? (
          <span className={styles.turning} aria-hidden="true" />
        ) : (
          <IconCheck size={16} aria-hidden="true" />
        )}
        <span className={styles.label}>{label}</span>
      </button>
      {/* The browser's own: Esc and a click elsewhere close it, and the focus goes back to the button. */}
      <section
        ref={panel}
        id="jobs"
        popover="auto"
        className={styles.panel}
        aria-label={words.t('jobs.title')}
        onToggle={(event) => toggled(event.newState === 'open')}
      >
        {isOpen ? (
          <Suspense fallback={null}>
            <JobList jobs={jobs} onLeave={() => panel.current?.hidePopover()} />
          </Suspense>
        ) : null}
      </section>
    </div>
  );
}
