/** Which rows of the table are meant: some by their ids, or all that the list shows but for some. */
import { useRef, useState } from 'react';
import { MOST_NAMED, type Selection } from '../../../src-shared/contract/customerListContract.ts';
import { call } from '../../api/procedures.ts';
import { isSamePeople, type ListView, queryOf } from './listView.ts';

type Picked = { readonly isAll: boolean; readonly ids: ReadonlySet<number> };
const NOBODY: Picked = { isAll: false, ids: new Set() };

export interface RowSelection {
  readonly count: number;
  readonly isAll: boolean;
  has(customerId: number): boolean;
  /** The place is where the next range begins. */
  toggle(customerId: number, at: number): void;
  /** From the place toggled last to this one, and to nowhere else. */
  rangeTo(at: number): Promise<void>;
  /** Where a range that is made by keys begins. */
  beginAt(at: number): void;
  all(): void;
  clear(): void;
  /** For the door; null while nobody is selected. */
  readonly sent: Selection | null;
}

export const useSelection = (view: ListView, total: number): RowSelection => {
  const [state, setState] = useState({ view, picked: NOBODY });
  // Narrowed otherwise, the list is another one: nobody who is out of sight stays selected.
  const picked = isSamePeople(state.view, view) ? state.picked : NOBODY;
  const pick = (next: Picked) => setState({ view, picked: next });
  const anchor = useRef<number | null>(null);
  const turn = useRef(0);
  const count = picked.isAll ? Math.max(0, total - picked.ids.size) : picked.ids.size;
  return {
    count,
    isAll: picked.isAll,
    has: (customerId) => picked.ids.has(customerId) !== picked.isAll,
    toggle: (customerId, at) => {
      anchor.current = at;
      const ids = new Set(picked.ids);
      if (!ids.delete(customerId)) ids.add(customerId);
      pick({ ...picked, ids });
    },
    beginAt: (at) => {
      anchor.current ??= at;
    },
    rangeTo: async (at) => {
      const from = anchor.current ?? at;
      const mine = ++turn.current;
      const { customerIds } = await call('customer.listIds', {
        list: queryOf(view),
        offset: Math.min(from, at),
        limit: Math.min(MOST_NAMED, Math.abs(at - from) + 1),
      });
      if (mine === turn.current) pick({ isAll: false, ids: new Set(customerIds) });
    },
    all: () => {
      anchor.current = null;
      turn.current++;
      pick({ isAll: true, ids: new Set() });
    },
    clear: () => {
      anchor.current = null;
      turn.current++;
      pick(NOBODY);
    },
    sent:
      count === 0
        ? null
        : picked.isAll
          ? { kind: 'all', list: queryOf(view), except: [...picked.ids] }
          : { kind: 'some', customerIds: [...picked.ids] },
  };
};
