/** Second page: whether the records will reach back to the first customer. Most figures depend on it. */
import { Choices } from '../../ui/Choices.tsx';
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
      <Choices
        legend={words.t('setup.records.title')}
        isLegendHidden
        layout="list"
        choices={[
          { value: 'yes', label: words.t('common.history.yes'), text: words.t('common.history.yesText') },
          { value: 'no', label: words.t('common.history.no'), text: words.t('common.history.noText') },
        ]}
        value={form.isHistoryComplete ? 'yes' : 'no'}
        onChange={(answer) => onChange({ isHistoryComplete: answer === 'yes' })}
      />
    </StepFrame>
  );
}
