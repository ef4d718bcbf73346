/** Taking an opinion down: after a visit, of a customer, or without a name. Leaving it stores nothing. */
import { useRef, useState } from 'react';
import type { Answered } from '../../src-shared/contract/opinionContract.ts';
import { OPINION_CHANNELS, type OpinionChannel } from '../../src-shared/domain/askingForOpinions.ts';
import { useAnswer, useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import type { OpinionAbout } from '../ui/askedAtDesk.ts';
import { askForKiosk } from '../ui/askedKiosk.ts';
import { Choices } from '../ui/Choices.tsx';
import { Command } from '../ui/Command.tsx';
import { type Draft, usePlaceKept } from '../ui/drafts.ts';
import { useNotices } from '../ui/notices.tsx';
import { Panel } from '../ui/Panel.tsx';
import { parseTypedDate } from '../ui/typedDate.ts';
import { useKeptNotice } from '../ui/useKeptNotice.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { DayField } from '../visitForm/DayField.tsx';
import { useDateWords } from '../visitForm/useDateWords.ts';
import { OpinionForm } from './OpinionForm.tsx';
import { dropOpinionDraft, givenKeyOf, keyOfNew, NOTHING_ANSWERED } from './opinionDraft.ts';
import styles from './opinionForm.module.css';

export interface OpinionPanelProps {
  about: OpinionAbout;
  /** Absent: how it was given is asked, and of one on paper the day. */
  channel?: OpinionChannel;
  /** From another screen, to what was left half answered. */
  onComeBack(): void;
  /** Saved, or left. */
  onDone(): void;
}

export function OpinionPanel({ about, channel: given, onComeBack, onDone }: OpinionPanelProps) {
  const words = useWords();
  const notices = useNotices();
  const surveys = useAnswer('survey.list', {});
  const record = useCommand('opinion.record');
  const undoChange = useCommand('change.undo');
  const opinionUid = useRef(crypto.randomUUID());
  const draftKey = keyOfNew(about, given);
  const how = usePlaceKept<HowGiven>(givenKeyOf(draftKey), AT_DESK);
  const channel = given ?? how.value.channel;
  const paper = usePaperDay(how);
  const title =
    about.name === null ? words.t('opinions.anonymous') : words.t('opinions.of', { name: about.name });

  useKeptNotice([draftKey], {
    name: about.name ?? words.t('opinions.noName'),
    label: words.t('opinions.comeBack'),
    comeBack: onComeBack,
  });
  const close = () => {
    dropOpinionDraft(draftKey);
    onDone();
  };

  /** Whoever it is about answers by themselves. */
  const handOver = () => {
    askForKiosk(about);
    close();
  };
  const canHandOver = channel === 'desk' && (given !== undefined || about.customerId !== null);
  useShortcut('j', canHandOver, handOver);

  const save = (answered: Answered, { surveyId }: { surveyId: number | null }) => {
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
          close();
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
          draftKey={draftKey}
          start={NOTHING_ANSWERED}
          error={record.error}
          isBusy={record.isPending}
          onSave={save}
          onLeave={close}
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
                onChange={(chosen) => how.change((known) => ({ ...known, channel: chosen }))}
              />
              {channel === 'paper' ? <div className={styles.day}>{paper.field}</div> : null}
            </div>
          ) : null}
          {canHandOver ? (
            <div>
              <Command keys="Mod+J" onClick={handOver}>
                {words.t('kiosk.handOver')}
              </Command>
            </div>
          ) : null}
        </OpinionForm>
      )}
    </Panel>
  );
}

interface HowGiven {
  readonly channel: OpinionChannel;
  /** On the paper, as typed. */
  readonly day: string;
}
const AT_DESK: HowGiven = { channel: 'desk', day: '' };

/** A sheet out of the box is older than the moment it is typed in. */
const usePaperDay = ({ value: { day: date }, change }: Draft<HowGiven>) => {
  const words = useWords();
  const { today } = useOpenShop();
  const dateWords = useDateWords();
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
          change((known) => ({ ...known, day: typed }));
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
