/**
 * Records a visit, and first the person where they are new. A visit carries an id made here, and a
 * person made by a half-finished try is remembered, so that trying again after a failure never makes
 * two of either.
 */
import { useRef, useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import type { Guest } from './VisitPanel.tsx';

export interface VisitToRecord {
  readonly guest: Guest | { readonly kind: 'new'; readonly name: string; readonly phone: string | null };
  readonly amountMinor: number | null;
  readonly offeringName: string | null;
  readonly note: string | null;
}

export interface Recording {
  readonly isBusy: boolean;
  readonly error: unknown;
  /** What was last done, for the line below the search and for screen readers. */
  readonly said: string;
  record(visit: VisitToRecord): Promise<boolean>;
  sayUndone(name: string | null): void;
  sayPersonSaved(name: string): void;
  clearError(): void;
}

export const useRecordVisit = (): Recording => {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const createCustomer = useCommand('customer.create');
  const recordVisit = useCommand('visit.record');
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef<{ key: string; visitUid: string; customerId: number | null } | null>(null);

  const customerOf = async ({ guest }: VisitToRecord) => {
    if (guest.kind === 'walkIn') return { customerId: null, name: words.t('desk.walkInName') };
    if (guest.kind === 'known') return { customerId: guest.customer.customerId, name: guest.customer.name };
    if (!('name' in guest)) throw new Error('A new person is recorded with a name');
    const known = attempt.current?.customerId ?? null;
    const customerId =
      known ?? (await createCustomer.mutateAsync({ name: guest.name, phone: guest.phone })).customerId;
    if (attempt.current) attempt.current = { ...attempt.current, customerId };
    return { customerId, name: guest.name };
  };

  const record = async (visit: VisitToRecord): Promise<boolean> => {
    const key = JSON.stringify(visit.guest);
    if (attempt.current?.key !== key) {
      attempt.current = { key, visitUid: crypto.randomUUID(), customerId: null };
    }
    setError(null);
    try {
      const { customerId, name } = await customerOf(visit);
      await recordVisit.mutateAsync({
        customerId,
        note: visit.note,
        lines:
          visit.amountMinor === null && visit.offeringName === null
            ? []
            : [{ amountMinor: visit.amountMinor, offeringName: visit.offeringName }],
        visitUid: attempt.current.visitUid,
      });
      attempt.current = null;
      setSaid(
        visit.amountMinor === null
          ? words.t('desk.recorded', { name })
          : words.t('desk.recordedAmount', { name, amount: format.money(visit.amountMinor, shop.currency) }),
      );
      return true;
    } catch (caught) {
      setError(caught);
      return false;
    }
  };

  return {
    isBusy: createCustomer.isPending || recordVisit.isPending,
    error,
    said,
    record,
    sayUndone: (name) => setSaid(words.t('desk.undone', { name: name ?? words.t('desk.walkInName') })),
    sayPersonSaved: (name) => setSaid(words.t('desk.personSaved', { name })),
    clearError: () => setError(null),
  };
};
