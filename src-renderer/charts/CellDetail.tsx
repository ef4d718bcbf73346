/** What a cell says in full, beside the cell; the cell's own name holds the same words for those who hear it. */
import styles from './heatmap.module.css';

export interface DetailPlace {
  readonly left: number;
  readonly top: number;
  /** Above the cell, where there is no room below. */
  readonly isAbove: boolean;
}

const WIDTH = 288;
/** As high as it can get: five lines. */
const HEIGHT = 130;

/** Inside `frame`, near `cell`, and within the window. */
export const placeOf = (cell: HTMLElement, frame: HTMLElement): DetailPlace => {
  const box = cell.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  const centre = box.left - around.left + box.width / 2;
  const isAbove = box.bottom + HEIGHT > window.innerHeight && box.top > HEIGHT;
  return {
    left: Math.max(0, Math.min(centre - WIDTH / 2, around.width - WIDTH)),
    top: (isAbove ? box.top - 6 : box.bottom + 6) - around.top,
    isAbove,
  };
};

export function CellDetail({ place, lines }: { place: DetailPlace; lines: readonly string[] }) {
  return (
    <div
      className={`${styles.detail} ${place.isAbove ? styles.above : ''}`}
      style={{ left: place.left, top: place.top, width: WIDTH }}
      aria-hidden="true"
    >
      {lines.map((line, index) => (
        <p key={line} className={index === 0 ? styles.detailTitle : styles.detailLine}>
          {line}
        </p>
      ))}
    </div>
  );
}
