/** Filters the shop keeps under a name: one click narrows the list so; the one in use can be renamed or removed. */
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './list.module.css';
import { EVERYBODY, isSamePeople, type ListView, queryOf, viewOf } from './listView.ts';
import { NameEntry } from './NameEntry.tsx';

export interface SavedFiltersProps {
  view: ListView;
  /** Whether they may be kept and changed by whoever is signed in. */
  mayKeep: boolean;
  onView(view: ListView): void;
}

export function SavedFilters({ view, mayKeep, onView }: SavedFiltersProps) {
  const words = useWords();
  const notices = useNotices();
  const filters = useAnswer('savedFilter.list', { subject: 'customers' }).data?.filters ?? [];
  const save = useCommand('savedFilter.save');
  const rename = useCommand('savedFilter.rename');
  const remove = useCommand('savedFilter.remove');
  const [isNaming, setIsNaming] = useState<'keep' | 'rename' | null>(null);
  const current = filters.find(({ list }) => isSamePeople(viewOf(list), view));
  const isNarrowed = !isSamePeople(view, EVERYBODY);
  if (filters.length === 0 && !(isNarrowed && mayKeep)) return null;
  const named = async (name: string) => {
    setIsNaming(null);
    try {
      if (isNaming === 'rename' && current) {
        await rename.mutateAsync({ filterId: current.filterId, name });
        return;
      }
      const { isReplaced } = await save.mutateAsync({ name, list: queryOf(view) });
      notices.say({
        text: words.t(isReplaced ? 'customers.filters.replaced' : 'customers.filters.kept', { name }),
      });
    } catch (error) {
      notices.fail(error);
    }
  };
  const drop = async ({ filterId, name, list }: (typeof filters)[number]) => {
    try {
      await remove.mutateAsync({ filterId });
      notices.say({
        text: words.t('customers.filters.removed', { name }),
        undo: async () => {
          await save.mutateAsync({ name, list });
          return words.t('customers.filters.kept', { name });
        },
      });
    } catch (error) {
      notices.fail(error);
    }
  };
  return (
    <div className={styles.saved}>
      <IconBookmark className={styles.savedIcon} size={16} stroke={2} aria-hidden="true" />
      {filters.length === 0 ? null : (
        <ul className={styles.savedList} aria-label={words.t('customers.filters')}>
          {filters.map((filter) => (
            <li key={filter.filterId}>
              <button
                type="button"
                className={styles.savedOne}
                aria-pressed={filter === current}
                onClick={() => onView(filter === current ? EVERYBODY : viewOf(filter.list))}
              >
                {filter.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isNaming !== null ? (
        <NameEntry
          label={words.t('customers.filters.name')}
          start={isNaming === 'rename' ? (current?.name ?? '') : ''}
          command={words.t('customers.filters.keep')}
          onNamed={(name) => void named(name)}
          onCancel={() => setIsNaming(null)}
        />
      ) : !mayKeep ? null : current ? (
        <>
          <Command isQuiet onClick={() => setIsNaming('rename')}>
            {words.t('customers.filters.rename')}
          </Command>
          <Command isQuiet onClick={() => void drop(current)}>
            {words.t('customers.filters.remove')}
          </Command>
        </>
      ) : isNarrowed ? (
        <Command isQuiet onClick={() => setIsNaming('keep')}>
          {words.t('customers.filters.keepThis')}
        </Command>
      ) : null}
    </div>
  );
}
