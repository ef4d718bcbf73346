/** Where labels go so that none covers another: a chart carries its words at its lines' ends. */

/**
 * Moves centres apart until neighbours are `gap` away from each other, keeps their order, stays between
 * `top` and `bottom`, and moves each as little as needed. Answers in the order given. Where the place is
 * too small for all, they start at `top` and go past `bottom`.
 */
export const spreadLabels = (
  centres: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] => {
  const order = centres.map((centre, index) => ({ centre, index })).sort((a, b) => a.centre - b.centre);
  // Neighbours that would touch form a block around their mean, as in isotonic regression.
  const blocks: { sum: number; count: number; from: number }[] = [];
  order.forEach(({ centre }, rank) => {
    blocks.push({ sum: centre - rank * gap, count: 1, from: rank });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1]!;
      const previous = blocks[blocks.length - 2]!;
      if (previous.sum / previous.count <= last.sum / last.count) break;
      previous.sum += last.sum;
      previous.count += last.count;
      blocks.pop();
    }
  });
  const highest = bottom - (order.length - 1) * gap;
  const placed = new Array<number>(centres.length);
  for (const block of blocks) {
    const offset = Math.max(top, Math.min(block.sum / block.count, Math.max(top, highest)));
    for (let rank = block.from; rank < block.from + block.count; rank++) {
      placed[order[rank]!.index] = offset + rank * gap;
    }
  }
  return placed;
};
