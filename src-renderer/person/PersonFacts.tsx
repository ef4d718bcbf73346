/** What is open with the person, and what to remember about them: two columns beside the work. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Glance } from '../../src-shared/contract/glanceContract.ts';
import { CONSENT_PURPOSES } from '../../src-shared/domain/closedLists.ts';
import { useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Marked } from '../ui/Sentence.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { Balances } from './Balances.tsx';
import { gestureText } from './gestureText.ts';
import { Part } from './Part.tsx';
import styles from './person.module.css';

/** What waits: cases, promises, wishes; then a gesture, and what was the last time. */
export function OpenFacts({ glance }: { glance: Glance }) {
  const words = useWords();
  const format = useFormat();
  const { cases, promises, solvedWishes, gesture, lastVisit } = glance;
  const keep = useCommand('promise.setOutcome');
  const tell = useCommand('wish.tell');
  const sayTaken = useSayTaken();
  const { name } = glance;
  return (
    <div className={styles.facts}>
      {cases.map(({ caseId, text, dueOn, openedOn, staff }) => (
        <Part
          key={caseId}
          isOpen
          title={
            dueOn === null
              ? words.t('person.case')
              : words.t('person.caseDue', { on: format.date(dueOn, 'weekdayShort') })
          }
        >
          <p className={styles.strong}>{text === '' ? words.t('person.caseLow') : text}</p>
          <p className={styles.note}>
            {[words.t('person.caseOpened', { on: format.date(openedOn, 'dayMonth') }), staff]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        </Part>
      ))}
      {promises.length === 0 ? null : (
        <Part title={words.t('person.promise')}>
          {promises.map(({ promiseId, text, madeOn, dueOn, staff }) => (
            <div key={promiseId} className={styles.entry}>
              <p>{text}</p>
              <p className={styles.note}>
                {[
                  staff,
                  format.date(madeOn, 'dayMonth'),
                  dueOn === null
                    ? words.t('person.promiseNext')
                    : words.t('person.promiseDue', { on: format.date(dueOn, 'dayMonth') }),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
              <Command
                className={styles.command}
                aria-label={words.t('person.keptOf', { text })}
                onClick={() =>
                  keep.isPending ||
                  keep.mutate(
                    { promiseId, outcome: 'kept' },
                    { onSuccess: ({ changeId }) => sayTaken(changeId, words.t('person.keptSaid', { name })) },
                  )
                }
              >
                {words.t('person.kept')}
              </Command>
            </div>
          ))}
        </Part>
      )}
      {solvedWishes.length === 0 ? null : (
        <Part title={words.t('person.wish')}>
          {solvedWishes.map(({ wishId, text, solution }) => (
            <div key={wishId} className={styles.entry}>
              <p>{text}</p>
              {solution === null ? null : <p className={styles.note}>{solution}</p>}
              <Command
                className={styles.command}
                aria-label={words.t('person.wishTellOf', { text })}
                onClick={() =>
                  tell.isPending ||
                  tell.mutate(
                    { wishId, staffId: null },
                    { onSuccess: ({ changeId }) => sayTaken(changeId, words.t('person.wishTold', { name })) },
                  )
                }
              >
                {words.t('person.wishTell')}
              </Command>
            </div>
          ))}
        </Part>
      )}
      {keep.error ? <ErrorNote error={keep.error} /> : null}
      {tell.error ? <ErrorNote error={tell.error} /> : null}
      {gesture === null ? null : (
        <Part title={words.t('person.gesture')}>
          <p>{gestureText(words, gesture)}</p>
        </Part>
      )}
      {lastVisit === null ? null : (
        <Part title={words.t('person.lastVisit')}>
          <p>{lastVisit.offerings.join(', ') || words.t('person.lastVisitBare')}</p>
          <p className={styles.note}>
            {[format.date(lastVisit.on, 'dayShort'), ...lastVisit.staff].join(' · ')}
          </p>
          {lastVisit.note === null ? null : <p className={styles.long}>{lastVisit.note}</p>}
        </Part>
      )}
    </div>
  );
}

/** What must not be overlooked: beside the work, and before it where there is room for one column only. */
export function Warnings({ glance }: { glance: Glance }) {
  const words = useWords();
  return glance.preferences
    .filter(({ kind }) => kind === 'warning')
    .map(({ text }) => (
      <p key={text} className={styles.warning}>
        <IconAlertTriangle size={20} stroke={1.75} aria-label={words.t('person.warning')} />
        <span>{text}</span>
      </p>
    ));
}

/** What to remember, what they hold, why it is worth it, and how they may be reached. Narrow: the warnings are said elsewhere. */
export function KnownFacts({ glance, isNarrow }: { glance: Glance; isNarrow: boolean }) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const { preferences, note, tags, value, occasions, recommendedCount, birthday, consents } = glance;
  const shown = isNarrow ? preferences.filter(({ kind }) => kind === 'preference') : preferences;
  const isRemembered = shown.length > 0 || note !== null || tags.length > 0;
  return (
    <div className={styles.facts}>
      {isRemembered ? (
        <Part title={words.t('person.remember')}>
          {isNarrow ? null : <Warnings glance={glance} />}
          {preferences
            .filter(({ kind }) => kind === 'preference')
            .map(({ text }) => (
              <p key={text} className={styles.long}>
                {text}
              </p>
            ))}
          {note === null ? null : <p className={styles.long}>{note}</p>}
          {tags.length === 0 ? null : <p className={styles.note}>{tags.join(' · ')}</p>}
        </Part>
      ) : null}
      <Balances customerId={glance.customerId} />
      {value === null && recommendedCount === 0 ? null : (
        <Part title={words.t('person.value')}>
          {value === null ? null : (
            <p>
              <Marked
                text={
                  value.kind === 'band'
                    ? words.t(`person.band.${value.band}`)
                    : words.t('person.valueAmount', {
                        amount: format.money(value.netMinor, shop.currency, true),
                        count: occasions,
                      })
                }
              />
            </p>
          )}
          {recommendedCount === 0 ? null : (
            <p>
              <Marked text={words.t('person.recommended', { count: recommendedCount })} />
            </p>
          )}
        </Part>
      )}
      {birthday === null ? null : (
        <Part title={words.t('person.birthday')}>
          <p>
            {birthday.inDays >= 0
              ? words.t('person.birthdayIn', { count: birthday.inDays })
              : words.t('person.birthdayAgo', { count: -birthday.inDays })}
          </p>
        </Part>
      )}
      <Part title={words.t('person.consents')}>
        {consents.length === 0 ? (
          <p className={styles.quiet}>{words.t('person.noConsents')}</p>
        ) : (
          CONSENT_PURPOSES.filter((purpose) => consents.some((one) => one.purpose === purpose)).map(
            (purpose) => (
              <p key={purpose}>
                {words.t(`customers.purpose.${purpose}`)}
                {': '}
                <span className={styles.quiet}>
                  {consents
                    .filter((one) => one.purpose === purpose)
                    .map(({ channel }) => words.t(`customers.channel.${channel}`))
                    .join(', ')}
                </span>
              </p>
            ),
          )
        )}
      </Part>
    </div>
  );
}

/** A step that was taken is said at the foot of the window, and can be taken back there. */
const useSayTaken = () => {
  const undoChange = useCommand('change.undo');
  const notices = useNotices();
  const words = useWords();
  return (changeId: number | null, text: string) =>
    notices.say({
      text,
      ...(changeId === null
        ? {}
        : {
            undo: async () => {
              await undoChange.mutateAsync({ changeId });
              return words.t('person.takenBack');
            },
          }),
    });
};
