/** One share of a whole as a bar from 0 to 100 %, its interval as a band, and where it stood a year ago. */
import styles from './charts.module.css';
import { useWidth } from './useWidth.ts';

export interface IntervalBarProps {
  /** 0 to 1. */
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly yearAgo: number | null;
  readonly yearAgoLabel: string;
  readonly zeroLabel: string;
  readonly fullLabel: string;
  /** The whole of it in words, for those who hear the screen. */
  readonly label: string;
}

const HEIGHT = 44;
const TOP = 4;
const BAR = 12;

export function IntervalBar(props: IntervalBarProps) {
  const [ref, width] = useWidth<HTMLDivElement>(400);
  const { share, low, high, yearAgo } = props;
  const yearAgoX = yearAgo === null ? null : yearAgo * width;
  // Text is about 6.6 px a character at 13 px; the label stays inside the bar's ends.
  const half = (props.yearAgoLabel.length * 6.6) / 2;
  const labelX = yearAgoX === null ? 0 : Math.max(half, Math.min(yearAgoX, width - half));
  const isZeroFree = yearAgoX === null || labelX - half > 24;
  const isFullFree = yearAgoX === null || labelX + half < width - 48;
  return (
    <div ref={ref} className={styles.chart}>
      <svg width={width} height={HEIGHT} role="img" aria-label={props.label}>
        <rect className={styles.track} x={0} y={TOP + 4} width={width} height={BAR} />
        <rect className={styles.regularFill} x={0} y={TOP + 4} width={share * width} height={BAR} />
        {low !== null && high !== null && (
          <rect
            className={styles.regularBand}
            x={low * width}
            y={TOP}
            width={Math.max(2, (high - low) * width)}
            height={BAR + 8}
          />
        )}
        <rect
          className={styles.regularFill}
          x={Math.max(0, share * width - 1.5)}
          y={TOP}
          width={3}
          height={BAR + 8}
        />
        {yearAgoX !== null && (
          <>
            <line className={styles.yearAgoHalo} x1={yearAgoX} x2={yearAgoX} y1={1} y2={TOP + BAR + 8} />
            <line className={styles.yearAgoTick} x1={yearAgoX} x2={yearAgoX} y1={1} y2={TOP + BAR + 8} />
            <text className={styles.note} x={labelX} y={HEIGHT - 3} textAnchor="middle">
              {props.yearAgoLabel}
            </text>
          </>
        )}
        {isZeroFree && (
          <text className={styles.note} x={0} y={HEIGHT - 3}>
            {props.zeroLabel}
          </text>
        )}
        {isFullFree && (
          <text className={styles.note} x={width} y={HEIGHT - 3} textAnchor="end">
            {props.fullLabel}
          </text>
        )}
      </svg>
    </div>
  );
}
