/** Who fits what is typed: asked when the typing pauses, and at once when Enter cannot wait for that. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SearchHit } from '../../../src-shared/contract/deskContract.ts';
import { call, keyOf, useAnswer } from '../../api/procedures.ts';
import { usePaused } from './usePaused.ts';

/** Long enough for a fast typist not to ask for each letter, too short to be noticed. */
const TYPING_PAUSE_MS = 60;

export interface Found {
  readonly customers: readonly SearchHit[];
  /** The list is the answer to exactly what stands in the box. */
  readonly isAnswered: boolean;
  readonly error: unknown;
  /**
   * The person at this place of the answer to exactly what stands in the box now. A scanner types a card number and
   * Enter before anything is drawn: then the answer is waited for, and nobody else is opened.
   */
  readonly at: (place: number) => Promise<SearchHit | undefined>;
}

export const useFound = (typed: string, limit: number): Found => {
  const client = useQueryClient();
  const text = typed.trim();
  const asked = usePaused(text, TYPING_PAUSE_MS);
  const found = useAnswer(
    'customer.search',
    { text: asked, limit },
    { enabled: asked !== '', keepsPrevious: true },
  );
  const customers = asked === '' || text === '' ? [] : (found.data?.customers ?? []);
  const isAnswered = asked === text && found.isSuccess && !found.isPlaceholderData;
  const waiting = useRef(0);
  const at = async (place: number) => {
    if (isAnswered) return customers[place];
    if (text === '') return undefined;
    const turn = ++waiting.current;
    const input = { text, limit };
    const answer = await client.fetchQuery({
      queryKey: keyOf('customer.search', input),
      queryFn: () => call('customer.search', input),
    });
    // Enter pressed twice opens once.
    return turn === waiting.current
      ? answer.customers[Math.min(place, answer.customers.length - 1)]
      : undefined;
  };
  return { customers, isAnswered, error: found.error, at };
};
