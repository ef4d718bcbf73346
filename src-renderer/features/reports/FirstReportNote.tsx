/** Beside the first page of a shop without visits: why it is so empty, and the two ways to fill it. */
import { useLocation } from 'wouter';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PLACES } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

export function FirstReportNote() {
  const words = useWords();
  const [, go] = useLocation();
  return (
    <EmptyState title={words.t('report.empty.title')} text={words.t('report.empty.text')}>
      <div className={styles.ways}>
        <Action onClick={() => go(PLACES.import)}>{words.t('report.empty.action')}</Action>
        <Command onClick={() => go(PLACES.desk)}>{words.t('report.empty.desk')}</Command>
      </div>
    </EmptyState>
  );
}
