/**
 * Blocks on sheets of paper, with a head and a foot on each. Everything is set once out of sight and measured, then
 * dealt out to pages; all of it before the first paint, in the window as in the hidden page that is printed.
 */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Paper } from '../../src-shared/contract/reportContract.ts';
import type { Block } from './block.ts';
import { type Flexible, type MeasuredBlock, type PlacedBlock, paginateFlexibly } from './paginate.ts';
import { PX_PER_MM } from './paper.ts';
import styles from './print.module.css';

/** Paper rounds otherwise than the screen. */
const ROUNDING_PX = 4;
/** Heights of the drawing that may give way, in px. */
const DRAWING_HEIGHTS = [210, 190, 170, 150, 132] as const;

export interface PagesProps {
  readonly paper: Paper;
  readonly blocks: readonly Block[];
  readonly head: (isFirst: boolean) => ReactNode;
  readonly foot: (page: number, pages: number) => ReactNode;
  /** The block that should still end on the first page, where a lower drawing can make it. */
  readonly keepOnFirst: string;
  /** Called when the number of pages is known. */
  readonly onPages?: ((pages: number) => void) | undefined;
  /** A page's name for those who hear it; none on paper, which numbers its pages itself. */
  readonly pageLabel?: ((page: number, pages: number) => string) | undefined;
}

interface Laid {
  readonly pages: readonly (readonly PlacedBlock[])[];
  readonly height: number;
}

export function Pages(props: PagesProps) {
  const { blocks, paper, onPages } = props;
  const measuring = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<Laid | null>(null);
  useLayoutEffect(() => {
    const element = measuring.current;
    if (laid || !element) return;
    const flexible = flexibleOf(blocks, props.keepOnFirst);
    setLaid(paginateFlexibly(measure(element, blocks), roomOf(element), flexible));
  });
  const pages = laid?.pages.length ?? null;
  useLayoutEffect(() => {
    if (pages !== null) onPages?.(pages);
  }, [pages, onPages]);

  if (!laid) {
    return (
      <div ref={measuring} className={styles.measuring} aria-hidden="true">
        {[true, false].map((isFirst) => (
          <Sheet key={String(isFirst)} paper={paper} head={props.head(isFirst)} foot={props.foot(99, 99)}>
            {null}
          </Sheet>
        ))}
        <div className={`${styles.column} ${styles[paper]}`}>
          {blocks.map((block) => (
            <div key={block.key} className={styles.block} data-block>
              <Content block={block} height={DRAWING_HEIGHTS[0]} />
            </div>
          ))}
        </div>
      </div>
    );
  }
  return laid.pages.map((placed, page) => (
    <Sheet
      // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
      key={page}
      paper={paper}
      head={props.head(page === 0)}
      foot={props.foot(page + 1, laid.pages.length)}
      isLater={page > 0}
      label={props.pageLabel?.(page + 1, laid.pages.length)}
    >
      {placed.map(({ index, rows }, at) => {
        const block = blocks[index]!;
        return (
          <div
            key={block.key}
            className={styles.block}
            style={at === 0 ? undefined : { marginTop: `${block.gapMm}mm` }}
          >
            <Content block={block} height={laid.height} rows={rows} />
          </div>
        );
      })}
    </Sheet>
  ));
}

function Content(props: {
  block: Block;
  height: number;
  rows?: { readonly from: number; readonly to: number } | undefined;
}) {
  const { content } = props.block;
  if (content.kind === 'whole') return content.node;
  if (content.kind === 'drawing') return content.draw(props.height);
  const { from, to } = props.rows ?? { from: 0, to: content.rows.length };
  return (
    <table className={content.className} aria-label={content.label}>
      <thead>{content.head}</thead>
      <tbody>{content.rows.slice(from, to)}</tbody>
    </table>
  );
}

/** One sheet with its margins. Head and foot of later pages are repetitions: not read aloud again. */
export function Sheet(props: {
  paper: Paper;
  head: ReactNode;
  foot: ReactNode;
  isLater?: boolean;
  label?: string | undefined;
  children: ReactNode;
}) {
  const hidden = props.isLater ? { 'aria-hidden': true } : {};
  return (
    <section className={`${styles.sheet} ${styles[props.paper]}`} data-sheet aria-label={props.label}>
      <header className={styles.header} {...hidden}>
        {props.head}
      </header>
      <div className={styles.body}>{props.children}</div>
      <footer className={styles.footer} {...hidden}>
        {props.foot}
      </footer>
    </section>
  );
}

const flexibleOf = (blocks: readonly Block[], keepOnFirst: string): Flexible | null => {
  const index = blocks.findIndex(({ content }) => content.kind === 'drawing');
  const keep = blocks.findIndex(({ key }) => key === keepOnFirst);
  return index < 0 || keep < index ? null : { index, heights: DRAWING_HEIGHTS, keep };
};

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

const roomOf = (measuring: Element): { first: number; later: number } => {
  const [first, later] = [...measuring.querySelectorAll(`.${styles.body}`)].map(
    (body) => heightOf(body) - ROUNDING_PX,
  );
  // Where nothing is laid out (a test without a layout) everything goes on one page.
  const isLaidOut = first !== undefined && later !== undefined && first > 0;
  return isLaidOut ? { first, later } : { first: Number.POSITIVE_INFINITY, later: Number.POSITIVE_INFINITY };
};

const measure = (measuring: Element, blocks: readonly Block[]): MeasuredBlock[] => {
  const elements = [...measuring.querySelectorAll('[data-block]')];
  return blocks.map((block, index) => {
    const element = elements[index]!;
    const rowHeights =
      block.content.kind === 'table' ? [...element.querySelectorAll('tbody > tr')].map(heightOf) : null;
    const height = heightOf(element);
    return {
      height,
      gap: block.gapMm * PX_PER_MM,
      keepsWithNext: block.keepsWithNext ?? false,
      table: rowHeights
        ? { headHeight: height - rowHeights.reduce((all, row) => all + row, 0), rowHeights }
        : undefined,
    };
  });
};
