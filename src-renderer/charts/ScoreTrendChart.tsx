/**
 * A score month by month with the band of its interval, on the score's own scale. Months without answers break the
 * line; a single month between two such is a dot, so that nothing that was answered is left out.
 */
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import styles from './charts.module.css';
import { useWidth } from './useWidth.ts';

export interface ScorePoint {
  readonly month: string;
  /** Null without answers. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Under the axis. */
  readonly name: string;
}

export interface ScoreTrendChartProps {
  readonly points: readonly ScorePoint[];
  /** The whole scale, or the part of it that is worth looking at. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly valueLabel: (value: number) => string;
  /** The whole of it in words, for those who hear the screen. */
  readonly label: string;
  readonly height: number;
}

const TEXT = 13;
const CHARACTER = TEXT * 0.54;

export function ScoreTrendChart(props: ScoreTrendChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>(420);
  const { points, from, to, ticks, valueLabel, height } = props;
  const left = Math.max(...ticks.map((tick) => valueLabel(tick).length)) * CHARACTER + 12;
  const lastKnown = points.findLastIndex(({ value }) => value !== null);
  const endText = lastKnown < 0 ? '' : valueLabel(points[lastKnown]!.value!);
  const right = endText.length * CHARACTER * 1.1 + 16;
  const bottom = height - TEXT * 1.8;
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [left + 8, Math.max(left + 80, width - right)]);
  const y = scaleLinear([from, to], [bottom, TEXT * 0.75]).clamp(true);
  const isKnown = ({ value }: ScorePoint): boolean => value !== null;
  const path = line<ScorePoint>(
    (_, at) => x(at),
    ({ value }) => y(value!),
  ).defined(isKnown);
  const band = area<ScorePoint>(
    (_, at) => x(at),
    ({ low, value }) => y(low ?? value!),
    ({ high, value }) => y(high ?? value!),
  ).defined(isKnown);
  const isAlone = (at: number): boolean =>
    isKnown(points[at]!) && points[at - 1]?.value == null && points[at + 1]?.value == null;
  const pitch = points.length > 1 ? x(1) - x(0) : Number.POSITIVE_INFINITY;
  const widest = Math.max(0, ...points.map(({ name }) => name.length)) * CHARACTER + 8;
  const every = Math.max(1, Math.ceil(widest / pitch));
  return (
    <div ref={ref} className={styles.chart}>
      <svg width={width} height={height} role="img" aria-label={props.label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={left} x2={x.range()[1]} y1={y(tick)} y2={y(tick)} />
            <text className={styles.note} x={0} y={y(tick) + TEXT * 0.36}>
              {valueLabel(tick)}
            </text>
          </g>
        ))}
        <path className={styles.regularBandArea} d={band(points) ?? ''} />
        <path className={styles.regularLine} d={path(points) ?? ''} />
        {points.map((point, at) =>
          isAlone(at) ? (
            <g key={point.month}>
              {point.low === null || point.high === null ? null : (
                <rect
                  className={styles.regularBandArea}
                  x={x(at) - 3}
                  y={y(point.high)}
                  width={6}
                  height={Math.max(1, y(point.low) - y(point.high))}
                />
              )}
              <circle className={styles.regularFill} cx={x(at)} cy={y(point.value!)} r={3} />
            </g>
          ) : null,
        )}
        <line className={styles.axis} x1={left} x2={x.range()[1]} y1={bottom} y2={bottom} />
        {points.map((point, at) =>
          (points.length - 1 - at) % every === 0 ? (
            <text key={point.month} className={styles.note} x={x(at)} y={height - 3} textAnchor="middle">
              {point.name}
            </text>
          ) : null,
        )}
        {lastKnown < 0 ? null : (
          <>
            <circle className={styles.endDot} cx={x(lastKnown)} cy={y(points[lastKnown]!.value!)} r={4.5} />
            <text
              className={styles.regularText}
              x={x(lastKnown) + 10}
              y={y(points[lastKnown]!.value!) + TEXT * 0.36}
            >
              {endText}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}
