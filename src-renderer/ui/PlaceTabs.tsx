/** The neighbouring screens of one place, as links under its title bar: where the person is now is marked. */
import { Link, useLocation } from 'wouter';
import { useRole } from '../api/access.tsx';
import styles from './PlaceTabs.module.css';
import { PLACES } from './places.ts';
import { useDuplicateCount } from './useDuplicateCount.ts';
import { useFormat, useWords } from './wordsContext.tsx';

const TABS = {
  customers: ['customers', 'appointments', 'wishes', 'duplicates'],
  opinions: ['opinions', 'cases', 'askWhy'],
} as const;

/** The front desk has no opinions to read, and yet cases to see to. */
const AT_DESK = ['customers', 'appointments', 'wishes', 'cases', 'askWhy'] as const;

export function PlaceTabs({ of }: { of: keyof typeof TABS }) {
  const words = useWords();
  const format = useFormat();
  const tabs = useRole() === 'desk' ? AT_DESK : TABS[of];
  const [location] = useLocation();
  const duplicates = useDuplicateCount(of === 'customers');
  const names = {
    customers: words.t('shell.customers'),
    appointments: words.t('appointments.title'),
    wishes: words.t('wishes.title'),
    duplicates: words.t('duplicates.title'),
    opinions: words.t('opinions.title'),
    cases: words.t('cases.title'),
    askWhy: words.t('askWhy.title'),
  };
  return (
    <nav className={styles.tabs} aria-label={names[of]}>
      {tabs.map((place) => (
        <Link
          key={place}
          href={PLACES[place]}
          className={styles.tab}
          aria-current={location === PLACES[place] ? 'page' : undefined}
        >
          {names[place]}
          {place === 'duplicates' && duplicates ? (
            <span className={styles.count}> {format.number(duplicates)}</span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
