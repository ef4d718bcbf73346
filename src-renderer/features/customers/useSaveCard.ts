/** Saves a card: what is wrong stands beside its field, a possible second card is shown first, and it can be undone. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CustomerCard } from '../../../src-shared/contract/customerContract.ts';
import { call, useCommand } from '../../api/procedures.ts';
import { isRefusal } from '../../api/refusal.ts';
import { errorText, failureOf } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PLACES } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import type { Duplicates } from './DuplicateNote.tsx';

export interface Saving {
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Beside the field with this name. */
  readonly faults: Readonly<Record<string, string>>;
  readonly duplicates: Duplicates;
  /** The card's id when it is on disk, else null. */
  save(card: CustomerCard, revision: string | null, isSureItIsNew: boolean): Promise<number | null>;
  forgetError(): void;
}

const marksOf = (card: CustomerCard) => {
  const valuesOf = (kind: string) =>
    card.contacts.filter((one) => one.kind === kind).map(({ value }) => value);
  const parts = [card.firstName, card.lastName].filter((part) => part !== null).join(' ');
  return {
    names: [card.name, ...(parts === '' ? [] : [parts.slice(0, 200)])],
    phones: valuesOf('phone'),
    emails: valuesOf('email'),
    cardNumber: card.cardNumber,
    birthday: card.birthday,
  };
};

export const useSaveCard = (customerId: number | null): Saving => {
  const words = useWords();
  const notices = useNotices();
  const [, go] = useLocation();
  const command = useCommand('customer.save');
  const undo = useCommand('change.undo');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [duplicates, setDuplicates] = useState<Duplicates>([]);
  /** Made once: a repeated try makes one card. */
  const uid = useRef(crypto.randomUUID());

  const tell = (card: CustomerCard, changeId: number | null) => {
    if (changeId === null) return;
    notices.say({
      text: words.t('customers.saved', { name: card.name }),
      undo: async () => {
        await undo.mutateAsync({ changeId });
        if (customerId === null) go(PLACES.customers);
        return words.t('customers.undone', { name: card.name });
      },
    });
  };

  const save: Saving['save'] = async (card, revision, isSureItIsNew) => {
    setIsBusy(true);
    setError(null);
    try {
      if (customerId === null && !isSureItIsNew) {
        const { people } = await call('customer.duplicates', marksOf(card));
        setDuplicates(people);
        if (people.length > 0) return null;
      }
      const saved = await command.mutateAsync({
        customerId,
        uid: customerId === null ? uid.current : null,
        revision,
        card,
      });
      setDuplicates([]);
      tell(card, saved.changeId);
      return saved.customerId;
    } catch (caught) {
      setError(caught);
      return null;
    } finally {
      setIsBusy(false);
    }
  };

  const isNumberTaken = isRefusal(error, 'customer.cardNumberTaken');
  return {
    isBusy,
    error: isNumberTaken ? null : error,
    faults: isNumberTaken ? { cardNumber: errorText(words, failureOf(error)) } : NO_FAULTS,
    duplicates,
    save,
    forgetError: () => setError(null),
  };
};

const NO_FAULTS = {};
