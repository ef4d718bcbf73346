/** What can pay for the lines of a visit's form: what its customer holds, and vouchers that were brought. */
import { useState } from 'react';
import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import { poolHoldings } from '../../src-shared/domain/benefitPool.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { ONE_THOUSANDTHS } from '../../src-shared/domain/visitLine.ts';
import { useAnswer } from '../api/procedures.ts';
import type { PayableLine } from '../benefits/lineBenefit.ts';
import { useWords } from '../ui/wordsContext.tsx';
import type { VisitForm } from './useVisitForm.ts';
import { readLine } from './visitDraft.ts';

export interface Paying {
  readonly holdings: readonly Holding[];
  /** In the order of the form's lines. */
  readonly lines: readonly PayableLine[];
  /** There are vouchers in this shop at all. */
  readonly mayHaveVoucher: boolean;
  bring(voucher: Holding): void;
}

export const usePaying = ({ draft, parts, currency }: VisitForm, customerId: number | null): Paying => {
  const { locale } = useWords();
  const own = useAnswer(
    'benefit.ofCustomer',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== null },
  ).data;
  const plans = useAnswer('benefitPlan.list', {}).data?.plans ?? [];
  const [brought, setBrought] = useState<readonly Holding[]>([]);
  const held = customerId === null ? [] : poolHoldings(own?.holdings ?? []);
  const others = brought.filter(({ benefitId }) => !held.some((one) => one.benefitId === benefitId));
  const idOf = new Map(parts.offerings.map(({ name, offeringId }) => [fold(name), offeringId]));
  return {
    holdings: [...held, ...others],
    lines: draft.lines.map((line): PayableLine => {
      const read = readLine({ ...line, benefit: null }, true, { currency, locale });
      return {
        key: line.key,
        offeringId: idOf.get(fold(line.offering)) ?? null,
        quantityThousandths: typeof read === 'string' ? ONE_THOUSANDTHS : read.quantityThousandths,
        grossMinor: typeof read === 'string' ? null : read.amountMinor,
        benefitId: line.benefit?.benefitId ?? null,
      };
    }),
    mayHaveVoucher: plans.some(({ rules, isArchived }) => rules.kind === 'voucher' && !isArchived),
    bring: (voucher) => setBrought([...brought, voucher]),
  };
};
