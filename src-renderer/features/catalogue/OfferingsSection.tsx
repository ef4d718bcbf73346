/** What is offered: one table that is edited in place, its categories, and what shops of the trade usually offer. */
import { useId, useState } from 'react';
import { fold } from '../../../src-shared/domain/fold.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { AddRow } from './AddRow.tsx';
import { ArchivedSwitch } from './ArchivedSwitch.tsx';
import styles from './catalogue.module.css';
import { NamedList } from './NamedList.tsx';
import { OfferingTable } from './OfferingTable.tsx';
import { UsualOfferings } from './UsualOfferings.tsx';

/** Fewer are seen at a glance. */
const SEARCH_FROM = 8;

export function OfferingsSection() {
  const words = useWords();
  const list = useAnswer('offering.list', {});
  const categories = useAnswer('category.list', {});
  const create = useCommand('offering.create');
  const categoryListId = useId();
  const [category, setCategory] = useState('');
  const [search, setSearch] = useState('');
  const [showsArchived, setShowsArchived] = useState(false);
  const all = list.data?.offerings ?? [];
  const wanted = fold(search);
  const shown = all.filter(
    (offering) =>
      (showsArchived || !offering.isArchived) &&
      (wanted === '' || fold(`${offering.name} ${offering.category ?? ''}`).includes(wanted)),
  );
  return (
    <>
      <SettingsPart title={words.t('catalogue.offerings.title')} text={words.t('catalogue.offerings.text')}>
        <AddRow
          label={words.t('catalogue.offerings.new')}
          onAdd={(name) =>
            create.mutateAsync({ name, category: category.trim() === '' ? null : category.trim() })
          }
        >
          <TextField
            className={styles.addCategory ?? ''}
            label={words.t('catalogue.category')}
            value={category}
            list={categoryListId}
            maxLength={200}
            onChange={(event) => setCategory(event.currentTarget.value)}
          />
        </AddRow>
        <datalist id={categoryListId}>
          {categories.data?.categories
            .filter(({ isArchived }) => !isArchived)
            .map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
        </datalist>
        {list.error ? <ErrorNote error={list.error} /> : null}
        <div className={styles.tools}>
          {all.length >= SEARCH_FROM ? (
            <TextField
              className={styles.search ?? ''}
              type="search"
              label={words.t('catalogue.search')}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          ) : (
            <span />
          )}
          <ArchivedSwitch
            count={all.filter(({ isArchived }) => isArchived).length}
            isOn={showsArchived}
            onChange={setShowsArchived}
          />
        </div>
        {list.data && all.length === 0 ? (
          <EmptyState
            level={3}
            title={words.t('catalogue.offerings.empty.title')}
            text={words.t('catalogue.offerings.empty.text')}
          />
        ) : shown.length === 0 && search !== '' ? (
          <p role="status">{words.t('common.nothingFound')}</p>
        ) : (
          <OfferingTable
            offerings={shown}
            categoryListId={categoryListId}
            onChanged={async () => void (await list.refetch())}
          />
        )}
      </SettingsPart>
      <div className={styles.narrow}>
        <UsualOfferings />
        <CategoriesPart />
      </div>
    </>
  );
}

function CategoriesPart() {
  const words = useWords();
  const list = useAnswer('category.list', {});
  const rename = useCommand('category.rename');
  const setArchived = useCommand('category.setArchived');
  const remove = useCommand('category.remove');
  const rows = list.data?.categories ?? [];
  if (rows.length === 0) return null;
  return (
    <SettingsPart title={words.t('catalogue.categories.title')} text={words.t('catalogue.categories.text')}>
      <NamedList
        label={words.t('catalogue.categories.title')}
        rows={rows}
        nameColumn={words.t('catalogue.name')}
        keptBecause={(name) => words.t('catalogue.categories.kept', { name })}
        onRename={async ({ id }, name) => {
          await rename.mutateAsync({ id, name });
          await list.refetch();
        }}
        onArchive={({ id }, isArchived) => setArchived.mutateAsync({ id, isArchived })}
        onRemove={({ id }) => remove.mutateAsync({ id })}
      />
    </SettingsPart>
  );
}
