/**
 * How far somebody is in their rhythm, as a ring: part filled in time, full when due, saffron with a core when overdue,
 * dotted when away for long, a dot on top after one visit. Decoration: the words stand beside it.
 */
import type { ShownRhythm } from '../../src-shared/contract/glanceContract.ts';
import styles from './rhythmRing.module.css';

export interface RhythmRingProps {
  occasions: number;
  rhythm: ShownRhythm | null;
}

const RADIUS = 7.5;
const AROUND = 2 * Math.PI * RADIUS;

export function RhythmRing({ occasions, rhythm }: RhythmRingProps) {
  const state =
    occasions === 0 || rhythm === null
      ? 'unknown'
      : occasions === 1 && rhythm.state !== 'overdue' && rhythm.state !== 'lapsed'
        ? 'first'
        : rhythm.state;
  const filled = rhythm === null ? 0 : Math.min(1, Math.max(0.04, rhythm.daysSince / rhythm.everyDays));
  return (
    <svg
      className={styles.ring}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      data-state={state}
      aria-hidden="true"
    >
      <circle className={styles.track} cx="10" cy="10" r={RADIUS} />
      {state === 'onTime' ? (
        <circle
          className={styles.part}
          cx="10"
          cy="10"
          r={RADIUS}
          strokeDasharray={`${filled * AROUND} ${AROUND}`}
          transform="rotate(-90 10 10)"
        />
      ) : null}
      {state === 'overdue' ? <circle className={styles.core} cx="10" cy="10" r="3" /> : null}
      {state === 'first' ? <circle className={styles.dot} cx="10" cy="2.5" r="2.5" /> : null}
    </svg>
  );
}
