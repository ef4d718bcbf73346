/** A new person's name and telephone, what else was typed about them, and who they may be already. */
import type { Ref } from 'react';
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import { type TypedPerson, typedPerson } from '../../../src-shared/domain/typedPerson.ts';
import { call, useAnswer } from '../../api/procedures.ts';
import { TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './NewPersonFields.module.css';
import { isKnownEnough } from './newPerson.ts';
import { usePaused } from './usePaused.ts';

export interface NewPersonFieldsProps {
  nameField: Ref<HTMLInputElement>;
  /** What was looked for. */
  typed: string;
  person: TypedPerson;
  isNameFaulty: boolean;
  onChange(person: TypedPerson): void;
  /** The new person is somebody who has a card. */
  onKnown(customer: FoundCustomer): void;
}

/** Long enough not to ask for each letter. */
const TYPING_PAUSE_MS = 250;

export function NewPersonFields(props: NewPersonFieldsProps) {
  const { nameField, typed, person, isNameFaulty, onChange, onKnown } = props;
  const words = useWords();
  const { name, phone, email, cardNumber } = person;
  const change = (part: Partial<TypedPerson>) => onChange({ ...person, ...part });
  return (
    <>
      <div className={styles.pair}>
        <TextField
          ref={nameField}
          label={words.t('desk.name')}
          value={name}
          maxLength={200}
          autoFocus={(name === '' || typed === '') && !isKnownEnough(person)}
          error={isNameFaulty ? words.t('desk.name.missing') : null}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextField
          label={words.t('desk.phone')}
          type="tel"
          value={phone}
          maxLength={40}
          autoFocus={name !== '' && typed !== '' && !isKnownEnough(person)}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
        {/* Asked for only where they were typed: the desk has a queue, the card has room for the rest. */}
        {email !== '' || typed.includes('@') ? (
          <TextField
            label={words.t('customers.contact.email')}
            type="email"
            value={email}
            maxLength={200}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
        ) : null}
        {cardNumber !== '' || typedPerson(typed, words.locale).cardNumber !== '' ? (
          <TextField
            label={words.t('customers.cardNumber')}
            value={cardNumber}
            maxLength={60}
            onChange={(event) => change({ cardNumber: event.currentTarget.value })}
          />
        ) : null}
      </div>
      <PerhapsKnown person={person} onKnown={onKnown} />
    </>
  );
}

function PerhapsKnown({ person, onKnown }: Pick<NewPersonFieldsProps, 'person' | 'onKnown'>) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { name, phone, email, cardNumber } = usePaused(person, TYPING_PAUSE_MS);
  const listed = (text: string) => (text.trim() === '' ? [] : [text.trim()]);
  const { data } = useAnswer(
    'customer.duplicates',
    {
      names: listed(name),
      phones: listed(phone),
      emails: listed(email),
      cardNumber: cardNumber.trim() || null,
      birthday: null,
    },
    { keepsPrevious: true },
  );
  const people = data?.people.filter(({ isInTrash }) => !isInTrash) ?? [];
  if (people.length === 0) return null;
  const take = async (customerId: number) => {
    try {
      const known = await call('customer.glance', { customerId });
      onKnown({
        customerId,
        name: known.name,
        externalId: null,
        phone: known.phone,
        occasions: known.occasions,
        lastVisitOn: known.lastVisitOn,
      });
    } catch (error) {
      notices.fail(error);
    }
  };
  return (
    <section className={styles.known} aria-label={words.t('desk.perhapsKnown')}>
      <p role="status">{words.t('desk.perhapsKnown')}</p>
      <ul>
        {people.map(({ customerId, name: known, reasons, phone: number, lastVisitOn }) => (
          <li key={customerId}>
            <button type="button" className={styles.take} onClick={() => void take(customerId)}>
              {known}
            </button>{' '}
            <span className={styles.why}>
              {[
                reasons.map((reason) => words.t(`customers.duplicate.${reason}`)).join(', '),
                ...(number === null ? [] : [number]),
                lastVisitOn === null
                  ? words.t('person.none')
                  : words.t('person.last', { on: format.date(lastVisitOn, 'dayShort') }),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
