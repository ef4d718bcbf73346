/** Who works here. */
import { Link } from 'wouter';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PLACES } from '../../ui/places.ts';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { AddRow } from './AddRow.tsx';
import { NamedList } from './NamedList.tsx';

export function StaffSection() {
  const words = useWords();
  const list = useAnswer('staff.list', {});
  const create = useCommand('staff.create');
  const rename = useCommand('staff.rename');
  const setArchived = useCommand('staff.setArchived');
  const remove = useCommand('staff.remove');
  return (
    <SettingsPart title={words.t('catalogue.staff.title')} text={words.t('catalogue.staff.text')}>
      <AddRow label={words.t('catalogue.staff.new')} onAdd={(name) => create.mutateAsync({ name })} />
      {list.error ? <ErrorNote error={list.error} /> : null}
      <NamedList
        label={words.t('catalogue.staff.title')}
        rows={list.data?.staff ?? []}
        nameColumn={words.t('catalogue.name')}
        keptBecause={(name) => words.t('catalogue.staff.kept', { name })}
        onRename={async ({ id }, name) => {
          await rename.mutateAsync({ id, name });
          await list.refetch();
        }}
        onArchive={({ id }, isArchived) => setArchived.mutateAsync({ id, isArchived })}
        onRemove={({ id }) => remove.mutateAsync({ id })}
      />
      <p>
        {words.t('access.offered')}{' '}
        <Link href={`${PLACES.settings}/access`}>{words.t('access.section')}</Link>
      </p>
    </SettingsPart>
  );
}
