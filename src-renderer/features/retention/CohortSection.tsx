/** Cohorts: the filters as a sentence, the heatmap, and below it the words for its marks. */
import { useEffect } from 'react';
import {
  COHORT_KINDS,
  COHORT_PERIODS,
  type CohortKind,
  type CohortPeriod,
} from '../../../src-shared/domain/figure.ts';
import { useAnswer } from '../../api/procedures.ts';
import { CohortHeatmap } from '../../charts/CohortHeatmap.tsx';
import { hasRoomForReason } from '../../charts/roomForReason.ts';
import { useWidth } from '../../charts/useWidth.ts';
import {
  type CohortView,
  cohortView,
  MEASURES,
  type Measure,
  NEWEST,
  unknownReason,
} from '../../figures/cohortRows.ts';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { TitleLine } from '../../ui/TitleLine.tsx';
import { useExport } from '../../ui/useExport.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './retention.module.css';

export interface CohortChoice {
  readonly by: CohortPeriod;
  readonly kind: CohortKind;
  readonly measure: Measure;
  readonly isAll: boolean;
}

export const FIRST_CHOICE: CohortChoice = {
  by: 'month',
  kind: 'on-or-after',
  measure: 'per100',
  isAll: false,
};

const BY = {
  month: 'retention.by.month',
  quarter: 'retention.by.quarter',
  year: 'retention.by.year',
} as const;
const KIND = {
  classic: {
    month: 'retention.kind.classic.month',
    quarter: 'retention.kind.classic.quarter',
    year: 'retention.kind.classic.year',
  },
  'on-or-after': {
    month: 'retention.kind.onOrAfter.month',
    quarter: 'retention.kind.onOrAfter.quarter',
    year: 'retention.kind.onOrAfter.year',
  },
} as const;
const MEASURE = {
  per100: 'retention.measure.per100',
  people: 'retention.measure.people',
  money: 'retention.measure.money',
} as const;
const SINCE = {
  month: 'retention.since.month',
  quarter: 'retention.since.quarter',
  year: 'retention.since.year',
} as const;
const SINCE_MONEY = {
  month: 'retention.sinceMoney.month',
  quarter: 'retention.sinceMoney.quarter',
  year: 'retention.sinceMoney.year',
} as const;

const NAME_WIDTH = 84;
const SIZE_WIDTH = 66;

/** What the longest figure takes, with its arrow where there are any. */
const narrowestCell = (view: CohortView): number =>
  Math.ceil(view.longest * 7.3 + (view.hasRising ? 20 : 11));

/** A comfortable width where there is room for it, never less than the figures take. */
const cellWidthFor = (view: CohortView, available: number): number => {
  const room = Math.floor((available - NAME_WIDTH - SIZE_WIDTH) / view.columns.length);
  return Math.max(narrowestCell(view), Math.min(46, room));
};

export interface CohortSectionProps {
  readonly asOf: string;
  readonly choice: CohortChoice;
  readonly onChoice: (choice: CohortChoice) => void;
  /** Told the least width in px at which the whole table is seen. */
  readonly onNeededWidth: (width: number) => void;
}

export function CohortSection({ asOf, choice, onChoice, onNeededWidth }: CohortSectionProps) {
  const words = useWords();
  const { start, isAsking } = useExport();
  const answer = useAnswer(
    'retention.cohorts',
    { kind: choice.kind, by: choice.by, asOf },
    { keepsPrevious: true },
  );
  return (
    <section className={styles.section} aria-labelledby="cohorts-title">
      <TitleLine
        commands={
          <ExportMenu
            subject={words.t('retention.cohorts')}
            isDisabled={isAsking}
            onChosen={(form) => start({ what: 'cohorts', kind: choice.kind, by: choice.by, asOf }, form)}
          />
        }
      >
        <h2 className={styles.sectionTitle} id="cohorts-title">
          {words.t('retention.cohorts')}
        </h2>
      </TitleLine>
      <FilterSentence choice={choice} onChoice={onChoice} />
      {answer.isError ? <ErrorNote error={answer.error} /> : null}
      {answer.data ? (
        <Heatmap
          table={answer.data}
          choice={choice}
          onAll={(isAll) => onChoice({ ...choice, isAll })}
          onNeededWidth={onNeededWidth}
        />
      ) : (
        <Waiting />
      )}
    </section>
  );
}

function FilterSentence({
  choice,
  onChoice,
}: {
  choice: CohortChoice;
  onChoice: (choice: CohortChoice) => void;
}) {
  const words = useWords();
  return (
    <p className={styles.filters}>
      {words.t('retention.cohorts.filter.by')}{' '}
      <Choice
        label={words.t('retention.filter.byLabel')}
        value={choice.by}
        options={COHORT_PERIODS.map((by) => [by, words.t(BY[by])])}
        onChange={(by) => onChoice({ ...choice, by, isAll: false })}
      />{' '}
      {words.t('retention.cohorts.filter.kind')}{' '}
      <Choice
        label={words.t('retention.filter.kindLabel')}
        value={choice.kind}
        options={COHORT_KINDS.map((kind) => [kind, words.t(KIND[kind][choice.by])])}
        onChange={(kind) => onChoice({ ...choice, kind })}
      />{' '}
      {words.t('retention.cohorts.filter.as')}{' '}
      <Choice
        label={words.t('retention.filter.measureLabel')}
        value={choice.measure}
        options={MEASURES.map((measure) => [measure, words.t(MEASURE[measure])])}
        onChange={(measure) => onChoice({ ...choice, measure })}
      />
    </p>
  );
}

/** One underlined word of the filter sentence. The system's own list, so that it works as people know it. */
function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <select
      className={styles.choice}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => {
        const chosen = props.options.find(([value]) => value === event.currentTarget.value);
        if (chosen) props.onChange(chosen[0]);
      }}
    >
      {props.options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

type Table = Parameters<typeof cohortView>[0];

interface HeatmapProps {
  readonly table: Table;
  readonly choice: CohortChoice;
  readonly onAll: (isAll: boolean) => void;
  readonly onNeededWidth: (width: number) => void;
}

function Heatmap(props: HeatmapProps) {
  const { table, choice, onNeededWidth } = props;
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>(656);
  const view = cohortView(table, choice.measure, choice.isAll, words);
  const needed = NAME_WIDTH + SIZE_WIDTH + view.columns.length * narrowestCell(view);
  useEffect(() => onNeededWidth(needed), [needed, onNeededWidth]);
  if (table.cohorts.length === 0) return <p className={styles.note}>{words.t('retention.nothingYet')}</p>;
  const reason = unknownReason(table, words);
  const unknown = { title: words.t('retention.unknown.title'), reason };
  const cellWidth = cellWidthFor(view, width);
  const columnsTitle =
    choice.measure === 'money'
      ? words.t(SINCE_MONEY[table.by], { unit: view.unit })
      : words.t(SINCE[table.by]);
  return (
    <div ref={ref} className={styles.heatmap}>
      <CohortHeatmap
        label={words.t('retention.cohorts')}
        rows={view.rows}
        columns={view.columns}
        columnsTitle={columnsTitle}
        rowsTitle={words.t('retention.cohort')}
        sizeTitle={words.t('retention.newHead')}
        unknown={unknown}
        cellWidth={cellWidth}
        nameWidth={NAME_WIDTH}
        sizeWidth={SIZE_WIDTH}
      />
      <div className={styles.notes}>
        {view.hasRising ? <p>{words.t('retention.note.rising')}</p> : null}
        {view.hasUnknown && !hasRoomForReason(view.rows, cellWidth, unknown) ? (
          <p>{words.t('retention.note.hatched', { reason })}</p>
        ) : null}
        {view.hasFew ? <p>{words.t('retention.note.fewData')}</p> : null}
        {table.cohorts.length > NEWEST ? (
          <Command onClick={() => props.onAll(!choice.isAll)}>
            {choice.isAll
              ? words.t('retention.showNewest', { count: NEWEST })
              : words.t('retention.showAll', { count: table.cohorts.length })}
          </Command>
        ) : null}
      </div>
    </div>
  );
}
