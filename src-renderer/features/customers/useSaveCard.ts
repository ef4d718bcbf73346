/** Saves a card: what is wrong stands beside its field, a possible second card is shown first, and it can be undone. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CustomerCard } from '../../../src-shared/contract/customerContract.ts';
import type { DuplicateReason } from '../../../src-shared/domain/closedLists.ts';
import { useRole } from '../../api/access.tsx';
import { call, type Received, useCommand } from '../../api/procedures.ts';
import { isRefusal } from '../../api/refusal.ts';
import { errorText, failureOf } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { comparePath, PLACES } from '../../ui/places.ts';
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

const marksOf = (card: CustomerCard, exceptId: number | null) => {
  const valuesOf = (kind: string) =>
    card.contacts.filter((one) => one.kind === kind).map(({ value }) => value);
  const parts = [card.firstName, card.lastName].filter((part) => part !== null).join(' ');
  return {
    names: [card.name, ...(parts === '' ? [] : [parts.slice(0, 200)])],
    phones: valuesOf('phone'),
    emails: valuesOf('email'),
    cardNumber: card.cardNumber,
    birthday: card.birthday,
    exceptId,
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
  const mayMerge = useRole() !== 'desk';
  /** The same hint is not given twice in a row. */
  const lastAsked = useRef('');

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

  /** Of a card that was there before: what was written may have shown that another one is the same person's. */
  const hint = (card: CustomerCard, ownId: number) => {
    if (!mayMerge) return;
    const asked = JSON.stringify(marksOf(card, ownId));
    if (asked === lastAsked.current) return;
    lastAsked.current = asked;
    const tellOf = ({ people }: Received<'customer.duplicates'>) => {
      const alike = people.find(({ isInTrash, reasons }) => !isInTrash && reasons.some(isTelling));
      if (alike === undefined) return;
      const reasons = alike.reasons.map((reason) => words.t(`customers.duplicate.${reason}`)).join(', ');
      notices.say({
        text: words.t('duplicates.hint', { name: alike.name, reasons }),
        action: {
          label: words.t('duplicates.compare'),
          onChosen: () => go(comparePath(ownId, alike.customerId)),
        },
      });
    };
    void call('customer.duplicates', marksOf(card, ownId)).then(tellOf, notices.fail);
  };

  const save: Saving['save'] = async (card, revision, isSureItIsNew) => {
    setIsBusy(true);
    setError(null);
    try {
      if (customerId === null && !isSureItIsNew) {
        const { people } = await call('customer.duplicates', marksOf(card, null));
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
      if (customerId !== null && saved.changeId !== null) hint(card, customerId);
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

/** A name alone is many people's. */
const isTelling = (reason: DuplicateReason): boolean => reason !== 'sameName' && reason !== 'nearName';
