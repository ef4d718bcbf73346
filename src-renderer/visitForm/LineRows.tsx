/** The lines of a visit: amount and what it was for; with details also quantity, discount and who. */
import { IconX } from '@tabler/icons-react';
import type { Ref } from 'react';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Received } from '../api/procedures.ts';
import { nextOffer, offersFor } from '../benefits/lineBenefit.ts';
import { PayWith } from '../benefits/PayWith.tsx';
import { TextField } from '../ui/Field.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { OfferingField } from './OfferingField.tsx';
import { StaffField } from './StaffField.tsx';
import { amountText } from './typedNumbers.ts';
import type { Paying } from './usePaying.ts';
import { type LineDraft, type LineFaultName, readLine } from './visitDraft.ts';
import styles from './visitForm.module.css';

export interface LineRowsProps {
  lines: readonly LineDraft[];
  faults: ReadonlyMap<number, LineFaultName>;
  isDetailed: boolean;
  parts: Received<'visit.formParts'>;
  currency: string;
  /** The first amount: where the focus goes first, and back to when it is wrong. */
  firstField?: Ref<HTMLInputElement>;
  takesFocus: boolean;
  /** What can pay for the lines. */
  paying: Paying;
  /** Goes through what can pay for the line with the focus, or else for the first that something can pay for. */
  payKeys?: string;
  onChange(lines: LineDraft[]): void;
}

export function LineRows(props: LineRowsProps) {
  const { lines, faults, paying, payKeys, onChange } = props;
  const change = (key: number, part: Partial<LineDraft>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const pay = (line: LineDraft, benefit: LineDraft['benefit']) =>
    // What was recorded as paid by it goes with it.
    change(line.key, line.benefit?.holding === null ? { benefit, discount: '' } : { benefit });
  const offersOf = (at: number) => offersFor(paying.holdings, paying.lines[at]!, paying.lines);
  const payable = lines.filter((_line, at) => offersOf(at).length > 0);
  useShortcut(payKeys?.replace('Mod+', '') ?? '', payKeys !== undefined && payable.length > 0, () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset.line;
    const line = payable.find(({ key }) => String(key) === focused) ?? payable[0]!;
    pay(line, nextOffer(offersOf(lines.indexOf(line)), line.benefit));
  });
  return (
    <div className={styles.lines}>
      {lines.map((line, at) => (
        <div key={line.key} className={styles.lineGroup} data-line={line.key}>
          <Row
            {...props}
            line={line}
            at={at}
            fault={faults.get(line.key) ?? null}
            onPart={(part) => change(line.key, part)}
            onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
          <PayWith
            holdings={paying.holdings}
            line={paying.lines[at]!}
            lines={paying.lines}
            benefit={line.benefit}
            {...(payKeys === undefined ? {} : { keys: payKeys })}
            onChange={(benefit) => pay(line, benefit)}
          />
        </div>
      ))}
    </div>
  );
}

interface RowProps extends LineRowsProps {
  line: LineDraft;
  at: number;
  fault: LineFaultName | null;
  onPart(part: Partial<LineDraft>): void;
  onRemove(): void;
}

function Row(props: RowProps) {
  const { lines, line, at, fault, isDetailed, parts, currency, firstField, takesFocus, onPart, onRemove } =
    props;
  const words = useWords();
  const format = useFormat();
  const isOnly = lines.length === 1;
  // Said once, above the first row; the others carry it for those who hear the screen.
  const name = (label: string) => (at === 0 ? label : words.t('visits.ofLine', { label, line: at + 1 }));
  const read = readLine(line, isOnly, { currency, locale: words.locale });
  const isPrice = line.quantity.trim() !== '1' || line.discount.trim() !== '';
  const priceFault =
    fault === 'price'
      ? words.t('desk.amount.wrong', { example: format.number(1234.5, 2) })
      : fault === 'priceMissing'
        ? words.t('visits.amountMissing')
        : fault === 'negative'
          ? words.t('visits.noNegative')
          : null;
  const choose = (offering: string) => {
    const known = parts.offerings.find((one) => fold(one.name) === fold(offering));
    const isPriceFree = line.price.trim() === '';
    onPart({
      offering,
      ...(isPriceFree && known?.priceMinor != null
        ? { price: amountText(known.priceMinor, currency, words.locale) }
        : {}),
    });
  };
  return (
    <div className={`${styles.line} ${isDetailed ? styles.detailed : ''}`} data-first={at === 0 || undefined}>
      <TextField
        {...(at === 0 && firstField ? { ref: firstField } : {})}
        label={name(words.t(isPrice ? 'visits.price' : 'desk.amount', { currency }))}
        {...(isOnly && !isDetailed ? { description: words.t('desk.amount.text') } : {})}
        inputMode="decimal"
        value={line.price}
        maxLength={30}
        // A line that was just added is what is typed next.
        autoFocus={at === 0 ? takesFocus : line.lineId === null}
        classNames={{ input: styles.amount ?? '' }}
        error={priceFault}
        onChange={(event) => onPart({ price: event.currentTarget.value })}
      />
      <OfferingField
        label={name(words.t('desk.offering'))}
        {...(isOnly && !isDetailed ? { description: words.t('desk.offering.text') } : {})}
        value={line.offering}
        offerings={parts.offerings}
        currency={currency}
        onChange={choose}
      />
      {isDetailed ? (
        <>
          <TextField
            label={name(words.t('visits.quantity'))}
            inputMode="decimal"
            value={line.quantity}
            maxLength={12}
            error={
              fault === 'quantity'
                ? words.t('visits.quantity.wrong', { example: format.number(1.5, 1) })
                : null
            }
            onChange={(event) => onPart({ quantity: event.currentTarget.value })}
          />
          <TextField
            label={name(words.t('visits.discount'))}
            placeholder="10%"
            value={line.discount}
            maxLength={20}
            error={
              fault === 'discount'
                ? words.t('visits.discount.wrong', { example: format.number(5, 2) })
                : fault === 'discountTooLarge'
                  ? words.t('visits.discount.tooLarge')
                  : null
            }
            onChange={(event) => onPart({ discount: event.currentTarget.value })}
          />
          {parts.staff.length > 1 || line.staffId !== null ? (
            <StaffField
              label={name(words.t('visits.lineStaff'))}
              value={line.staffId}
              staff={parts.staff}
              onChange={(staffId) => onPart({ staffId })}
            />
          ) : null}
        </>
      ) : null}
      <div className={styles.lineEnd}>
        {(isPrice || line.benefit !== null) && typeof read !== 'string' && read.amountMinor !== null ? (
          <output className={styles.lineTotal}>{format.money(read.amountMinor, currency)}</output>
        ) : null}
        {isOnly ? null : (
          <button
            type="button"
            className={styles.remove}
            aria-label={words.t('visits.removeLine', { line: at + 1 })}
            onClick={onRemove}
          >
            <IconX size={16} stroke={2} aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  );
}
