/** Whether the reason fits on the hatched corner of a heatmap, below and right of what is known. */

/** `known[row][column]`; a place of `columns` by `rows` cells in the lower right corner has to be wholly unknown. */
export const roomForReason = (
  known: readonly (readonly boolean[])[],
  columns: number,
  rows: number,
): boolean => {
  if (known.length < rows) return false;
  return known.slice(-rows).every((row) => row.length >= columns && row.slice(-columns).every((is) => !is));
};

export interface UnknownReason {
  readonly title: string;
  readonly reason: string;
}

/** The same for a heatmap as it is drawn. Where it does not fit, the reason has to stand below. */
export const hasRoomForReason = (
  rows: readonly { readonly cells: readonly { readonly level: number | null }[] }[],
  cellWidth: number,
  { title, reason }: UnknownReason,
): boolean =>
  roomForReason(
    rows.map(({ cells }) => cells.map(({ level }) => level !== null)),
    // A character of 13 px text is under 6.9 px wide; 40 px are the padding.
    Math.ceil((Math.max(title.length, reason.length) * 6.9 + 40) / cellWidth),
    2,
  );
