/** What can be done with the selected customers; each is one change, and is taken back as one. */
import { useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Marked } from '../../ui/Sentence.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './list.module.css';
import { type ListView, queryOf } from './listView.ts';
import { NameEntry } from './NameEntry.tsx';
import type { RowSelection } from './useSelection.ts';

export interface BulkBarProps {
  selection: RowSelection;
  view: ListView;
  total: number;
  tags: readonly string[];
  /** Back to the list, where the keys go on. */
  onDone(): void;
}

export function BulkBar({ selection, view, total, tags, onDone }: BulkBarProps) {
  const words = useWords();
  const notices = useNotices();
  const tag = useCommand('customer.bulkTag');
  const trash = useCommand('customer.bulkTrash');
  const undo = useCommand('change.undo');
  const { start: takeOut, isAsking } = useExport();
  const [isNaming, setIsNaming] = useState<'add' | 'remove' | null>(null);
  const { sent, count } = selection;
  if (sent === null) return null;
  const isBusy = tag.isPending || trash.isPending;
  const isTrash = view.who === 'trash';

  const say = (text: string, changeId: number | null) =>
    notices.say({
      text,
      ...(changeId === null
        ? {}
        : {
            undo: async () => {
              await undo.mutateAsync({ changeId });
              return words.t('customers.bulk.undone');
            },
          }),
    });
  const named = async (name: string) => {
    const isAdded = isNaming === 'add';
    setIsNaming(null);
    onDone();
    try {
      const { changeId, customers } = await tag.mutateAsync({ selection: sent, name, isAdded });
      say(
        words.t(isAdded ? 'customers.bulk.tagged' : 'customers.bulk.untagged', { count: customers, name }),
        changeId,
      );
    } catch (error) {
      notices.fail(error);
    }
  };
  const move = async () => {
    onDone();
    try {
      const { changeId, customers } = await trash.mutateAsync({ selection: sent, isInTrash: !isTrash });
      selection.clear();
      say(
        words.t(isTrash ? 'customers.bulk.restored' : 'customers.bulk.archived', { count: customers }),
        changeId,
      );
    } catch (error) {
      notices.fail(error);
    }
  };
  return (
    <div className={styles.bulk} role="toolbar" aria-label={words.t('customers.bulk')}>
      <span role="status">
        <Marked text={words.t('customers.bulk.count', { count })} />
      </span>
      {isNaming === null ? (
        <>
          {count < total ? (
            <Command keys="Mod+A" onClick={selection.all}>
              {words.t('customers.bulk.all', { count: total })}
            </Command>
          ) : null}
          <Command disabled={isBusy} onClick={() => setIsNaming('add')}>
            {words.t('customers.bulk.addTag')}
          </Command>
          {tags.length === 0 ? null : (
            <Command disabled={isBusy} onClick={() => setIsNaming('remove')}>
              {words.t('customers.bulk.removeTag')}
            </Command>
          )}
          <Command disabled={isBusy} onClick={() => void move()}>
            {words.t(isTrash ? 'customers.restore' : 'customers.archive')}
          </Command>
          <ExportMenu
            subject={words.t('customers.bulk.selected')}
            isDisabled={isAsking}
            onChosen={(form) => takeOut({ what: 'customers', list: queryOf(view), selection: sent }, form)}
          />
          <Command isQuiet keys="Esc" className={styles.bulkEnd} onClick={selection.clear}>
            {words.t('customers.bulk.clear')}
          </Command>
        </>
      ) : (
        <NameEntry
          label={words.t('customers.bulk.tagName')}
          known={tags}
          command={words.t(isNaming === 'add' ? 'customers.bulk.addTag' : 'customers.bulk.removeTag')}
          onNamed={(name) => void named(name)}
          onCancel={() => {
            setIsNaming(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}
