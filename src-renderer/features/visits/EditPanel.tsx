/** Everything about a visit can be changed; what was changed can be taken back from the notice. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ShownVisit } from '../../../src-shared/contract/visitContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { isRefusal } from '../../api/refusal.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { ChangedMeanwhile } from '../../ui/ChangedMeanwhile.tsx';
import { Command } from '../../ui/Command.tsx';
import { dropDraft, hasDraft, useDraft } from '../../ui/drafts.ts';
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

const keysOf = ({ visitId }: ShownVisit) => [`visit.${visitId}`, `visit.${visitId}.rest`] as const;

/** While nothing is typed, what stands there now is what is edited; from then on, what the person has looked at. */
export function EditPanel({ visit, onDone }: VisitPanelProps) {
  const [looked, setLooked] = useState(visit);
  const [loadings, setLoadings] = useState(0);
  const keys = keysOf(visit);
  if (visit.revision !== looked.revision && !keys.some(hasDraft)) setLooked(visit);
  const load = () => {
    keys.forEach(dropDraft);
    setLooked(visit);
    setLoadings(loadings + 1);
  };
  return (
    <EditForm
      key={`${looked.revision} ${loadings}`}
      visit={looked}
      newest={visit.revision}
      onLoad={load}
      onDone={onDone}
    />
  );
}

interface EditFormProps extends VisitPanelProps {
  /** Revision of the visit as it stands now. */
  newest: string;
  onLoad(): void;
}

function EditForm({ visit, newest, onLoad, onDone }: EditFormProps) {
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
    revision: visit.revision,
  }));
  const [draftKey, restKey] = keysOf(visit);
  const form = useVisitForm(draftKey, start);
  const rest = useDraft(restKey, startRest);
  const { customer, kept } = rest.value;
  // A form that was left and found again may have started from an older visit than this screen.
  const startedFrom = [form.draft.revision, rest.value.revision].find((one) => one !== newest) ?? newest;
  const isOlder = startedFrom !== newest && (edit.isIdle || edit.isError);
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

  const save = (revision: string) => {
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
        revision,
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
      // That refusal is told by what stands there now, which may be as it was again.
      error={isRefusal(edit.error, 'record.changedMeanwhile') ? null : edit.error}
      note={isOlder ? <ChangedMeanwhile onLoad={onLoad} onSaveMine={() => save(newest)} /> : undefined}
      onSubmit={() => save(startedFrom)}
      onLeave={close}
    >
      <VisitFields
        form={form}
        isDetailed
        takesFocus
        customerId={customer?.customerId ?? null}
        addKeys="Mod+I"
        payKeys="Mod+6"
      />
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
              onClick={() => rest.change({ ...rest.value, kept: kept.filter((id) => id !== line.lineId) })}
            >
              {words.t('opinions.delete')}
            </Command>
          </p>
        ))}
      <CustomerField
        customer={customer}
        onChange={(chosen) => rest.change({ ...rest.value, customer: chosen })}
      />
    </PanelFrame>
  );
}
