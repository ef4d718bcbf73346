/** The fields of a visit, for the front desk and for changing one later. */
import type { Ref } from 'react';
import { VoucherField } from '../benefits/VoucherField.tsx';
import { Command } from '../ui/Command.tsx';
import { LongTextField } from '../ui/Field.tsx';
import { Marked } from '../ui/Sentence.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { LineRows } from './LineRows.tsx';
import { OwnFields } from './OwnFields.tsx';
import { StaffField } from './StaffField.tsx';
import { usePaying } from './usePaying.ts';
import type { VisitForm } from './useVisitForm.ts';
import { readLine } from './visitDraft.ts';
import styles from './visitForm.module.css';
import { WhenFields } from './WhenFields.tsx';

export interface VisitFieldsProps {
  form: VisitForm;
  isDetailed: boolean;
  firstField?: Ref<HTMLInputElement>;
  takesFocus: boolean;
  /** Whose packages, cards and vouchers can pay; null: only a voucher that is brought. */
  customerId: number | null;
  addKeys?: string;
  detailsKeys?: string;
  payKeys?: string;
  /** Absent where the details always stand open. */
  onDetails?: () => void;
}

export function VisitFields({
  form,
  isDetailed,
  firstField,
  takesFocus,
  customerId,
  addKeys,
  detailsKeys,
  payKeys,
  onDetails,
}: VisitFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const { draft, faults, parts, currency, today, change } = form;
  const amounts = draft.lines.map((line) => {
    const read = readLine(line, draft.lines.length === 1, { currency, locale: words.locale });
    return typeof read === 'string' ? null : read.amountMinor;
  });
  const paying = usePaying(form, customerId);
  const total = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  return (
    <>
      <LineRows
        lines={draft.lines}
        faults={faults.lines}
        isDetailed={isDetailed}
        parts={parts}
        currency={currency}
        {...(firstField ? { firstField } : {})}
        takesFocus={takesFocus}
        paying={paying}
        {...(payKeys ? { payKeys } : {})}
        onChange={(lines) => change({ lines })}
      />
      <div className={styles.below}>
        <Command {...(addKeys ? { keys: addKeys } : {})} onClick={form.addLine}>
          {words.t('visits.addLine')}
        </Command>
        {onDetails ? (
          <Command isQuiet {...(detailsKeys ? { keys: detailsKeys } : {})} onClick={onDetails}>
            {words.t(isDetailed ? 'visits.fewerDetails' : 'visits.details')}
          </Command>
        ) : null}
        {paying.mayHaveVoucher ? <VoucherField onFound={paying.bring} /> : null}
        {draft.lines.length > 1 ? (
          <output className={styles.total}>
            <Marked text={words.t('visits.total', { amount: format.money(total, currency) })} />
          </output>
        ) : null}
      </div>
      <div className={styles.pair}>
        {parts.staff.length > 0 || draft.staffId !== null ? (
          <StaffField
            label={words.t('visits.staff')}
            nobody={words.t('visits.notSaid')}
            value={draft.staffId}
            staff={parts.staff}
            onChange={(staffId) => change({ staffId })}
          />
        ) : null}
        <LongTextField
          label={words.t('desk.note')}
          rows={1}
          value={draft.note}
          maxLength={4000}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </div>
      {isDetailed ? (
        <>
          <WhenFields
            date={draft.date}
            time={draft.time}
            today={today}
            sealedMonths={parts.sealedMonths}
            fault={faults.moment}
            onChange={change}
          />
          <OwnFields
            fields={parts.ownFields}
            values={draft.own}
            faultOf={faults.ownField}
            onChange={(own) => change({ own })}
          />
        </>
      ) : null}
    </>
  );
}
