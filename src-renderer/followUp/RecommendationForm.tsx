/** Who sent them: typed and taken with Enter, and it is saved. */
import { useCommand } from '../api/procedures.ts';
import { PersonPicker } from '../person/PersonPicker.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import type { StepOfPersonProps } from './PromiseForm.tsx';
import { StepForm } from './StepForm.tsx';
import { useSaid } from './useSaid.ts';

export function RecommendationForm({ customerId, name, onClose }: StepOfPersonProps) {
  const words = useWords();
  const { say } = useSaid();
  const set = useCommand('customer.setRecommendedBy');
  return (
    <StepForm
      title={words.t('followUp.do.recommendation')}
      about={name}
      isBusy={set.isPending}
      error={set.error}
      onClose={onClose}
    >
      <PersonPicker
        look={{ label: words.t('followUp.recommendedBy') }}
        placeholder={words.t('followUp.recommendedBy.placeholder')}
        value={null}
        exceptId={customerId}
        onChange={(person) => {
          if (person === null) return;
          set.mutate(
            { customerId, recommendedById: person.customerId },
            {
              onSuccess: ({ changeId }) => {
                say(words.t('followUp.said.recommended', { name, other: person.name }), changeId, name);
                onClose();
              },
            },
          );
        }}
      />
    </StepForm>
  );
}
