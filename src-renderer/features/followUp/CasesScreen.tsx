/** What is to be put right, the earliest deadline first; below it what was. */
import { useState } from 'react';
import { useAnswer } from '../../api/procedures.ts';
import styles from '../../followUp/followUp.module.css';
import { NextStepHost, useNextStep } from '../../followUp/NextStepHost.tsx';
import { CaseRow } from '../../followUp/rows.tsx';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { Frame, Section } from './Frame.tsx';

const CLOSED_AT_FIRST = 10;
const MOST_CLOSED = 500;

export function CasesScreen() {
  return (
    <NextStepHost>
      <Cases />
    </NextStepHost>
  );
}

function Cases() {
  const words = useWords();
  const ask = useNextStep();
  const [closedLimit, setClosedLimit] = useState(CLOSED_AT_FIRST);
  const board = useAnswer('case.board', { closedLimit }, { keepsPrevious: true });
  const add = () => ask({ step: 'case', of: null });
  useShortcut('n', true, add);
  const action = (
    <Action keys="Mod+N" onClick={add}>
      {words.t('cases.add')}
    </Action>
  );
  const { open = [], overdue = 0, closed = [], closedTotal = 0 } = board.data ?? {};
  const isEmpty = board.data !== undefined && open.length === 0 && closedTotal === 0;
  const lead = [
    words.t('cases.lead', { count: open.length }),
    overdue === 0 ? '' : words.t('cases.overdue', { count: overdue }),
  ];
  return (
    <Frame
      of="opinions"
      title={words.t('cases.title')}
      {...(isEmpty || board.data === undefined ? {} : { lead: lead.join(' ').trim(), actions: action })}
    >
      {board.error ? <ErrorNote error={board.error} /> : null}
      {isEmpty ? (
        <EmptyState title={words.t('cases.none.title')} text={words.t('cases.none.text')}>
          {action}
        </EmptyState>
      ) : null}
      {open.length === 0 ? null : (
        <Section title={words.t('cases.open')}>
          <ul className={styles.wide}>
            {open.map((known) => (
              <CaseRow key={known.caseId} known={known} isListed />
            ))}
          </ul>
        </Section>
      )}
      {closed.length === 0 ? null : (
        <Section title={words.t('cases.closed')}>
          <ul className={styles.wide}>
            {closed.map((known) => (
              <CaseRow key={known.caseId} known={known} isListed />
            ))}
          </ul>
          {closedTotal > closed.length && closedLimit < MOST_CLOSED ? (
            <Command onClick={() => setClosedLimit(Math.min(MOST_CLOSED, closedLimit * 5))}>
              {words.t('cases.closed.more')}
            </Command>
          ) : null}
        </Section>
      )}
    </Frame>
  );
}
