/**
 * How many new customers have come back within so many days, with the band of its interval, the value
 * at 60 days and the same line a year ago. It draws what is known and hatches the days nobody was
 * watched for; what it says is handed to it in the shop's language.
 */
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Estimated } from '../figures/figureOf.ts';
import { returnEstimate } from '../figures/returnEstimate.ts';
import styles from './charts.module.css';
import { Hatching } from './Hatching.tsx';
import { spreadLabels } from './spreadLabels.ts';
import { type CurveValue, type DrawnCurve, drawnPoints } from './stepCurve.ts';
import { useWidth } from './useWidth.ts';

export interface ReturnCurveChartProps {
  readonly curve: DrawnCurve;
  readonly yearAgo: DrawnCurve | null;
  readonly height: number;
  /** The whole chart in words. */
  readonly label: string;
  readonly nowLabel: (value: CurveValue) => string;
  readonly yearAgoLabel: (value: CurveValue) => string;
  readonly markLabel: (value: Estimated & { readonly value: number }) => string;
  readonly shareLabel: (share: number) => string;
  /** The last tick, with its unit: "365 days". */
  readonly lastDayLabel: string;
  readonly unknownLabel: string;
  /** Size of the text in px: 13 on screen, less on paper. */
  readonly textSize?: number;
}

export const LAST_DAY = 365;
const MARKED_DAY = 60;
/** By importance: on a narrow chart the later ones give way. */
const TICKS = [60, 180, 30, 90] as const;
const TICK_GAP = 24;
const TOP = 16;
const BOTTOM = 28;
/** Width of a character as a part of the text's size, a little generous. */
const CHARACTER = 7 / 13;

export function ReturnCurveChart(props: ReturnCurveChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>(416);
  const { textSize = 13 } = props;
  const character = textSize * CHARACTER;
  const points = drawnPoints(props.curve, LAST_DAY);
  const before = props.yearAgo === null ? [] : drawnPoints(props.yearAgo, LAST_DAY);
  const end = points[points.length - 1]!;
  const endBefore = before[before.length - 1];
  const marked = returnEstimate(props.curve, MARKED_DAY);
  const markedBefore = returnEstimate(props.yearAgo, MARKED_DAY);

  const endTexts = [
    { text: props.nowLabel(end.value), className: styles.firstReturnText },
    ...(endBefore ? [{ text: props.yearAgoLabel(endBefore.value), className: styles.note }] : []),
  ];
  const right = Math.max(...endTexts.map(({ text }) => text.length)) * character + 10;
  const highest = Math.max(
    0.1,
    ...points.map(({ value }) => value.high ?? value.returned),
    ...before.map(({ value }) => value.returned),
  );
  const step = highest > 0.5 ? 0.2 : highest > 0.25 ? 0.1 : 0.05;
  const topShare = Math.min(1, Math.ceil(highest / step - 1e-9) * step);
  const plotBottom = props.height - BOTTOM;
  const left = props.shareLabel(topShare).length * character + 8;
  const x = scaleLinear([0, LAST_DAY], [left, Math.max(left + 80, width - right)]);
  const y = scaleLinear([0, topShare], [plotBottom, TOP]);
  const shares = Array.from({ length: Math.round(topShare / step) }, (_, i) => (i + 1) * step);

  const linePath = line<(typeof points)[number]>(
    (point) => x(point.days),
    (point) => y(point.value.returned),
  ).curve(curveStepAfter);
  const bandPath = area<(typeof points)[number]>(
    (point) => x(point.days),
    (point) => y(point.value.low ?? point.value.returned),
    (point) => y(point.value.high ?? point.value.returned),
  )
    .defined((point) => point.value.low !== null && point.value.high !== null)
    .curve(curveStepAfter);

  const labelYs = spreadLabels(
    [y(end.value.returned), ...(endBefore ? [y(endBefore.value.returned)] : [])],
    18,
    TOP,
    plotBottom - 6,
  );
  const isUnknownDrawn = LAST_DAY - end.days > 14;
  const unknownWidth = x(LAST_DAY) - x(end.days);
  // Where the line ends early its label stands on the hatching, beside the end; otherwise past the last day.
  const labelX = isUnknownDrawn ? x(end.days) + 8 : x(LAST_DAY) + 8;
  return (
    <div ref={ref} className={styles.chart} style={{ fontSize: textSize }}>
      <svg width={width} height={props.height} role="img" aria-label={props.label}>
        {shares.map((share) => (
          <line key={share} className={styles.grid} x1={left} x2={x(LAST_DAY)} y1={y(share)} y2={y(share)} />
        ))}
        {isUnknownDrawn && (
          <Hatching x={x(end.days)} y={TOP} width={unknownWidth} height={plotBottom - TOP} />
        )}
        <path className={styles.firstReturnBand} d={bandPath(points) ?? ''} />
        {before.length > 1 && <path className={styles.yearAgoLine} d={linePath(before) ?? ''} />}
        <path className={styles.firstReturnLine} d={linePath(points) ?? ''} />
        {shares.map((share) => (
          <text key={share} className={styles.note} x={left - 8} y={y(share) + 4} textAnchor="end">
            {props.shareLabel(share)}
          </text>
        ))}
        <line className={styles.axis} x1={left} x2={x(LAST_DAY)} y1={plotBottom} y2={plotBottom} />
        {ticksThatFit(x, props.lastDayLabel.length * character).map((day) => (
          <text key={day} className={styles.note} x={x(day)} y={plotBottom + 18} textAnchor="middle">
            {day}
          </text>
        ))}
        <text className={styles.note} x={x(LAST_DAY)} y={plotBottom + 18} textAnchor="middle">
          {props.lastDayLabel}
        </text>
        {isUnknownDrawn && unknownWidth > props.unknownLabel.length * character + 16 && (
          <text className={styles.noteOnChart} x={x(LAST_DAY) - 8} y={plotBottom - 10} textAnchor="end">
            {props.unknownLabel}
          </text>
        )}
        {marked && (
          <Mark
            text={props.markLabel(marked)}
            character={character}
            x={x(MARKED_DAY)}
            y={y(marked.value)}
            right={x(LAST_DAY)}
            plotTop={TOP}
            plotBottom={plotBottom}
            lowestY={y(Math.min(marked.low ?? marked.value, markedBefore?.value ?? 1))}
            highestAt={(right) => {
              const values = [props.curve, ...(props.yearAgo ? [props.yearAgo] : [])].map((curve) => {
                const days = Math.min(x.invert(right), LAST_DAY, curve.lastFollowUpDays ?? 0);
                const value = returnEstimate(curve, days);
                return value?.high ?? value?.value ?? 0;
              });
              return y(Math.max(...values));
            }}
          />
        )}
        {endTexts.map(({ text, className }, index) => (
          <text key={text} className={className} x={labelX} y={labelYs[index]! + 4}>
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}

const ticksThatFit = (x: (day: number) => number, lastWidth: number): number[] => {
  const kept: number[] = [];
  for (const day of TICKS) {
    const isFree = kept.every((other) => Math.abs(x(other) - x(day)) >= TICK_GAP);
    if (isFree && x(LAST_DAY) - x(day) > TICK_GAP / 2 + lastWidth / 2) kept.push(day);
  }
  return kept;
};

/** The dot at 60 days with its words: below the curves where there is room, else above them. */
function Mark(props: {
  text: string;
  character: number;
  x: number;
  y: number;
  right: number;
  plotTop: number;
  plotBottom: number;
  lowestY: number;
  highestAt: (x: number) => number;
}) {
  const textWidth = props.text.length * props.character;
  const below = Math.max(props.y + 12, props.lowestY + 18);
  const isBelow = below <= props.plotBottom - 6;
  const above = Math.max(props.plotTop - 2, Math.min(props.y, props.highestAt(props.x + textWidth)) - 10);
  return (
    <>
      <line className={styles.markLine} x1={props.x} x2={props.x} y1={props.y} y2={props.plotBottom} />
      <circle className={styles.markDot} cx={props.x} cy={props.y} r={4.5} />
      <text className={styles.firstReturnText} x={props.x + 10} y={isBelow ? below + 4 : above}>
        {props.text}
      </text>
    </>
  );
}
