/** Everything about a visit can be changed; what was changed can be taken back from the notice. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ShownVisit } from '../../../src-shared/contract/visitContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Command } from '../../ui/Command.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { useNotices } from '../../ui/notices.tsx';
import { visitPath } from '../../ui/places.ts';
import { useKeptNotice } from '../../ui/useKeptNotice.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { useVisitForm } from '../../visitForm/useVisitForm.ts';
import { VisitFields } from '../../visitForm/VisitFields.tsx';
import { draftOf } from '../../visitForm/visitDraft.ts';
import { CustomerField } from './CustomerField.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { lineName, visitorOf } from './visitNames.ts';
import styles from './visits.module.css';

export interface VisitPanelProps {
  visit: ShownVisit;
  onDone(): void;
}

export function EditPanel({ visit, onDone }: VisitPanelProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { shop } = useOpenShop();
  const edit = useCommand('visit.edit');
  const undoChange = useCommand('change.undo');
  const [start] = useState(() => draftOf(visit, { currency: shop.currency, locale: words.locale }));
  const refundLines = visit.lines.filter(({ isRefund }) => isRefund);
  const [startRest] = useState(() => ({
    customer: visit.customer,
    kept: refundLines.map(({ lineId }) => lineId),
  }));
  const draftKey = `visit.${visit.visitId}`;
  const restKey = `${draftKey}.rest`;
  const form = useVisitForm(draftKey, start);
  const rest = useDraft(restKey, startRest);
  const { customer, kept } = rest.value;
  const [, go] = useLocation();
  useKeptNotice([draftKey, restKey], {
    name: customer?.name ?? words.t('desk.walkInName'),
    label: words.t('desk.backToVisit'),
    comeBack: () => go(visitPath(visit.visitId, 'edit')),
  });
  const close = () => {
    form.drop();
    rest.drop();
    onDone();
  };
  const element = useRef<HTMLFormElement>(null);
  useShortcut('i', true, form.addLine);

  const save = () => {
    const read = form.read();
    if (read === null) {
      requestAnimationFrame(() =>
        element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    const { at, staffId, note, lines, ownValues } = read;
    edit.mutate(
      {
        visitId: visit.visitId,
        customerId: customer?.customerId ?? null,
        at,
        staffId,
        note,
        lines,
        keptRefundLineIds: kept,
        ownValues,
      },
      {
        onSuccess: ({ changeId }) => {
          const name = customer?.name ?? words.t('desk.walkInName');
          if (changeId === null) notices.say({ text: words.t('visits.unchanged') });
          else {
            notices.say({
              text: words.t('visits.saved', { name }),
              undo: async () => {
                await undoChange.mutateAsync({ changeId });
                return words.t('visits.changeUndone', { name });
              },
            });
          }
          close();
        },
      },
    );
  };
  return (
    <PanelFrame
      ref={element}
      title={words.t('visits.editTitle')}
      about={`${visitorOf(visit, words)} · ${words.t('visits.at', { date: format.date(visit.date), time: visit.time })}`}
      submit={words.t('visits.save')}
      isBusy={edit.isPending}
      error={edit.error}
      onSubmit={save}
      onLeave={close}
    >
      <VisitFields form={form} isDetailed takesFocus addKeys="Mod+I" />
      {refundLines
        .filter(({ lineId }) => kept.includes(lineId))
        .map((line) => (
          <p key={line.lineId} className={styles.keptRefund}>
            {words.t('visits.keptRefund', {
              what: lineName(line, words),
              amount: format.money(line.amountMinor, shop.currency),
            })}{' '}
            <Command
              isQuiet
              onClick={() => rest.change({ customer, kept: kept.filter((id) => id !== line.lineId) })}
            >
              {words.t('opinions.delete')}
            </Command>
          </p>
        ))}
      <CustomerField customer={customer} onChange={(chosen) => rest.change({ customer: chosen, kept })} />
    </PanelFrame>
  );
}
