/** Paying back lines of a visit, whole or in part: today's money, pointing at what it corrects. */
import { useRef, useState } from 'react';
import type { ShownLine } from '../../../src-shared/contract/visitContract.ts';
import { refundAmountOf } from '../../../src-shared/domain/visitLine.ts';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { LongTextField, TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { parseTypedAmount } from '../../ui/typedAmount.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { amountText, parseTypedQuantity, quantityText } from '../../visitForm/typedNumbers.ts';
import type { VisitPanelProps } from './EditPanel.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { lineName, visitorOf } from './visitNames.ts';
import styles from './visits.module.css';

interface RefundDraft {
  readonly isChosen: boolean;
  readonly quantity: string;
  readonly amount: string;
}

export function RefundPanel({ visit, onDone }: VisitPanelProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { shop } = useOpenShop();
  const refund = useCommand('visit.refund');
  const cancel = useCommand('visit.cancel');
  const uid = useRef(crypto.randomUUID());
  const lines = visit.lines.filter(({ refundable }) => refundable.quantityThousandths > 0);
  const [drafts, setDrafts] = useState<Readonly<Record<number, RefundDraft>>>(() =>
    Object.fromEntries(
      lines.map(({ lineId, refundable }) => [
        lineId,
        {
          // One line is what is meant; of several, the person says which.
          isChosen: lines.length === 1,
          quantity: quantityText(refundable.quantityThousandths, words.locale),
          amount: amountText(refundable.amountMinor, shop.currency, words.locale),
        },
      ]),
    ),
  );
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);

  const change = (lineId: number, part: Partial<RefundDraft>) =>
    setDrafts((known) => ({ ...known, [lineId]: { ...known[lineId]!, ...part } }));
  const chosen = lines.filter(({ lineId }) => drafts[lineId]?.isChosen);
  const read = chosen.map((line) => {
    const { quantity, amount } = drafts[line.lineId]!;
    const quantityThousandths = parseTypedQuantity(quantity);
    const amountMinor = parseTypedAmount(amount, shop.currency, words.locale);
    return {
      lineId: line.lineId,
      quantityThousandths,
      amountMinor,
      isQuantityGood:
        quantityThousandths !== null && quantityThousandths <= line.refundable.quantityThousandths,
      isAmountGood:
        typeof amountMinor === 'number' && amountMinor >= 0 && amountMinor <= line.refundable.amountMinor,
    };
  });
  const isGood = read.length > 0 && read.every((one) => one.isQuantityGood && one.isAmountGood);
  const total = read.reduce(
    (sum, { amountMinor }) => sum + (typeof amountMinor === 'number' ? amountMinor : 0),
    0,
  );
  const name = visitorOf(visit, words);

  const save = () => {
    setIsTried(true);
    if (!isGood) return;
    refund.mutate(
      {
        visitId: visit.visitId,
        lines: read.map(({ lineId, quantityThousandths, amountMinor }) => ({
          lineId,
          quantityThousandths: quantityThousandths ?? 0,
          amountMinor: typeof amountMinor === 'number' ? amountMinor : 0,
        })),
        staffId: null,
        note: note.trim() || null,
        visitUid: uid.current,
      },
      {
        onSuccess: ({ visitId }) => {
          notices.say({
            text: words.t('visits.refundDone', { name, amount: format.money(total, shop.currency) }),
            undo: async () => {
              await cancel.mutateAsync({ visitId });
              return words.t('visits.refundUndone', { name });
            },
          });
          onDone();
        },
      },
    );
  };
  return (
    <PanelFrame
      title={words.t('visits.refundWhat')}
      about={`${name} · ${words.t('visits.refundText', { date: format.date(visit.date) })}`}
      submit={
        total === 0
          ? words.t('visits.doRefund')
          : words.t('visits.refundSave', { amount: format.money(total, shop.currency) })
      }
      isBusy={refund.isPending}
      error={refund.error}
      onSubmit={save}
      onLeave={onDone}
    >
      {lines.length === 0 ? <p>{words.t('visits.nothingLeft')}</p> : null}
      <div className={styles.refundLines}>
        {lines.map((line, at) => (
          <RefundLine
            key={line.lineId}
            line={line}
            draft={drafts[line.lineId]!}
            isFirst={at === 0}
            isAlone={lines.length === 1}
            isTried={isTried}
            currency={shop.currency}
            onChange={(part) => change(line.lineId, part)}
          />
        ))}
      </div>
      {isTried && read.length === 0 && lines.length > 0 ? (
        <p role="alert" className={styles.fault}>
          {words.t('visits.refundNothing')}
        </p>
      ) : null}
      <LongTextField
        label={words.t('desk.note')}
        rows={1}
        value={note}
        maxLength={4000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </PanelFrame>
  );
}

interface RefundLineProps {
  line: ShownLine;
  draft: RefundDraft;
  isFirst: boolean;
  isAlone: boolean;
  isTried: boolean;
  currency: string;
  onChange(part: Partial<RefundDraft>): void;
}

function RefundLine({ line, draft, isFirst, isAlone, isTried, currency, onChange }: RefundLineProps) {
  const words = useWords();
  const format = useFormat();
  const what = lineName(line, words);
  const { refundable } = line;
  const quantity = parseTypedQuantity(draft.quantity);
  const amount = parseTypedAmount(draft.amount, currency, words.locale);
  const isQuantityWrong = quantity === null || quantity > refundable.quantityThousandths;
  const isAmountWrong = typeof amount !== 'number' || amount < 0 || amount > refundable.amountMinor;
  const left = words.t('visits.refundLeft', {
    quantity: quantityText(refundable.quantityThousandths, words.locale),
    amount: format.money(refundable.amountMinor, currency),
  });
  /** The money follows the quantity, until somebody says otherwise. */
  const typeQuantity = (text: string) => {
    const typed = parseTypedQuantity(text);
    const isKnown = typed !== null && typed <= refundable.quantityThousandths;
    onChange({
      quantity: text,
      ...(isKnown ? { amount: amountText(refundAmountOf(refundable, typed), currency, words.locale) } : {}),
    });
  };
  return (
    <div className={styles.refundLine}>
      <label className={styles.chosen}>
        <input
          type="checkbox"
          checked={draft.isChosen}
          disabled={isAlone}
          // biome-ignore lint/a11y/noAutofocus: of several lines, which one is the first question
          autoFocus={isFirst && !isAlone}
          onChange={(event) => onChange({ isChosen: event.currentTarget.checked })}
        />
        <span>
          {what} <span className={styles.rest}>{left}</span>
        </span>
      </label>
      {draft.isChosen ? (
        <div className={styles.refundFields}>
          <TextField
            label={words.t('visits.quantity')}
            aria-label={words.t('visits.refundQuantity', { what })}
            inputMode="decimal"
            value={draft.quantity}
            maxLength={12}
            autoFocus={isAlone}
            error={
              isTried && isQuantityWrong
                ? words.t('visits.refundTooMany', {
                    quantity: quantityText(refundable.quantityThousandths, words.locale),
                  })
                : null
            }
            onChange={(event) => typeQuantity(event.currentTarget.value)}
          />
          <TextField
            label={words.t('desk.amount', { currency })}
            aria-label={words.t('visits.refundAmount', { what, currency })}
            inputMode="decimal"
            value={draft.amount}
            maxLength={30}
            error={
              isTried && isAmountWrong
                ? words.t('visits.refundTooMuch', { amount: format.money(refundable.amountMinor, currency) })
                : null
            }
            onChange={(event) => onChange({ amount: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </div>
  );
}
