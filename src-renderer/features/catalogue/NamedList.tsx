/** A list of names that is kept in place: renamed, archived, brought back, deleted. Staff, categories and sources. */
import { type ReactNode, useState } from 'react';
import type { Listed, Removed } from '../../../src-shared/contract/catalogueContract.ts';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { ListRow, ListTable, RowActions } from '../../ui/ListTable.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { ArchivedSwitch } from './ArchivedSwitch.tsx';
import { useRemoval } from './useRemoval.ts';

export interface NamedListProps<R extends Listed> {
  label: string;
  rows: readonly R[];
  nameColumn: string;
  /** A second column, such as a mark. */
  extra?: { readonly name: string; readonly width: string; cell(row: R): ReactNode };
  keptBecause(name: string): string;
  onRename(row: R, name: string): Promise<unknown>;
  onArchive(row: R, isArchived: boolean): Promise<unknown>;
  onRemove(row: R): Promise<Removed>;
}

export function NamedList<R extends Listed>(props: NamedListProps<R>) {
  const { label, rows, nameColumn, extra, keptBecause, onRename, onArchive, onRemove } = props;
  const words = useWords();
  const removal = useRemoval();
  const [showsArchived, setShowsArchived] = useState(false);
  const shown = rows.filter(({ isArchived }) => showsArchived || !isArchived);
  const archivedCount = rows.filter(({ isArchived }) => isArchived).length;
  if (rows.length === 0) return null;
  return (
    <>
      <ListTable
        label={label}
        columns={[
          { key: 'name', name: nameColumn },
          ...(extra ? [{ key: 'extra', name: extra.name, width: extra.width }] : []),
        ]}
        actionsName={words.t('catalogue.actions')}
      >
        {shown.map((row) => (
          <ListRow key={row.id} isArchived={row.isArchived}>
            <td>
              <CellInput
                label={`${nameColumn}, ${row.name}`}
                column="name"
                value={row.name}
                isStrong
                onCommit={async (name) => {
                  if (name === '') return words.t('catalogue.nameMissing');
                  await onRename(row, name);
                  return null;
                }}
              />
            </td>
            {extra ? <td>{extra.cell(row)}</td> : null}
            <RowActions>
              {row.isArchived ? (
                <Command
                  isQuiet
                  aria-label={words.t('catalogue.unarchiveNamed', { name: row.name })}
                  onClick={() => void onArchive(row, false)}
                >
                  {words.t('catalogue.unarchive')}
                </Command>
              ) : (
                <Command
                  isQuiet
                  aria-label={words.t('catalogue.archiveNamed', { name: row.name })}
                  onClick={() =>
                    void removal.archive(
                      row.name,
                      () => onArchive(row, true),
                      () => onArchive(row, false),
                    )
                  }
                >
                  {words.t('catalogue.archive')}
                </Command>
              )}
              <Command
                isQuiet
                aria-label={words.t('catalogue.deleteNamed', { name: row.name })}
                onClick={() =>
                  void removal.remove({
                    name: row.name,
                    keptBecause: keptBecause(row.name),
                    remove: () => onRemove(row),
                    unarchive: () => onArchive(row, false),
                  })
                }
              >
                {words.t('catalogue.delete')}
              </Command>
            </RowActions>
          </ListRow>
        ))}
      </ListTable>
      <ArchivedSwitch count={archivedCount} isOn={showsArchived} onChange={setShowsArchived} />
    </>
  );
}
