/** What somebody said who was asked why they no longer come: one reason of the list, and their own words. */
import { useState } from 'react';
import type { Person } from '../../../src-shared/contract/customerContract.ts';
import { LAPSE_REASONS, type LapseReason } from '../../../src-shared/domain/closedLists.ts';
import { useCommand } from '../../api/procedures.ts';
import styles from '../../followUp/followUp.module.css';
import { StepForm } from '../../followUp/StepForm.tsx';
import { useSaid } from '../../followUp/useSaid.ts';
import { Choices } from '../../ui/Choices.tsx';
import { LongTextField } from '../../ui/Field.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export function AnswerDialog({ of, onClose }: { of: Person; onClose(): void }) {
  const words = useWords();
  const { say } = useSaid();
  const answer = useCommand('lapse.answer');
  const [reason, setReason] = useState<LapseReason | null>(null);
  const [text, setText] = useState('');
  const [isFaulty, setIsFaulty] = useState(false);
  const title = words.t('askWhy.answerOf', { name: of.name });
  const save = () => {
    if (reason === null) {
      setIsFaulty(true);
      return;
    }
    answer.mutate(
      { customerId: of.customerId, reason, text: text.trim() || null, staffId: null },
      {
        onSuccess: ({ changeId }) => {
          say(words.t('followUp.said.answer', { name: of.name }), changeId, of.name);
          onClose();
        },
      },
    );
  };
  return (
    <Overlay label={title} onClose={onClose}>
      <StepForm title={title} isBusy={answer.isPending} error={answer.error} onSave={save} onClose={onClose}>
        <Choices<LapseReason>
          legend={words.t('askWhy.reason')}
          isFirstFocused
          choices={LAPSE_REASONS.map((value) => ({ value, label: words.t(`askWhy.reason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        {isFaulty && reason === null ? (
          <p className={styles.warning} role="alert">
            {words.t('askWhy.missing')}
          </p>
        ) : null}
        <LongTextField
          label={words.t('askWhy.words')}
          value={text}
          maxLength={4000}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </StepForm>
    </Overlay>
  );
}
