/** Whether the records reach back to the first customer: asked at the first start, the first import, in settings. */
import { Choices } from './Choices.tsx';
import { useWords } from './wordsContext.tsx';

export interface HistoryChoiceProps {
  isComplete: boolean;
  onChange(isComplete: boolean): void;
  isLegendHidden?: boolean;
}

export function HistoryChoice({ isComplete, onChange, isLegendHidden = false }: HistoryChoiceProps) {
  const words = useWords();
  return (
    <Choices
      legend={words.t('common.history.question')}
      isLegendHidden={isLegendHidden}
      layout="list"
      choices={[
        { value: 'yes', label: words.t('common.history.yes'), text: words.t('common.history.yesText') },
        { value: 'no', label: words.t('common.history.no'), text: words.t('common.history.noText') },
      ]}
      value={isComplete ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
    />
  );
}
