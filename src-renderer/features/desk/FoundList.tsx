/** Who fits what was typed. The focus stays in the search box; this list shows where the keys would act. */
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import { Key } from '../../ui/Key.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './FoundList.module.css';
import { matchedParts } from './matches.ts';

export const FOUND_LIST_ID = 'desk-found';
export const optionId = (at: number): string => `desk-found-${at}`;

export interface FoundListProps {
  customers: readonly FoundCustomer[];
  typed: string;
  selected: number;
  /** The list is the answer to exactly what stands in the box. */
  isAnswered: boolean;
  onOpen(customer: FoundCustomer): void;
  onRecord(customer: FoundCustomer): void;
}

export function FoundList({ customers, typed, selected, isAnswered, onOpen, onRecord }: FoundListProps) {
  const words = useWords();
  const hint =
    typed.trim() === ''
      ? words.t('desk.hint')
      : customers.length > 0
        ? words.t('desk.found', { count: customers.length })
        : isAnswered
          ? words.t('desk.nobody')
          : '';
  return (
    <>
      <div className={styles.hint}>
        <p id="desk-hint" role="status">
          {hint}
        </p>
        {customers.length > 1 ? (
          <span className={styles.choose}>
            {words.t('desk.choose')} <Key keys="Up" /> <Key keys="Down" />
          </span>
        ) : null}
      </div>
      <div id={FOUND_LIST_ID} role="listbox" aria-label={words.t('desk.people')}>
        {customers.map((customer, at) => (
          <Found
            key={customer.customerId}
            customer={customer}
            typed={typed}
            at={at}
            isSelected={at === selected}
            onOpen={onOpen}
            onRecord={onRecord}
          />
        ))}
      </div>
    </>
  );
}

interface FoundProps {
  customer: FoundCustomer;
  typed: string;
  at: number;
  isSelected: boolean;
  onOpen(customer: FoundCustomer): void;
  onRecord(customer: FoundCustomer): void;
}

function Found({ customer, typed, at, isSelected, onOpen, onRecord }: FoundProps) {
  const words = useWords();
  const format = useFormat();
  const history =
    customer.lastVisitOn === null
      ? words.t('desk.noVisit')
      : words.t('desk.visits', {
          count: customer.occasions,
          last: format.date(customer.lastVisitOn, 'dayShort'),
        });
  const identity = [customer.phone, customer.externalId].filter((part) => part !== null).join(' · ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list live in the search box, which keeps the focus
    <div
      id={optionId(at)}
      role="option"
      aria-selected={isSelected}
      aria-label={[customer.name, identity, history].filter((part) => part !== '').join(', ')}
      tabIndex={-1}
      className={styles.row}
      onClick={(event) =>
        (event.target as Element).closest('[data-at-once]') ? onRecord(customer) : onOpen(customer)
      }
    >
      <span className={styles.person}>
        <span className={styles.name}>
          {matchedParts(customer.name, typed).map((part) =>
            part.isMatch ? <u key={part.at}>{part.text}</u> : <span key={part.at}>{part.text}</span>,
          )}
        </span>
        <span className={styles.second}>{identity}</span>
      </span>
      <span className={styles.history}>{history}</span>
      {isSelected ? (
        // Words, not buttons: an option may hold nothing else that takes the focus, and the keys do the same.
        <span className={styles.commands} aria-hidden="true">
          <span className={styles.command}>
            {words.t('desk.openVisit')} <Key keys="Enter" />
          </span>
          <span className={styles.quiet} data-at-once>
            {words.t('desk.recordAtOnce')} <Key keys="Mod+Enter" />
          </span>
        </span>
      ) : null}
    </div>
  );
}
