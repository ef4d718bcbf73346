/** The address of one card: reads it and what its fields offer, then hands over to the form, or to an opinion of theirs. */
import { useLocation, useParams } from 'wouter';
import { useAnswer } from '../../api/procedures.ts';
import { NextStepHost } from '../../followUp/NextStepHost.tsx';
import { OpinionPanel } from '../../opinionForm/OpinionPanel.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { cardPath } from '../../ui/places.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { CardForm } from './CardForm.tsx';
import { ForgottenCard } from './ForgottenCard.tsx';

export function CardScreen() {
  const { id = '', mode } = useParams<{ id: string; mode?: string }>();
  const [, go] = useLocation();
  const customerId = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
  const card = useAnswer(
    'customer.card',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== null, keepsPrevious: false },
  );
  const choices = useAnswer('customer.choices', {});
  const error = card.error ?? choices.error;
  const isReady = choices.data !== undefined && (customerId === null || card.data !== undefined);
  if (card.data?.erasedOn) {
    return (
      <Page width="reading">
        <ForgottenCard on={card.data.erasedOn} occasions={card.data.occasions} />
      </Page>
    );
  }
  if (mode === 'opinion' && card.data) {
    const { customerId: about, card: shown } = card.data;
    return (
      <Page width="reading">
        <OpinionPanel
          about={{ customerId: about, name: shown.name, visitId: null }}
          onComeBack={() => go(cardPath(about, 'opinion'))}
          onDone={() => go(cardPath(about), { replace: true })}
        />
      </Page>
    );
  }
  return (
    <Page>
      {error && !isReady ? (
        <ErrorNote error={error} />
      ) : isReady ? (
        <NextStepHost>
          <CardForm
            key={customerId ?? 'new'}
            opened={customerId === null ? null : (card.data ?? null)}
            choices={choices.data}
          />
        </NextStepHost>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
