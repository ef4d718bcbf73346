/**
 * The jobs of this session, oldest first. They live in main and go on without a window, so a new window asks for them;
 * but only after the first screen is there, which needs none.
 */
import { useEffect, useState } from 'react';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import { useEvent } from '../../api/events.ts';
import { useAnswer } from '../../api/procedures.ts';

const ASK_AFTER_MS = 1000;
const NONE: readonly Job[] = [];

export const useJobs = (): readonly Job[] => {
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsAsked(true), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEvent('job.changed', () => setIsAsked(true));
  return useAnswer('job.list', {}, { enabled: isAsked }).data ?? NONE;
};
