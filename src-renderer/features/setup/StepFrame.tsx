/** One page of the first start: its question, its fields, where it stands, back and on. */
import type { FormEvent, ReactNode } from 'react';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

const STEPS = 3;

export interface StepFrameProps {
  step: number;
  steps?: number;
  title: string;
  text: string;
  next: string;
  isBusy?: boolean;
  onBack?(): void;
  onNext(): void;
  children: ReactNode;
}

export function StepFrame({
  step,
  steps = STEPS,
  title,
  text,
  next,
  isBusy = false,
  onBack,
  onNext,
  children,
}: StepFrameProps) {
  const words = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onNext();
  };
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div className={styles.question}>
        <PageTitle isStep>{title}</PageTitle>
        <Sentence text={text} />
      </div>
      {children}
      <div className={styles.onward}>
        <Action isSubmit loading={isBusy}>
          {next}
        </Action>
        {onBack ? <Command onClick={onBack}>{words.t('common.back')}</Command> : null}
        <span className={styles.where}>{words.t('setup.step', { step, steps })}</span>
      </div>
    </form>
  );
}
