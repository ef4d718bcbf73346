/** One visit: what it was, and from here changing it, paying back, cancelling and bringing it back. */
import { useLocation, useParams } from 'wouter';
import { useAnswer } from '../../api/procedures.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { personName } from '../../ui/personName.ts';
import { PLACES, type VisitMode, visitPath } from '../../ui/places.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { CancelPanel } from './CancelPanel.tsx';
import { EditPanel } from './EditPanel.tsx';
import { RefundPanel } from './RefundPanel.tsx';
import { VisitView } from './VisitView.tsx';

const PANELS = { edit: EditPanel, finish: EditPanel, refund: RefundPanel, cancel: CancelPanel } as const;

const isPanel = (mode: string | undefined): mode is keyof typeof PANELS =>
  mode !== undefined && Object.hasOwn(PANELS, mode);

export function VisitScreen() {
  const { id = '', mode } = useParams<{ id: string; mode?: string }>();
  const [, go] = useLocation();
  const words = useWords();
  const visitId = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0;
  const visit = useAnswer('visit.get', { visitId: Math.max(1, visitId) });
  const parts = useAnswer('visit.formParts', {});
  // Ways of looking at one visit are one step of "back".
  const turnTo = (next: VisitMode) => go(visitPath(visitId, next), { replace: true });
  if (visit.error) {
    return (
      <Page width="reading">
        <ErrorNote error={visit.error} />
      </Page>
    );
  }
  if (!visit.data || !parts.data) return <Waiting />;
  const { customer, cancelled } = visit.data;
  const shown = {
    ...visit.data,
    customer: customer && { ...customer, name: personName(words, customer.name) },
  };
  const isActive = cancelled === null;
  const Panel = isPanel(mode) && isActive ? PANELS[mode] : null;
  return (
    <Page width="reading">
      {Panel ? (
        <Panel
          key={`${visitId} ${mode}`}
          visit={shown}
          onDone={() => (mode === 'finish' ? go(PLACES.desk) : turnTo('view'))}
        />
      ) : (
        <VisitView visit={shown} parts={parts.data} onMode={turnTo} />
      )}
    </Page>
  );
}
