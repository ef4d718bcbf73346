/** In which language and on which paper. */
import { PAPERS, type Paper } from '../../../src-shared/contract/reportContract.ts';
import { LOCALES, type Locale } from '../../../src-shared/contract/values.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

const IN_LANGUAGE = { en: 'report.in.en', pl: 'report.in.pl', ro: 'report.in.ro' } as const;
const ON_PAPER = { a4: 'report.paper.a4', letter: 'report.paper.letter' } as const;

export interface PaperChoiceProps {
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
}

export function PaperChoice({ locale, onLocale, paper, onPaper }: PaperChoiceProps) {
  const words = useWords();
  return (
    <div className={styles.pair}>
      <label className={styles.field}>
        <span className={styles.legend}>{words.t('report.language')}</span>
        <select
          className={styles.select}
          value={locale}
          onChange={(event) => onLocale(LOCALES.find((each) => each === event.currentTarget.value) ?? locale)}
        >
          {LOCALES.map((each) => (
            <option key={each} value={each}>
              {words.t(IN_LANGUAGE[each])}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span className={styles.legend}>{words.t('report.paper')}</span>
        <select
          className={styles.select}
          value={paper}
          onChange={(event) => onPaper(PAPERS.find((each) => each === event.currentTarget.value) ?? paper)}
        >
          {PAPERS.map((each) => (
            <option key={each} value={each}>
              {words.t(ON_PAPER[each])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
