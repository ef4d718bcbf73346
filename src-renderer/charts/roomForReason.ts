/** Whether the reason fits on the hatched corner of a heatmap, below and right of what is known. */

/**
 * `known[row][column]`; a place of `columns` by `rows` cells in the lower right corner has to be wholly unknown.
 */
export const roomForReason = (
  known: readonly (readonly boolean[])[],
  columns: number,
  rows: number,
): boolean => {
  if (known.length < rows) return false;
  return known.slice(-rows).every((row) => row.length >= columns && row.slice(-columns).every((is) => !is));
};
