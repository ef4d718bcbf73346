/** Why a visit is cancelled: a short list, and words of one's own. */
import { useState } from 'react';
import { CANCEL_REASONS, type CancelReason } from '../../../src-shared/contract/visitContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import type { VisitPanelProps } from './EditPanel.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { visitorOf } from './visitNames.ts';

export function CancelPanel({ visit, onDone }: VisitPanelProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const cancel = useCommand('visit.cancel');
  const undoChange = useCommand('change.undo');
  const [kind, setKind] = useState<CancelReason>('mistake');
  const [text, setText] = useState('');
  const name = visitorOf(visit, words);
  const save = () =>
    cancel.mutate(
      { visitId: visit.visitId, reason: { kind, text: text.trim() || null } },
      {
        onSuccess: ({ changeId }) => {
          notices.say({
            text: words.t('visits.cancelDone', { name }),
            ...(changeId === null
              ? {}
              : {
                  undo: async () => {
                    await undoChange.mutateAsync({ changeId });
                    return words.t('visits.uncancelled', { name });
                  },
                }),
          });
          onDone();
        },
      },
    );
  return (
    <PanelFrame
      title={words.t('visits.doCancel')}
      about={`${name} · ${words.t('visits.cancelText')}`}
      submit={words.t('visits.doCancel')}
      leave={words.t('visits.keep')}
      isBusy={cancel.isPending}
      error={cancel.error}
      onSubmit={save}
      onLeave={onDone}
    >
      <Choices<CancelReason>
        legend={words.t('visits.why')}
        choices={CANCEL_REASONS.map((one) => ({ value: one, label: words.t(`visits.why.${one}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={words.t('visits.whyText')}
        value={text}
        maxLength={200}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {visit.isMonthSealed ? (
        <Sentence
          size="note"
          text={words.t('visits.sealed', { month: format.date(visit.date.slice(0, 7), 'month') })}
        />
      ) : null}
    </PanelFrame>
  );
}
