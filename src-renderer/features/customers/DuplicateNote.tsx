/** Perhaps the card is there already: who it could be and why, before a second one is made. */
import { Link } from 'wouter';
import { useRole } from '../../api/access.tsx';
import type { Received } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { PLACES } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';

export type Duplicates = Received<'customer.duplicates'>['people'];

export interface DuplicateNoteProps {
  people: Duplicates;
  onSaveAnyway(): void;
  onSaveAndMerge(customerId: number): void;
}

export function DuplicateNote({ people, onSaveAnyway, onSaveAndMerge }: DuplicateNoteProps) {
  const words = useWords();
  const mayMerge = useRole() !== 'desk';
  return (
    <section className={styles.duplicates} role="alert" aria-label={words.t('customers.duplicates')}>
      <p className={styles.duplicatesTitle}>{words.t('customers.duplicates')}</p>
      <ul>
        {people.map(({ customerId, name, reasons, isInTrash }) => (
          <li key={customerId}>
            <Link href={`${PLACES.customers}/${customerId}`} className={styles.person}>
              {name}
            </Link>{' '}
            <span className={styles.muted}>
              {[
                ...reasons.map((reason) => words.t(`customers.duplicate.${reason}`)),
                ...(isInTrash ? [words.t('customers.duplicate.inTrash')] : []),
              ].join(', ')}
            </span>
            {mayMerge ? (
              <>
                {' '}
                <Command
                  onClick={() => onSaveAndMerge(customerId)}
                  aria-label={`${words.t('customers.duplicates.saveAndMerge')}: ${name}`}
                >
                  {words.t('customers.duplicates.saveAndMerge')}
                </Command>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <Command onClick={onSaveAnyway}>{words.t('customers.duplicates.saveAnyway')}</Command>
    </section>
  );
}
