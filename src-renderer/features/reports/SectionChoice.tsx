/** Which parts are printed. Comments say beside them why they are left out at first. */
import { REPORT_SECTIONS, type ReportSection } from '../../../src-shared/contract/reportContract.ts';
import { SECTION_NAMES } from '../../figures/sectionNames.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

export interface SectionChoiceProps {
  readonly chosen: readonly ReportSection[];
  readonly onChange: (chosen: ReportSection[]) => void;
}

export function SectionChoice({ chosen, onChange }: SectionChoiceProps) {
  const words = useWords();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.t('report.sections')}</legend>
      {REPORT_SECTIONS.map((section) => (
        <label key={section} className={styles.section}>
          <input
            type="checkbox"
            checked={chosen.includes(section)}
            onChange={(event) => {
              const isChosen = event.currentTarget.checked;
              onChange(
                REPORT_SECTIONS.filter((each) => (each === section ? isChosen : chosen.includes(each))),
              );
            }}
          />
          <span>
            {withNoBreaks(words.t(SECTION_NAMES[section]))}
            {section === 'comments' ? (
              <span className={styles.note}>{words.t('report.sections.comments')}</span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
