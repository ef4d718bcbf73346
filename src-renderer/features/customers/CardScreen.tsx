/** The address of one card: reads it and what its fields offer, then hands over to the form. */
import { useParams } from 'wouter';
import { useAnswer } from '../../api/procedures.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { CardForm } from './CardForm.tsx';

export function CardScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const customerId = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
  const card = useAnswer(
    'customer.card',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== null, keepsPrevious: false },
  );
  const choices = useAnswer('customer.choices', {});
  const error = card.error ?? choices.error;
  const isReady = choices.data !== undefined && (customerId === null || card.data !== undefined);
  return (
    <Page>
      {error && !isReady ? (
        <ErrorNote error={error} />
      ) : isReady ? (
        <CardForm
          key={customerId ?? 'new'}
          opened={customerId === null ? null : (card.data ?? null)}
          choices={choices.data}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
