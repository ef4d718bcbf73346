/**
 * Why something did not happen, in the person's language: what happened, that nothing is lost, what to do.
 * The sentence comes from `error.<code>`; a code alone is never shown.
 */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ErrorCode, ErrorParams } from '../../src-shared/contract/errors.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { Refusal } from '../api/refusal.ts';
import styles from './ErrorNote.module.css';
import { Marked } from './Sentence.tsx';
import { useWords } from './wordsContext.tsx';

export interface Failure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Anything that is not a refusal from behind the door is a defect, `internal`. */
export const failureOf = (caught: unknown): Failure =>
  caught instanceof Refusal ? caught.answer : { code: 'internal', params: {} };

export const errorText = (words: Words, failure: Failure): string =>
  words.find(`error.${failure.code}`, failure.params) ?? words.find('error.internal', {}) ?? failure.code;

export function ErrorNote({ error, children }: { error: unknown; children?: ReactNode }) {
  return <FailureNote failure={failureOf(error)}>{children}</FailureNote>;
}

/** As ErrorNote, for a failure that arrived as data (a job, the state of the app). */
export interface FailureNoteProps {
  failure: Failure;
  /** Nothing went wrong: somebody has to say how to go on. */
  isToDecide?: boolean;
  children?: ReactNode;
}

export function FailureNote({ failure, isToDecide = false, children }: FailureNoteProps) {
  const words = useWords();
  return (
    <div className={`${styles.note} ${isToDecide ? styles.toDecide : ''}`} role="alert">
      <IconAlertTriangle className={styles.icon} size={20} stroke={1.75} aria-hidden="true" />
      <div className={styles.body}>
        <p>
          <Marked text={errorText(words, failure)} />
        </p>
        {children}
      </div>
    </div>
  );
}
