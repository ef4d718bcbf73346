/** Moving one record of an ordered list a place up or down. */

/**
 * Gives every record its place anew, so that lists whose places have gaps or twins come right by themselves.
 * @returns false at either end of the list, where there is nowhere to go
 */
export const movedTx = (
  list: readonly { readonly id: number }[],
  id: number,
  by: -1 | 1,
  place: (id: number, position: number) => void,
): boolean => {
  const ids = list.map((record) => record.id);
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (at < 0 || other === undefined) return false;
  ids[at + by] = id;
  ids[at] = other;
  for (const [index, each] of ids.entries()) place(each, index + 1);
  return true;
};
