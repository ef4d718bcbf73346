/** Who fits what was typed. The focus stays in the search box; this list shows where the keys would act. */
import type { SearchHit } from '../../../src-shared/contract/deskContract.ts';
import type { GlanceRow } from '../../../src-shared/contract/glanceContract.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import { GLANCE_ROWS } from '../../../src-shared/domain/glanceRows.ts';
import { useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { RhythmRing } from '../../person/RhythmRing.tsx';
import { clockText, isLate, rhythmSentence } from '../../person/rhythmText.ts';
import { Key } from '../../ui/Key.tsx';
import { Marked } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './FoundList.module.css';
import { matchedParts } from './matches.ts';

export const FOUND_LIST_ID = 'desk-found';
export const optionId = (at: number): string => `desk-found-${at}`;

export interface FoundListProps {
  customers: readonly SearchHit[];
  typed: string;
  selected: number;
  /** The list is the answer to exactly what stands in the box. */
  isAnswered: boolean;
  /** These are the closest of more. */
  hasMore: boolean;
  onOpen(customer: SearchHit): void;
  onRecord(customer: SearchHit): void;
}

export function FoundList(props: FoundListProps) {
  const { customers, typed, selected, isAnswered, hasMore, onOpen, onRecord } = props;
  const words = useWords();
  const { data: glances } = useAnswer(
    'customer.glanceRows',
    { customerIds: customers.slice(0, GLANCE_ROWS).map(({ customerId }) => customerId) },
    { enabled: customers.length > 0, keepsPrevious: true },
  );
  const hint =
    typed.trim() === ''
      ? words.t('desk.hint')
      : customers.length > 0
        ? words.t(hasMore ? 'desk.foundMore' : 'desk.found', { count: customers.length })
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
            glance={glances?.rows.find(({ customerId }) => customerId === customer.customerId)}
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
  customer: SearchHit;
  /** How they come and what is open; undefined while it is not known. */
  glance: GlanceRow | undefined;
  typed: string;
  at: number;
  isSelected: boolean;
  onOpen(customer: SearchHit): void;
  onRecord(customer: SearchHit): void;
}

function Found({ customer, glance, typed, at, isSelected, onOpen, onRecord }: FoundProps) {
  const words = useWords();
  const coming = useComing(glance);
  const { foundBy } = customer;
  const identity = [
    foundBy?.what === 'phone' ? foundBy.text : customer.phone,
    foundBy === null || foundBy.what === 'phone'
      ? customer.externalId
      : words.t(`desk.foundBy.${foundBy.what}`, { text: foundBy.text }),
  ].filter((part) => part !== null);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list live in the search box, which keeps the focus
    <div
      id={optionId(at)}
      role="option"
      aria-selected={isSelected}
      aria-label={[customer.name, ...identity, coming.plain, coming.second]
        .filter((part) => part !== '')
        .join(', ')}
      tabIndex={-1}
      className={styles.row}
      onClick={(event) =>
        (event.target as Element).closest('[data-at-once]') ? onRecord(customer) : onOpen(customer)
      }
    >
      <span className={styles.ring}>
        {glance ? <RhythmRing occasions={glance.occasions} rhythm={glance.rhythm} /> : null}
      </span>
      <span className={styles.person}>
        <span className={styles.name} title={customer.name}>
          {matchedParts(customer.name, typed, customer.marks).map((part) =>
            part.isMatch ? <u key={part.at}>{part.text}</u> : <span key={part.at}>{part.text}</span>,
          )}
        </span>
        <span className={styles.second}>{identity.join(' · ')}</span>
      </span>
      <span className={styles.history}>
        <span className={styles.coming} data-late={coming.isLate ? '' : undefined}>
          <Marked text={coming.sentence} />
        </span>
        <span className={styles.second}>{coming.second}</span>
      </span>
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

interface ComingSaid {
  /** With marks; empty while it is not known. */
  readonly sentence: string;
  readonly plain: string;
  readonly second: string;
  readonly isLate: boolean;
}

const NOT_KNOWN: ComingSaid = { sentence: '', plain: '', second: '', isLate: false };

/** How they come, and what is to be known before they are greeted: an open case, an appointment, else the last visit. */
const useComing = (glance: GlanceRow | undefined): ComingSaid => {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  if (!glance) return NOT_KNOWN;
  const { occasions, rhythm, lastVisitOn, hasOpenCase, bookedToday, lastOffering } = glance;
  const sentence = rhythmSentence(words, {
    occasions,
    rhythm,
    daysSince: lastVisitOn === null ? null : dayOfIso(today) - dayOfIso(lastVisitOn),
  });
  const open = [
    ...(hasOpenCase ? [words.t('person.openCase')] : []),
    ...(bookedToday === null
      ? []
      : [
          bookedToday.atMinute === null
            ? words.t('person.booked')
            : words.t('person.bookedAt', { time: clockText(bookedToday.atMinute) }),
        ]),
  ];
  const last =
    lastVisitOn === null
      ? []
      : [
          words.t('person.last', { on: format.date(lastVisitOn, 'dayShort') }),
          ...(lastOffering === null ? [] : [lastOffering]),
        ];
  return {
    sentence,
    plain: sentence.replaceAll(/<\/?b>/g, ''),
    second: open.length > 0 ? open.join(' · ') : last.join(', '),
    isLate: isLate(rhythm),
  };
};
