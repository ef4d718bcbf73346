/** Taking an opinion down: after a visit, of a customer, or without a name. Leaving it stores nothing. */
import { useRef, useState } from 'react';
import {
  type Answered,
  OPINION_CHANNELS,
  type OpinionChannel,
} from '../../src-shared/contract/opinionContract.ts';
import { useAnswer, useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import type { OpinionAbout } from '../ui/askedAtDesk.ts';
import { Choices } from '../ui/Choices.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Panel } from '../ui/Panel.tsx';
import { parseTypedDate } from '../ui/typedDate.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { DayField } from '../visitForm/DayField.tsx';
import { useDateWords } from '../visitForm/useDateWords.ts';
import { OpinionForm } from './OpinionForm.tsx';
import styles from './opinionForm.module.css';

export interface OpinionPanelProps {
  about: OpinionAbout;
  /** Absent: how it was given is asked, and of one on paper the day. */
  channel?: OpinionChannel;
  /** Saved, or left. */
  onDone(): void;
}

const UNANSWERED = {};

export function OpinionPanel({ about, channel: given, onDone }: OpinionPanelProps) {
  const words = useWords();
  const notices = useNotices();
  const surveys = useAnswer('survey.list', {});
  const record = useCommand('opinion.record');
  const undoChange = useCommand('change.undo');
  const opinionUid = useRef(crypto.randomUUID());
  const [channel, setChannel] = useState<OpinionChannel>(given ?? 'desk');
  const paper = usePaperDay();
  const title =
    about.name === null ? words.t('opinions.anonymous') : words.t('opinions.of', { name: about.name });

  const save = (answered: Answered, surveyId: number | null) => {
    const on = channel === 'paper' ? paper.read() : null;
    if (on === undefined) return;
    record.mutate(
      {
        ...answered,
        customerId: about.customerId,
        visitId: about.visitId,
        surveyId,
        staffId: null,
        channel,
        on,
        opinionUid: opinionUid.current,
      },
      {
        onSuccess: ({ changeId }) => {
          notices.say({
            text:
              about.name === null
                ? words.t('opinions.savedAnonymous')
                : words.t('opinions.saved', { name: about.name }),
            ...(changeId === null
              ? {}
              : {
                  undo: async () => {
                    await undoChange.mutateAsync({ changeId });
                    return words.t('opinions.undone');
                  },
                }),
          });
          onDone();
        },
      },
    );
  };

  return (
    <Panel label={title}>
      {surveys.isPending ? (
        <Waiting />
      ) : (
        <OpinionForm
          title={title}
          about={about.visitId === null ? null : words.t('opinions.afterVisit')}
          // A survey that cannot be read is no reason to send the customer away unasked.
          surveys={(surveys.data?.surveys ?? []).filter(({ isArchived }) => !isArchived)}
          start={UNANSWERED}
          error={record.error}
          isBusy={record.isPending}
          onSave={save}
          onLeave={onDone}
        >
          {given === undefined ? (
            <div className={styles.given}>
              <Choices<OpinionChannel>
                legend={words.t('opinions.channel')}
                choices={OPINION_CHANNELS.map((one) => ({
                  value: one,
                  label: words.t(`opinions.channel.${one}`),
                }))}
                value={channel}
                onChange={setChannel}
              />
              {channel === 'paper' ? <div className={styles.day}>{paper.field}</div> : null}
            </div>
          ) : null}
        </OpinionForm>
      )}
    </Panel>
  );
}

/** A sheet out of the box is older than the moment it is typed in. */
const usePaperDay = () => {
  const words = useWords();
  const { today } = useOpenShop();
  const dateWords = useDateWords();
  const [date, setDate] = useState('');
  const [fault, setFault] = useState<'wrong' | 'future' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const day = date.trim() === '' ? today : parseTypedDate(date, today, dateWords);
  return {
    field: (
      <DayField
        ref={input}
        label={words.t('opinions.paperDay')}
        date={date}
        day={day}
        today={today}
        error={
          fault === 'wrong'
            ? words.t('visits.day.wrong')
            : fault === 'future'
              ? words.t('opinions.future')
              : null
        }
        onChange={(typed) => {
          setDate(typed);
          setFault(null);
        }}
      />
    ),
    /** The day, null for today; undefined when it is none, which is then shown. */
    read: (): string | null | undefined => {
      if (day !== null && day <= today) return day === today ? null : day;
      setFault(day === null ? 'wrong' : 'future');
      input.current?.focus();
      return undefined;
    },
  };
};
