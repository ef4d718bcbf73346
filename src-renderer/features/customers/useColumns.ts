/** The columns of the table that the shop chose, drawn at once and kept behind. */
import { useMemo, useState } from 'react';
import { FIRST_COLUMNS, LIST_COLUMNS, type ListColumn } from '../../../src-shared/domain/closedLists.ts';
import { useRole } from '../../api/access.tsx';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useNotices } from '../../ui/notices.tsx';

export interface Columns {
  /** What may be shown to whoever is signed in. */
  readonly offered: readonly ListColumn[];
  /** Chosen, whether or not anything would stand in them. */
  readonly chosen: readonly ListColumn[];
  /** Those that are drawn. */
  readonly columns: readonly ListColumn[];
  readonly toggle: (column: ListColumn) => void;
}

/** @param hasTags whether anybody has one: an empty column is none */
export const useColumns = (hasTags: boolean): Columns => {
  const notices = useNotices();
  const isDesk = useRole() === 'desk';
  const kept = useAnswer('customer.listColumns', {}).data?.columns;
  const keep = useCommand('customer.keepColumns');
  const [changed, setChanged] = useState<readonly ListColumn[] | null>(null);
  // All amounts, one below the other, are the turnover.
  const isOffered = (column: ListColumn) => !(isDesk && column === 'value');
  const chosen = changed ?? kept ?? FIRST_COLUMNS;
  const columns = useMemo(
    () => chosen.filter((column) => !(isDesk && column === 'value') && !(column === 'tags' && !hasTags)),
    [chosen, isDesk, hasTags],
  );
  return {
    offered: LIST_COLUMNS.filter(isOffered),
    chosen,
    columns,
    toggle: (column) => {
      const next = LIST_COLUMNS.filter((one) => chosen.includes(one) !== (one === column));
      setChanged(next);
      if (!isDesk) keep.mutate({ columns: next }, { onError: (error) => notices.fail(error) });
    },
  };
};
