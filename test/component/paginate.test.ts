/** The rules of page ends: nothing cut, no heading left behind, tables broken between rows only. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredBlock, paginate, paginateFlexibly } from '../../src-renderer/report/paginate.ts';
import { runs } from '../runs.ts';

const block = (height: number, change: Partial<MeasuredBlock> = {}): MeasuredBlock => ({
  height,
  gap: 10,
  keepsWithNext: false,
  ...change,
});
const table = (headHeight: number, rowHeights: number[]): MeasuredBlock =>
  block(headHeight + rowHeights.reduce((all, row) => all + row, 0), { table: { headHeight, rowHeights } });
const heading = (height: number) => block(height, { keepsWithNext: true });
const room = { first: 100, later: 120 };

describe('pages', () => {
  it('fill up and turn, with the white before a block dropped at a page’s top', () => {
    expect(paginate([block(50), block(40), block(120), block(1)], room)).toEqual([
      [{ index: 0 }, { index: 1 }],
      [{ index: 2 }],
      [{ index: 3 }],
    ]);
  });

  it('keep a heading with what it heads, and a table’s head with two rows', () => {
    expect(paginate([block(60), heading(10), block(30)], room)).toEqual([
      [{ index: 0 }],
      [{ index: 1 }, { index: 2 }],
    ]);
    const long = table(10, [10, 10, 10, 10, 10, 10]);
    expect(paginate([block(40), heading(10), long], room)).toEqual([
      [{ index: 0 }, { index: 1 }, { index: 2, rows: { from: 0, to: 2 } }],
      [{ index: 2, rows: { from: 2, to: 6 } }],
    ]);
    expect(paginate([block(41), heading(10), long], room)).toEqual([
      [{ index: 0 }],
      [{ index: 1 }, { index: 2, rows: { from: 0, to: 6 } }],
    ]);
    expect(paginate([block(20), long], room)).toEqual([
      [{ index: 0 }, { index: 1, rows: { from: 0, to: 6 } }],
    ]);
  });

  it('break a table between rows, never leaving one alone', () => {
    const rows = (count: number) => table(20, new Array<number>(count).fill(10));
    expect(paginate([rows(8)], room)).toEqual([[{ index: 0, rows: { from: 0, to: 8 } }]]);
    expect(paginate([rows(9)], room)).toEqual([
      [{ index: 0, rows: { from: 0, to: 7 } }],
      [{ index: 0, rows: { from: 7, to: 9 } }],
    ]);
  });

  it('make a drawing lower where that keeps the first page together, and only then', () => {
    const flexible = { index: 0, heights: [60, 40, 20], keep: 1 };
    expect(paginateFlexibly([block(60), block(45)], room, flexible)).toMatchObject({ height: 40 });
    expect(paginateFlexibly([block(60), block(20)], room, flexible)).toMatchObject({ height: 60 });
    expect(paginateFlexibly([block(60), block(90)], room, flexible)).toMatchObject({ height: 60 });
    expect(paginateFlexibly([block(60)], room, null).pages).toEqual([[{ index: 0 }]]);
  });

  it('hold every block once and every row once, in order, and nothing that is too high', () => {
    const anyBlock = fc.oneof(
      fc
        .record({ height: fc.integer({ min: 1, max: 90 }), keepsWithNext: fc.boolean() })
        .map(({ height, keepsWithNext }) => block(height, { keepsWithNext: keepsWithNext && height < 15 })),
      fc
        .tuple(
          fc.integer({ min: 1, max: 15 }),
          fc.array(fc.integer({ min: 5, max: 20 }), { minLength: 1, maxLength: 30 }),
        )
        .map(([head, rows]) => table(head, rows)),
    );
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 25 }), (blocks) => {
        const pages = paginate(blocks, room);
        const placed = pages.flat();
        const whole = placed.filter(({ rows }) => !rows).map(({ index }) => index);
        expect(whole).toEqual(blocks.flatMap(({ table: rows }, index) => (rows ? [] : [index])));
        blocks.forEach(({ table: of }, index) => {
          if (!of) return;
          const parts = placed.filter((each) => each.index === index).map(({ rows }) => rows!);
          expect(parts.map(({ from }) => from)).toEqual([0, ...parts.slice(0, -1).map(({ to }) => to)]);
          expect(parts.at(-1)?.to).toBe(of.rowHeights.length);
        });
        expect(placed.map(({ index }) => index)).toEqual(
          placed.map(({ index }) => index).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});
