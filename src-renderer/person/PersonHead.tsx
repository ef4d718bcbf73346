/** Who it is, in large, and how they come, in a sentence; what must not be overlooked stands right below. */
import type { ReactNode } from 'react';
import type { Glance } from '../../src-shared/contract/glanceContract.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import { useOpenShop } from '../api/shop.tsx';
import { isLongName } from '../ui/personName.ts';
import { Marked } from '../ui/Sentence.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './person.module.css';
import { RhythmStrip } from './RhythmStrip.tsx';
import { clockText, everyText, isLate, rhythmSentence } from './rhythmText.ts';

export interface PersonHeadProps {
  name: string;
  phone: string | null;
  /** Null while it is on its way: the name stands there at once. */
  glance: Glance | null;
  /** At the end of the first line. */
  commands: ReactNode;
}

export function PersonHead({ name, phone, glance, commands }: PersonHeadProps) {
  const { today } = useOpenShop();
  return (
    <header className={styles.head}>
      <div className={styles.headTop}>
        <div className={styles.nameAndPhone}>
          <h1 className={styles.name} data-long={isLongName(name)}>
            {name}
          </h1>
          {phone === null ? null : <span className={styles.phone}>{phone}</span>}
        </div>
        <div className={styles.commands}>{commands}</div>
      </div>
      {glance === null ? (
        <p className={styles.sentence}>{'\u00a0'}</p>
      ) : (
        <Coming glance={glance} today={today} />
      )}
      {glance === null ? null : <RhythmStrip glance={glance} today={today} />}
    </header>
  );
}

function Coming({ glance, today }: { glance: Glance; today: string }) {
  const words = useWords();
  const format = useFormat();
  const { occasions, rhythm, lastVisitOn } = glance;
  const daysSince = lastVisitOn === null ? null : dayOfIso(today) - dayOfIso(lastVisitOn);
  const isTooFew = occasions === 1 && rhythm !== null && rhythm.ownGaps === 0 && !rhythm.isPlanned;
  return (
    <>
      <p className={styles.sentence} data-late={isLate(rhythm)}>
        <Marked text={`${rhythmSentence(words, { occasions, rhythm, daysSince })}.`} />
      </p>
      {isTooFew ? (
        <p className={styles.few}>
          {words.t('person.tooFew', { every: everyText(words, rhythm.everyDays) })}
        </p>
      ) : null}
      {glance.booked[0] === undefined ? null : (
        <p className={styles.sentence}>{bookedText(glance.booked[0])}</p>
      )}
    </>
  );

  function bookedText({ onDate, atMinute, offering, staff }: Glance['booked'][number]): string {
    const time = atMinute === null ? null : clockText(atMinute);
    const on = format.date(onDate, 'weekdayShort');
    const when =
      onDate === today
        ? time === null
          ? words.t('person.booked')
          : words.t('person.bookedAt', { time })
        : time === null
          ? words.t('person.bookedOn', { on })
          : words.t('person.bookedOnAt', { on, time });
    return [when, offering, staff === null ? null : words.t('person.with', { name: staff })]
      .filter((part) => part !== null)
      .join(' · ');
  }
}
