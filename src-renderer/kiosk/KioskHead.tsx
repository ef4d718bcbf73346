/** Whose screen it is, in which language it asks, and how large. */
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './kiosk.module.css';

const NAMES = { en: 'common.english', pl: 'common.polish', ro: 'common.romanian' } as const;

export interface KioskHeadProps {
  round: KioskRound;
  locale: Locale;
  isLarge: boolean;
  onLocale(locale: Locale): void;
  onLarge(isLarge: boolean): void;
}

export function KioskHead({ round, locale, isLarge, onLocale, onLarge }: KioskHeadProps) {
  const words = useWords();
  return (
    <header className={styles.head}>
      <p className={styles.shop}>{round.shopName}</p>
      <fieldset className={styles.choices} aria-label={words.t('kiosk.language')}>
        {round.locales.length > 1
          ? round.locales.map((one) => (
              <button
                key={one}
                type="button"
                lang={one}
                className={styles.choice}
                aria-pressed={one === locale}
                onClick={() => onLocale(one)}
              >
                {words.t(NAMES[one])}
              </button>
            ))
          : null}
      </fieldset>
      <button
        type="button"
        className={styles.size}
        aria-pressed={isLarge}
        aria-label={words.t('kiosk.large')}
        onClick={() => onLarge(!isLarge)}
      >
        <span aria-hidden="true">
          A<b>A</b>
        </span>
      </button>
    </header>
  );
}
