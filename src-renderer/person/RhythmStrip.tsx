/** The last visits on a line, with the usual rhythm, the leeway after it and today: why the sentence above says so. */
import type { Glance } from '../../src-shared/contract/glanceContract.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './rhythmStrip.module.css';
import { isLate } from './rhythmText.ts';
import { stripLayout } from './stripLayout.ts';

const share = (value: number): string => `${(value * 100).toFixed(2)}%`;
/** Narrower than this share of the line, a label would lie over its neighbour. */
const ROOM_FOR_LABEL = 0.075;
/** The same for the two longest labels. */
const ROOM_FOR_USUAL = 0.12;
const ROOM_FOR_LEEWAY = 0.1;
/** The shortest. */
const ROOM_FOR_TODAY = 0.05;

export function RhythmStrip({ glance, today }: { glance: Glance; today: string }) {
  const words = useWords();
  const format = useFormat();
  const { rhythm, recentDays } = glance;
  const layout = stripLayout(recentDays, rhythm, today);
  if (layout === null || rhythm === null) return null;
  const { visits, dueAt, boundAt, todayAt } = layout;
  const lastAt = visits.at(-1)!.at;
  const late = isLate(rhythm) || rhythm.state === 'lapsed';
  const overFrom = boundAt ?? dueAt ?? todayAt;
  const isOver = late && rhythm.overdueDays > 0;
  const overAt = Math.max(todayAt, (overFrom + todayAt) / 2);
  const leewayAt =
    dueAt === null || boundAt === null || boundAt - dueAt < ROOM_FOR_LEEWAY ? null : (dueAt + boundAt) / 2;
  const isLeewayNamed = leewayAt !== null && (!isOver || overAt - leewayAt >= ROOM_FOR_LABEL);
  return (
    <figure className={styles.strip} aria-label={words.t('person.strip')}>
      <div className={styles.line} aria-hidden="true">
        <span className={styles.past} style={{ insetInlineEnd: share(1 - lastAt) }} />
        <span
          className={styles.usual}
          style={{ insetInlineStart: share(lastAt), insetInlineEnd: share(1 - (dueAt ?? lastAt)) }}
        />
        {boundAt === null || dueAt === null ? null : (
          <span
            className={styles.leeway}
            style={{ insetInlineStart: share(dueAt), insetInlineEnd: share(1 - boundAt) }}
          />
        )}
        {late && todayAt > overFrom ? (
          <span
            className={styles.over}
            style={{ insetInlineStart: share(overFrom), insetInlineEnd: share(1 - todayAt) }}
          />
        ) : null}
        {visits.map(({ on, at }) => (
          <span key={on} className={styles.visit} style={{ insetInlineStart: share(at) }} />
        ))}
        <span className={styles.today} data-late={late} style={{ insetInlineStart: share(todayAt) }} />
      </div>
      <ol className={styles.days}>
        {visits.map(({ on, at, gapDays }, index) => {
          const before = visits[index - 1]?.at ?? at;
          const isLast = index === visits.length - 1;
          return (
            <li key={on}>
              {gapDays === null ? null : (
                <span
                  className={styles.gap}
                  data-narrow={at - before < ROOM_FOR_LABEL}
                  style={{ insetInlineStart: share((before + at) / 2) }}
                >
                  {words.t('person.strip.gap', { count: gapDays })}
                </span>
              )}
              <time
                className={styles.day}
                data-last={isLast}
                data-narrow={!isLast && (visits[index + 1]?.at ?? 1) - at < ROOM_FOR_LABEL * 0.75}
                dateTime={on}
                style={{ insetInlineStart: share(at) }}
              >
                {format.date(on, 'dayMonth')}
              </time>
            </li>
          );
        })}
        {rhythm.daysSince === 0 ? null : (
          <li>
            <span
              className={styles.day}
              data-late={late}
              data-narrow={todayAt - lastAt < ROOM_FOR_TODAY}
              style={{ insetInlineStart: share(todayAt) }}
            >
              {words.t('person.strip.today')}
            </span>
            {isOver ? (
              <span className={styles.gap} data-late style={{ insetInlineStart: share(overAt) }}>
                {words.t('person.strip.over', { count: rhythm.overdueDays })}
              </span>
            ) : null}
          </li>
        )}
        <li>
          {dueAt === null || dueAt - lastAt < ROOM_FOR_USUAL ? null : (
            <span className={styles.gap} style={{ insetInlineStart: share((lastAt + dueAt) / 2) }}>
              {words.t('person.strip.usual', { count: rhythm.everyDays })}
            </span>
          )}
          {!isLeewayNamed ? null : (
            <span className={styles.gap} style={{ insetInlineStart: share(leewayAt) }}>
              {words.t('person.strip.leeway', { count: rhythm.boundDays - rhythm.everyDays })}
            </span>
          )}
        </li>
      </ol>
    </figure>
  );
}
