/**
 * Where pages end. Blocks come in measured; none is cut, a heading stays with what it heads, and a table breaks between
 * two rows, never leaving one alone. Pure, so that the rules can be tested without a page.
 */

export interface MeasuredBlock {
  readonly height: number;
  /** White before it, dropped at the top of a page. */
  readonly gap: number;
  readonly keepsWithNext: boolean;
  /** A table: its head (repeated on every page) and its rows; `height` is the sum of them. */
  readonly table?: { readonly headHeight: number; readonly rowHeights: readonly number[] } | undefined;
}

/** Height for blocks on the first page, whose head may be higher, and on the later ones. */
export interface PageRoom {
  readonly first: number;
  readonly later: number;
}

export interface PlacedBlock {
  readonly index: number;
  /** Rows of a table that stand here. */
  readonly rows?: { readonly from: number; readonly to: number };
}

const LEAST_ROWS = 2;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The least that has to fit for the block to begin here, with those it keeps with. */
const leastHeight = (blocks: readonly MeasuredBlock[], index: number): number => {
  const block = blocks[index]!;
  const next = blocks[index + 1];
  if (block.keepsWithNext && next) return block.height + next.gap + leastHeight(blocks, index + 1);
  if (!block.table) return block.height;
  const { headHeight, rowHeights } = block.table;
  const isShort = rowHeights.length <= LEAST_ROWS + 1;
  return headHeight + sum(isShort ? rowHeights : rowHeights.slice(0, LEAST_ROWS));
};

/** How many rows from `from` fit, so that neither here nor on the next page one stands alone. */
const rowsThatFit = (rowHeights: readonly number[], from: number, room: number): number => {
  let used = 0;
  let to = from;
  while (to < rowHeights.length && used + rowHeights[to]! <= room) used += rowHeights[to++]!;
  const left = rowHeights.length - to;
  return left > 0 && left < LEAST_ROWS && to - from > LEAST_ROWS ? to - from - 1 : to - from;
};

/** Pages of blocks in order. What is taller than a page gets one for itself and is cut by its edge alone. */
export const paginate = (blocks: readonly MeasuredBlock[], room: PageRoom): PlacedBlock[][] => {
  const pages: PlacedBlock[][] = [[]];
  let used = 0;
  let capacity = room.first;
  const turn = (): void => {
    pages.push([]);
    used = 0;
    capacity = room.later;
  };
  blocks.forEach((block, index) => {
    // What a heading on this page was promised room for stays with it.
    const isHeld = index > 0 && blocks[index - 1]!.keepsWithNext;
    if (!isHeld && used > 0 && used + block.gap + leastHeight(blocks, index) > capacity) turn();
    const gap = used > 0 ? block.gap : 0;
    if (!block.table) {
      pages.at(-1)!.push({ index });
      used += gap + block.height;
      return;
    }
    const { headHeight, rowHeights } = block.table;
    used += gap;
    for (let from = 0; from < rowHeights.length; ) {
      const count = Math.max(1, rowsThatFit(rowHeights, from, capacity - used - headHeight));
      const to = Math.min(rowHeights.length, from + count);
      pages.at(-1)!.push({ index, rows: { from, to } });
      used += headHeight + sum(rowHeights.slice(from, to));
      from = to;
      if (from < rowHeights.length) turn();
    }
  });
  return pages;
};

/** A drawing that may be lower, so that the block of `keep` still ends on the first page. */
export interface Flexible {
  readonly index: number;
  /** Heights to try, the best first; the block was measured with the first. */
  readonly heights: readonly number[];
  readonly keep: number;
}

const endsOnFirst = (pages: readonly (readonly PlacedBlock[])[], index: number): boolean =>
  pages.findLastIndex((page) => page.some((placed) => placed.index === index)) === 0;

/** Pages, and the height the drawing gets: the first that keeps the page together, else the best one. */
export const paginateFlexibly = (
  blocks: readonly MeasuredBlock[],
  room: PageRoom,
  flexible: Flexible | null,
): { readonly pages: PlacedBlock[][]; readonly height: number } => {
  const best = flexible?.heights[0] ?? 0;
  if (flexible) {
    for (const height of flexible.heights) {
      const tried = blocks.map((block, index) =>
        index === flexible.index ? { ...block, height: block.height - best + height } : block,
      );
      const pages = paginate(tried, room);
      if (endsOnFirst(pages, flexible.keep)) return { pages, height };
    }
  }
  return { pages: paginate(blocks, room), height: best };
};
