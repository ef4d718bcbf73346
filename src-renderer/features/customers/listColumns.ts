/** The columns of the table: how wide each is, and how it lies. Pure. */
import type { ListColumn, ListOrder } from '../../../src-shared/domain/closedLists.ts';

interface Track {
  /** In rem. */
  readonly least: number;
  /** Its share of what is left; 0: it does not grow. */
  readonly share: number;
}

const TRACKS: Readonly<Record<ListOrder, Track>> = {
  name: { least: 11, share: 2.2 },
  phone: { least: 8.5, share: 1 },
  email: { least: 10, share: 1.5 },
  cardNumber: { least: 6.5, share: 0.7 },
  birthday: { least: 7, share: 0.7 },
  lastVisit: { least: 8.5, share: 0.8 },
  visits: { least: 4.5, share: 0 },
  value: { least: 6.5, share: 0.7 },
  tags: { least: 7, share: 1.3 },
  source: { least: 6, share: 1 },
  added: { least: 9, share: 0.8 },
};
const CHECK_REM = 1.25;
const GAP_REM = 1;
const PADDING_REM = 2;

export const isNumberColumn = (column: ListOrder): boolean => column === 'visits' || column === 'value';

const trackOf = ({ least, share }: Track): string =>
  share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`;

/** For the style of the table: its tracks, and the width below which it is scrolled. */
export const tracksOf = (
  columns: readonly ListColumn[],
  hasChecks: boolean,
): { readonly tracks: string; readonly least: string } => {
  const shown = (['name', ...columns] as const).map((column) => TRACKS[column]);
  const gaps = shown.length - 1 + (hasChecks ? 1 : 0);
  const least =
    shown.reduce((sum, track) => sum + track.least, 0) +
    gaps * GAP_REM +
    PADDING_REM +
    (hasChecks ? CHECK_REM : 0);
  return {
    tracks: [...(hasChecks ? [`${CHECK_REM}rem`] : []), ...shown.map(trackOf)].join(' '),
    least: `${least}rem`,
  };
};
