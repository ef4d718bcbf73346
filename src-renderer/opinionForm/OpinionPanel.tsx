/** Taking an opinion down: after a visit, of a customer, or without a name. Leaving it stores nothing. */
import { type ReactNode, useRef } from 'react';
import type { Answered, OpinionChannel } from '../../src-shared/contract/opinionContract.ts';
import { useAnswer, useCommand } from '../api/procedures.ts';
import type { OpinionAbout } from '../ui/askedAtDesk.ts';
import { useNotices } from '../ui/notices.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { OpinionForm } from './OpinionForm.tsx';

export interface OpinionPanelProps {
  about: OpinionAbout;
  channel: OpinionChannel;
  /** Saved, or left. */
  onDone(): void;
  children?: ReactNode;
}

const UNANSWERED = {};

export function OpinionPanel({ about, channel, onDone, children }: OpinionPanelProps) {
  const words = useWords();
  const notices = useNotices();
  const surveys = useAnswer('survey.list', {});
  const record = useCommand('opinion.record');
  const undoChange = useCommand('change.undo');
  const opinionUid = useRef(crypto.randomUUID());
  const title =
    about.name === null ? words.t('opinions.anonymous') : words.t('opinions.of', { name: about.name });

  const save = (answered: Answered, surveyId: number | null) =>
    record.mutate(
      {
        ...answered,
        customerId: about.customerId,
        visitId: about.visitId,
        surveyId,
        staffId: null,
        channel,
        on: null,
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
          {children}
        </OpinionForm>
      )}
    </Panel>
  );
}
