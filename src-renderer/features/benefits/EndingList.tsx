/** Memberships that end soon or ended lately, not renewed: whom to ask. */
import { Link } from 'wouter';
import { useAnswer } from '../../api/procedures.ts';
import { cardPath } from '../../ui/places.ts';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './plans.module.css';

export function EndingList() {
  const words = useWords();
  const format = useFormat();
  const ending = useAnswer('benefit.ending', {}).data;
  if (!ending || ending.memberships.length === 0) return null;
  return (
    <SettingsPart title={words.t('benefits.ending.title')} text={words.t('benefits.ending.text')}>
      <ul className={styles.plans}>
        {ending.memberships.map(({ benefitId, customerId, customerName, planName, endsOn }) => (
          <li key={benefitId} className={styles.plan}>
            <div className={styles.text}>
              <Link href={cardPath(customerId)} className={styles.person}>
                {customerName}
              </Link>
              <p className={styles.about}>{planName}</p>
            </div>
            <span className={styles.about}>
              {endsOn < ending.asOf
                ? words.t('benefits.ending.ended', { date: format.date(endsOn) })
                : words.t('benefits.ending.ends', { date: format.date(endsOn) })}
            </span>
          </li>
        ))}
      </ul>
    </SettingsPart>
  );
}
