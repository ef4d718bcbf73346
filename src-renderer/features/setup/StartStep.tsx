/**
 * Second page: how to begin, and whether the records will reach back to the first customer. Most figures depend on
 * that; an invented shop has no such question.
 */
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { HistoryChoice } from '../../ui/HistoryChoice.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import type { Beginning } from './firstStartForm.ts';
import type { StepProps } from './ShopStep.tsx';
import { StepFrame } from './StepFrame.tsx';

export interface StartStepProps extends StepProps {
  isBusy: boolean;
  error: unknown;
  onBack(): void;
}

export function StartStep({ form, onChange, onBack, onNext, isBusy, error }: StartStepProps) {
  const words = useWords();
  const isDemo = form.beginning === 'demo';
  return (
    <StepFrame
      step={2}
      {...(isDemo ? { steps: 2 } : {})}
      title={words.t('setup.start.title')}
      text={words.t('setup.start.text')}
      next={isDemo ? words.t('setup.demo.make') : words.t('common.next')}
      isBusy={isBusy}
      onBack={onBack}
      onNext={onNext}
    >
      <Choices<Beginning>
        legend={words.t('setup.start.title')}
        isLegendHidden
        layout="list"
        choices={[
          { value: 'empty', label: words.t('setup.start.empty'), text: words.t('setup.start.empty.text') },
          { value: 'import', label: words.t('setup.start.import'), text: words.t('setup.start.import.text') },
          { value: 'demo', label: words.t('setup.start.demo'), text: words.t('setup.start.demo.text') },
        ]}
        value={form.beginning}
        onChange={(beginning) => onChange({ beginning })}
      />
      {isDemo ? null : (
        <HistoryChoice
          isComplete={form.isHistoryComplete}
          onChange={(isHistoryComplete) => onChange({ isHistoryComplete })}
        />
      )}
      {error ? <ErrorNote error={error} /> : null}
    </StepFrame>
  );
}
