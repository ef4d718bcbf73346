/**
 * One share month by month with the band of its interval: labelled at its end, months under the axis.
 * The axis may start above zero; `axisOf` tells from where, and whoever draws the chart says so beside it.
 */
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { ReactNode } from 'react';
import styles from './charts.module.css';
import { Hatching } from './Hatching.tsx';
import { spreadLabels } from './spreadLabels.ts';
import { useWidth } from './useWidth.ts';

export interface SharePoint {
  /** 0 to 1; null where nothing can be said. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The year it looks back on is not wholly recorded: it stands on hatched ground. */
  readonly isPartial?: boolean;
  /** One or two short lines under the axis; the second is the year where it begins. */
  readonly names: readonly string[];
}

export interface ShareLineChartProps {
  readonly points: readonly SharePoint[];
  readonly height: number;
  readonly label: string;
  readonly shareLabel: (share: number) => string;
  /** Said at the line's end, below each other: the value, then what it is. */
  readonly endLabels: readonly [string, string];
  /** Said at the first point; null where there is none to compare with. */
  readonly startLabel: string | null;
  /** Said on the hatched ground below the partial points, where it fits. */
  readonly partialLabel?: string;
  /** Size of the text in px: 13 on screen, less on paper. */
  readonly textSize?: number;
}

export interface ShareAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** An axis for these points with steps of 1, 2, 5, 10 or 20 %: two to five of them, from zero when that is near. */
export const axisOf = (points: readonly SharePoint[]): ShareAxis => {
  const known = points.flatMap(({ value, low, high }) =>
    value === null ? [] : [low ?? value, high ?? value],
  );
  if (known.length === 0) return { from: 0, to: 1, ticks: [0.5, 1] };
  const lowest = Math.min(...known);
  const highest = Math.max(...known);
  const isFromZero = lowest < 0.25 * highest || lowest < 0.05;
  const span = highest - (isFromZero ? 0 : lowest);
  // In whole percent, so that ticks are exact.
  const step = [1, 2, 5, 10, 20].find((size) => (span * 100) / size <= 3) ?? 25;
  const from = isFromZero ? 0 : Math.floor((lowest * 100) / step) * step;
  const to = Math.min(100, Math.max(from + step, Math.ceil((highest * 100) / step) * step));
  const ticks: number[] = [];
  for (let percent = from + (isFromZero ? step : 0); percent <= to; percent += step)
    ticks.push(percent / 100);
  return { from: from / 100, to: to / 100, ticks };
};

export function ShareLineChart(props: ShareLineChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>(642);
  const { points, textSize = 13 } = props;
  const character = textSize * 0.54;
  const axis = axisOf(points);
  const lineHeight = textSize * 1.4;
  const left = Math.max(...axis.ticks.map((tick) => props.shareLabel(tick).length)) * character + 14;
  const right = Math.max(...props.endLabels.map((text) => text.length)) * character * 1.08 + 12;
  const hasSecondNames = points.some(({ names }) => names.length > 1);
  const bottom = lineHeight * (hasSecondNames ? 2 : 1) + 10;
  const plotBottom = props.height - bottom;
  const top = textSize;
  const x = scaleLinear(
    [0, Math.max(1, points.length - 1)],
    [left + textSize, Math.max(left + 100, width - right)],
  );
  const y = scaleLinear([axis.from, axis.to], [plotBottom, top]);
  const isKnown = (point: SharePoint): boolean => point.value !== null;
  const path = line<SharePoint>(
    (_, index) => x(index),
    (point) => y(point.value!),
  ).defined(isKnown);
  const band = area<SharePoint>(
    (_, index) => x(index),
    (point) => y(point.low ?? point.value!),
    (point) => y(point.high ?? point.value!),
  ).defined(isKnown);
  const lastIndex = points.findLastIndex(isKnown);
  const last = points[lastIndex];
  const first = points[0];
  const partial = points.findLastIndex((point) => point.isPartial === true);
  const partialTo = partial < 0 ? left : Math.min(x.range()[1]!, x(partial + 0.5));
  const partialText = props.partialLabel ?? '';
  // Below the line where that runs high, above it where it runs low.
  const isLow = (points[partial]?.high ?? 0) < (axis.from + axis.to) / 2;
  // Above the band for as far as the words reach.
  const startReach = x(0) + (props.startLabel ?? '').length * character;
  const startLabelY = Math.min(
    ...points.flatMap((point, index) =>
      point.value !== null && (index === 0 || x(index - 1) < startReach)
        ? [y(point.high ?? point.value) - 5]
        : [],
    ),
  );
  const isAlone = (index: number): boolean =>
    isKnown(points[index]!) && !(points[index - 1]?.value != null) && !(points[index + 1]?.value != null);

  return (
    <div ref={ref} className={styles.chart} style={{ fontSize: textSize }}>
      <svg width={width} height={props.height} role="img" aria-label={props.label}>
        {partial >= 0 && (
          <>
            <Hatching x={left} y={top} width={partialTo - left} height={plotBottom - top} />
            {partialTo - left > (partialText.length + 2) * character && (
              <text
                className={styles.noteOnChart}
                x={left + 6}
                y={isLow ? top + textSize + 3 : plotBottom - 7}
              >
                {partialText}
              </text>
            )}
          </>
        )}
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={left} x2={x.range()[1]} y1={y(tick)} y2={y(tick)} />
            <text className={styles.note} x={0} y={y(tick) + textSize * 0.36}>
              {props.shareLabel(tick)}
            </text>
          </g>
        ))}
        <path className={styles.regularBandArea} d={band(points) ?? ''} />
        <path className={styles.regularLine} d={path(points) ?? ''} />
        {points.map((point, index) =>
          isAlone(index) && index !== lastIndex ? (
            <circle
              key={point.names.join()}
              className={styles.regularFill}
              cx={x(index)}
              cy={y(point.value!)}
              r={2.5}
            />
          ) : null,
        )}
        <line className={styles.axis} x1={left} x2={x.range()[1]} y1={plotBottom} y2={plotBottom} />
        <MonthNames points={points} x={x} y={plotBottom} lineHeight={lineHeight} character={character} />
        {first && first.value !== null && props.startLabel !== null && lastIndex > 0 && (
          <text
            className={styles.noteOnChart}
            x={x(0)}
            y={Math.max(textSize, startLabelY)}
            textAnchor="start"
          >
            {props.startLabel}
          </text>
        )}
        {last && last.value !== null && (
          <EndLabel x={x(lastIndex)} y={y(last.value)} top={top} bottom={plotBottom} lineHeight={lineHeight}>
            {props.endLabels}
          </EndLabel>
        )}
      </svg>
    </div>
  );
}

function EndLabel(props: {
  x: number;
  y: number;
  top: number;
  bottom: number;
  lineHeight: number;
  children: readonly [string, string];
}): ReactNode {
  const [valueY, nameY] = spreadLabels(
    [props.y, props.y + props.lineHeight],
    props.lineHeight,
    props.top,
    props.bottom,
  );
  return (
    <>
      <circle className={styles.endDot} cx={props.x} cy={props.y} r={4.5} />
      <text className={styles.regularText} x={props.x + 12} y={valueY! + 4}>
        {props.children[0]}
      </text>
      <text className={styles.note} x={props.x + 12} y={nameY! + 4}>
        {props.children[1]}
      </text>
    </>
  );
}

/** Every month where they fit, else every second or third, counted from the last one. */
function MonthNames(props: {
  points: readonly SharePoint[];
  x: (index: number) => number;
  y: number;
  lineHeight: number;
  character: number;
}): ReactNode {
  const { points, x } = props;
  const pitch = points.length > 1 ? x(1) - x(0) : Number.POSITIVE_INFINITY;
  const widest = Math.max(0, ...points.map(({ names }) => (names[0] ?? '').length)) * props.character + 6;
  const every = Math.max(1, Math.ceil(widest / pitch));
  return points.map(({ names }, index) =>
    (points.length - 1 - index) % every === 0 || (names.length > 1 && every === 1) ? (
      <text
        key={names.join()}
        className={styles.note}
        x={x(index)}
        y={props.y + props.lineHeight}
        textAnchor="middle"
      >
        {names.map((name, at) => (
          <tspan key={name} x={x(index)} dy={at === 0 ? 0 : props.lineHeight}>
            {name}
          </tspan>
        ))}
      </text>
    ) : null,
  );
}
