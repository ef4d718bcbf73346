/** The few who stopped coming and are worth a call; what those who were asked said. */
import { useState } from 'react';
import type { ToAsk } from '../../../src-shared/contract/lapseContract.ts';
import { dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import rows from '../../followUp/followUp.module.css';
import { Who } from '../../followUp/rows.tsx';
import { StepRow } from '../../followUp/StepRow.tsx';
import { Command } from '../../ui/Command.tsx';
import { copyText } from '../../ui/copyText.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { personName } from '../../ui/personName.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { Frame, Section } from './Frame.tsx';
import styles from './lists.module.css';

const YEAR_DAYS = 365;
const ANSWERS_LISTED = 30;

export function AskWhyScreen() {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const toAsk = useAnswer('lapse.toAsk', {}, { keepsPrevious: true });
  const [asking, setAsking] = useState<ToAsk | null>(null);
  const { customers = [], lapsed = 0 } = toAsk.data ?? {};
  const about = ({ occasions, rhythmDays, lastVisitOn, lastStaff }: ToAsk) => [
    words.t('askWhy.last', { on: format.date(lastVisitOn, 'dayShort') }),
    words.t('askWhy.usedTo', { count: rhythmDays }),
    words.t('askWhy.visits', { count: occasions }),
    lastStaff === null ? null : words.t('askWhy.withStaff', { name: lastStaff }),
  ];
  const copy = () => {
    const lines = customers.map((one) =>
      [one.customer.name, one.phone, ...about(one).filter((part) => part !== null)].join('\t'),
    );
    if (copyText(lines.join('\n'))) notices.say({ text: words.t('askWhy.copied') });
  };
  return (
    <Frame
      of="opinions"
      title={words.t('askWhy.title')}
      {...(toAsk.data === undefined ? {} : { lead: words.t('askWhy.lead', { count: lapsed }) })}
    >
      {toAsk.error ? <ErrorNote error={toAsk.error} /> : null}
      {toAsk.data === undefined && !toAsk.error ? <Waiting /> : null}
      {toAsk.data !== undefined && customers.length === 0 ? (
        <EmptyState title={words.t('askWhy.nobody.title')} text={words.t('askWhy.nobody.text')} />
      ) : null}
      {customers.length === 0 ? null : (
        <section className={styles.section} aria-label={words.t('askWhy.title')}>
          <p className={styles.sectionText}>{words.t('askWhy.text')}</p>
          <ul className={rows.wide}>
            {customers.map((one) => (
              <StepRow
                key={one.customer.customerId}
                label={<span className={styles.phone}>{one.phone}</span>}
                text={<Who person={one.customer} />}
                second={about(one)}
                what={one.customer.name}
                acts={[{ name: words.t('askWhy.ask'), onDone: () => setAsking(one) }]}
              />
            ))}
          </ul>
          <div>
            <Command isQuiet onClick={copy}>
              {words.t('askWhy.copy')}
            </Command>
          </div>
        </section>
      )}
      <Answers />
      {asking === null ? null : <AnswerDialog of={asking.customer} onClose={() => setAsking(null)} />}
    </Frame>
  );
}

function Answers() {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const from = isoOfDay(dayOfIso(today) - YEAR_DAYS);
  const said = useAnswer('lapse.answers', { from, to: today, limit: ANSWERS_LISTED });
  if (said.error) return <ErrorNote error={said.error} />;
  if (!said.data) return null;
  const { answers, asked, silent, reasons } = said.data;
  const most = Math.max(1, ...reasons.map(({ count }) => count));
  return (
    <Section
      title={words.t('askWhy.answers')}
      text={
        asked === 0
          ? words.t('askWhy.answers.none')
          : `${words.t('askWhy.asked', { count: asked })} ${words.t('askWhy.silent', { count: silent })}`
      }
    >
      {reasons.length === 0 ? null : (
        <ul className={styles.reasons}>
          {reasons.map(({ reason, count }) => (
            <li key={reason} className={styles.reason}>
              <span>{words.t(`askWhy.reason.${reason}`)}</span>
              <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} aria-hidden="true" />
              <span className={styles.count}>{format.number(count)}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className={rows.wide}>
        {answers.map(({ lapseAnswerId, customer, askedOn, reason, text, staff }) => (
          <StepRow
            key={lapseAnswerId}
            label={format.date(askedOn, 'dayShort')}
            text={
              <>
                <Who person={customer} /> {words.t(`askWhy.reason.${reason}`)}
              </>
            }
            second={[text === null ? null : words.t('customers.quote', { text }), staff]}
            what={personName(words, customer.name)}
            acts={[]}
          />
        ))}
      </ul>
    </Section>
  );
}
