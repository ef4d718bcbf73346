/**
 * What cannot be known yet: one hatched area, 45 degrees, 7 px apart. Drawn as lines, not as an SVG
 * pattern, which a PDF would turn into a picture.
 */
import { useId } from 'react';
import styles from './charts.module.css';

const PITCH = 7;

export function Hatching(props: { x: number; y: number; width: number; height: number }) {
  const id = useId();
  const { x, y, width, height } = props;
  if (width <= 0 || height <= 0) return null;
  const reach = width + height;
  const lines: string[] = [];
  for (let offset = PITCH; offset < reach; offset += PITCH) {
    lines.push(`M${x + offset} ${y}l${-height} ${height}`);
  }
  return (
    <g>
      <clipPath id={id}>
        <rect x={x} y={y} width={width} height={height} />
      </clipPath>
      <rect className={styles.hatchGround} x={x} y={y} width={width} height={height} />
      <path className={styles.hatchLine} d={lines.join('')} clipPath={`url(#${id})`} />
    </g>
  );
}
