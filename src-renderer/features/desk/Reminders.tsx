/** What runs out and what was promised, one line each and only when there is any; who it is stands a key away. */
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import type { MessageKey } from '../../../src-shared/words/words.ts';
import { useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useActs } from '../../followUp/useActs.ts';
import { Command } from '../../ui/Command.tsx';
import { personName } from '../../ui/personName.ts';
import { cardPath } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './Today.module.css';

/** Soon enough to speak of it at the next visit, late enough not to stand there always. */
const ENDING_DAYS = 7;
const LISTED = 100;

export function Reminders() {
  return (
    <>
      <DuePromises />
      <Ending />
    </>
  );
}

function DuePromises() {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const { endPromise } = useActs();
  const promises = useAnswer('promise.due', {}).data?.promises ?? [];
  return (
    <Reminder count={promises.length} text="desk.today.promises">
      {promises.map((promise) => {
        const { promiseId, customer, text, dueOn } = promise;
        const name = personName(words, customer.name);
        return (
          <Row
            key={promiseId}
            customerId={customer.customerId}
            name={name}
            rest={[text, dueOn === null || dueOn === today ? null : format.date(dueOn, 'dayMonth')]}
          >
            <Command
              isQuiet
              className={styles.undo}
              aria-label={words.t('followUp.act.of', {
                act: words.t('followUp.act.kept'),
                what: `${name}, ${text}`,
              })}
              onClick={() => endPromise(promise, name, 'kept')}
            >
              {words.t('followUp.act.kept')}
            </Command>
          </Row>
        );
      })}
    </Reminder>
  );
}

function Ending() {
  const words = useWords();
  const format = useFormat();
  const ending = useAnswer('benefit.ending', { withinDays: ENDING_DAYS, limit: LISTED }).data;
  const all = [
    ...(ending?.memberships ?? []).map((one) => ({ ...one, left: null })),
    ...(ending?.packages ?? []),
  ]
    // Those that have ended are asked after in the settings' list, not every day.
    .filter(({ endsOn }) => endsOn >= (ending?.asOf ?? ''))
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : a.benefitId - b.benefitId));
  return (
    <Reminder count={all.length} text="desk.today.ending">
      {all.map(({ benefitId, customerId, customerName, planName, endsOn, left }) => (
        <Row
          key={benefitId}
          customerId={customerId}
          name={personName(words, customerName)}
          rest={[
            format.date(endsOn, 'weekdayShort'),
            planName,
            left === null ? null : words.t('desk.today.usesLeft', { count: left }),
          ]}
        />
      ))}
    </Reminder>
  );
}

interface ReminderProps {
  count: number;
  text: Extract<MessageKey, 'desk.today.promises' | 'desk.today.ending'>;
  children: ReactNode;
}

function Reminder({ count, text, children }: ReminderProps) {
  const words = useWords();
  const [isShown, setIsShown] = useState(false);
  const id = useId();
  if (count === 0) return null;
  return (
    <div className={styles.reminder}>
      <div className={styles.reminderLine}>
        <div id={id}>
          <Sentence text={words.t(text, { count })} size="note" />
        </div>
        <Command
          isQuiet
          className={styles.undo}
          aria-expanded={isShown}
          aria-describedby={id}
          onClick={() => setIsShown(!isShown)}
        >
          {words.t(isShown ? 'desk.today.hide' : 'desk.today.show')}
        </Command>
      </div>
      {isShown ? <ul>{children}</ul> : null}
    </div>
  );
}

interface RowProps {
  customerId: number;
  name: string;
  rest: readonly (string | null)[];
  children?: ReactNode;
}

function Row({ customerId, name, rest, children }: RowProps) {
  return (
    <li className={styles.asked}>
      <span className={styles.what}>
        <Link href={cardPath(customerId)} className={styles.name}>
          {name}
        </Link>{' '}
        <span className={styles.rest}>{rest.filter((part) => part !== null).join(' · ')}</span>
      </span>
      {children === undefined ? null : <span className={styles.commands}>{children}</span>}
    </li>
  );
}
