/** Who was expected by their own rhythm and came, second visits, and who is late for one; from visits alone, and said so. */
import type { Words } from '../../../src-shared/words/words.ts';
import { figureOf } from '../../figures/figureOf.ts';
import { shareRangeText, shareText } from '../../figures/figureText.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { type Block, whole } from '../block.ts';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import styles from '../print.module.css';

type Figures = SectionPart['data']['figures']['now'];

const dueSentence = (figures: Figures, words: Words): string => {
  const due = figureOf(figures, 'comeBack.due');
  if (due?.value == null) return words.t('report.comeBack.noDue');
  const came = words.t('report.comeBack.dueCame', { count: due.numerator ?? 0 });
  const share =
    due.low === null || due.high === null || due.numerator === 0
      ? came
      : words.t('report.comeBack.dueShare', {
          came,
          share: shareText(due.value, words),
          range: shareRangeText(due.low, due.high, words),
        });
  return words.t('report.comeBack.due', { count: due.n, came: share });
};

const lateSentences = (figures: Figures, words: Words): string[] => {
  const usual = figureOf(figures, 'comeBack.usualDays')?.value ?? null;
  if (usual === null) return [words.t('report.comeBack.tooEarly')];
  const notBack = figureOf(figures, 'comeBack.notBack');
  return [
    words.t('report.comeBack.usual', { count: usual }),
    notBack && notBack.n > 0
      ? words.t('report.comeBack.notBack', {
          count: notBack.n,
          away: words.t('report.comeBack.away', { count: notBack.numerator ?? 0 }),
        })
      : words.t('report.comeBack.nobodyPassed'),
  ];
};

export const comeBackBlocks = ({ data, words }: SectionPart): readonly Block[] => {
  const { now } = data.figures;
  const paragraphs = [
    dueSentence(now, words),
    words.t('report.comeBack.second', { count: figureOf(now, 'comeBack.second')?.value ?? 0 }),
    lateSentences(now, words).join(' '),
  ].map(withNoBreaks);
  return [
    heading('comeBack', words.t('report.section.comeBack')),
    whole(
      'comeBack',
      1,
      <div className={styles.paragraphs}>
        {paragraphs.map((text) => (
          <p key={text}>
            <Marked text={text} />
          </p>
        ))}
        <p className={styles.wideNote}>{withNoBreaks(words.t('report.comeBack.note'))}</p>
      </div>,
    ),
  ];
};
