/** Sends an answer once: the same uid however often it is tapped, and thanks that wait for nothing long. */
import { useRef, useState } from 'react';
import type { Answered } from '../../src-shared/contract/opinionContract.ts';
import { bridge } from './bridge.ts';

/** While an import writes, main keeps the answer and stores it afterwards; nobody is kept standing for that. */
const PATIENCE_MS = 3000;

export type Sending = 'not' | 'now' | 'stored' | 'soon' | 'failed';

const afterPatience = (): Promise<'soon'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('soon'), PATIENCE_MS);
  });

export const useSending = (roundId: string) => {
  const [sending, setSending] = useState<Sending>('not');
  const isUnderWay = useRef(false);
  const [opinionUid] = useState(() => crypto.randomUUID());
  const send = async (answered: Answered) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSending('now');
    const stored = bridge()
      .answer({ ...answered, roundId, opinionUid })
      .then(({ ok }) => (ok ? 'stored' : 'failed'));
    const ended = await Promise.race([stored, afterPatience()]);
    isUnderWay.current = ended !== 'failed';
    setSending(ended);
  };
  return { sending, send };
};
