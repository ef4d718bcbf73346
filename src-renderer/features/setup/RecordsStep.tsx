/** Second page: whether the records will reach back to the first customer. Most figures depend on it. */
import { HistoryChoice } from '../../ui/HistoryChoice.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import type { StepProps } from './ShopStep.tsx';
import { StepFrame } from './StepFrame.tsx';

export function RecordsStep({ form, onChange, onBack, onNext }: StepProps & { onBack(): void }) {
  const words = useWords();
  return (
    <StepFrame
      step={2}
      title={words.t('setup.records.title')}
      text={words.t('setup.records.text')}
      next={words.t('common.next')}
      onBack={onBack}
      onNext={onNext}
    >
      <HistoryChoice
        isComplete={form.isHistoryComplete}
        isLegendHidden
        onChange={(isHistoryComplete) => onChange({ isHistoryComplete })}
      />
    </StepFrame>
  );
}
