/**
 * The rows of a long list that are in sight. The list is as tall as all its rows together and only these are drawn;
 * they are asked for in pages, which stay in the cache. Our own because all rows are equally tall.
 */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { CustomerRow } from '../../../src-shared/contract/customerContract.ts';
import { call, keyOf, type Received, type Sent } from '../../api/procedures.ts';

export const ROW_PX = 48;
const PAGE_ROWS = 100;
/** Drawn above and below what is in sight, so that scrolling shows no gaps. */
const SPARE_ROWS = 8;
const STEP_PX = (SPARE_ROWS / 2) * ROW_PX;

export type ListQuery = Omit<Sent<'customer.page'>, 'offset' | 'limit'>;

export interface RowPages {
  /** Null while it is not known. */
  readonly total: number | null;
  readonly error: unknown;
  readonly rows: readonly { readonly at: number; readonly row: CustomerRow | null }[];
  /** As many as are ever drawn at once: a row that goes out of sight lends its place to the one that comes. */
  readonly places: number;
  /** How many fit into the place at once. */
  readonly fitting: number;
}

export const useRowPages = (place: RefObject<HTMLElement | null>, query: ListQuery): RowPages => {
  const [sight, setSight] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => {
      // In steps, so that most frames of a slow scroll draw nothing at all.
      const top = Math.floor(element.scrollTop / STEP_PX) * STEP_PX;
      const height = element.clientHeight;
      setSight((last) => (last.top === top && last.height === height ? last : { top, height }));
    };
    /** What stands above differs with the filters in use; the rows take the rest of the window. */
    const takeRest = () => {
      const above = Math.round(element.getBoundingClientRect().top + window.scrollY);
      element.style.setProperty('--above', `${above}px`);
      look();
    };
    takeRest();
    const resized = new ResizeObserver(takeRest);
    resized.observe(element);
    resized.observe(document.body);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [place]);

  const fitting = Math.max(1, Math.floor(sight.height / ROW_PX));
  const first = Math.max(0, Math.floor(sight.top / ROW_PX) - SPARE_ROWS);
  const last = first + fitting + 2 * SPARE_ROWS;
  const pageOf = (at: number) => Math.floor(at / PAGE_ROWS);
  const wanted = Array.from({ length: pageOf(last) - pageOf(first) + 1 }, (_, at) => pageOf(first) + at);
  const answers = useQueries({
    queries: wanted.map((page) => {
      const input = { ...query, offset: page * PAGE_ROWS, limit: PAGE_ROWS };
      return {
        queryKey: keyOf('customer.page', input),
        queryFn: () => call('customer.page', input),
        placeholderData: keepPreviousData<Received<'customer.page'>>,
      };
    }),
  });
  const known = answers.find(({ data }) => data !== undefined)?.data;
  const total = known?.total ?? null;
  const rows = [];
  for (let at = first; at <= Math.min(last, (total ?? 0) - 1); at++) {
    const page = answers[pageOf(at) - pageOf(first)];
    // A kept answer of another page holds other people.
    const row = page?.isPlaceholderData ? null : (page?.data?.rows[at % PAGE_ROWS] ?? null);
    rows.push({ at, row });
  }
  return {
    total,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    rows,
    fitting,
    places: last - first + 1,
  };
};
