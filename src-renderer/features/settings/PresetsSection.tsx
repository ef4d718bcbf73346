/** Import presets: how files of one program are understood. Kept by the import; renamed and put away here. */
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ListRow, ListTable, RowActions } from '../../ui/ListTable.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';

export function PresetsSection() {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const list = useAnswer('import.presets', {});
  const rename = useCommand('import.renamePreset');
  const remove = useCommand('import.deletePreset');
  if (list.error) return <ErrorNote error={list.error} />;
  if (!list.data) return null;
  if (list.data.length === 0)
    return (
      <EmptyState
        level={3}
        title={words.t('settings.presets.empty.title')}
        text={words.t('settings.presets.empty.text')}
      />
    );
  const kinds = {
    customers: words.t('settings.presets.customers'),
    visits: words.t('settings.presets.visits'),
    opinions: words.t('settings.presets.opinions'),
    offerings: words.t('settings.presets.offerings'),
  };
  return (
    <SettingsPart title={words.t('settings.presets.title')} text={words.t('settings.presets.text')}>
      <ListTable
        label={words.t('settings.presets.title')}
        columns={[
          { key: 'name', name: words.t('catalogue.name') },
          { key: 'kind', name: words.t('settings.presets.kind'), width: '8rem' },
          { key: 'used', name: words.t('settings.presets.used'), width: '9rem' },
        ]}
        actionsName={words.t('catalogue.actions')}
      >
        {list.data.map(({ presetId, name, kind, lastUsedAtMs }) => (
          <ListRow key={presetId} isArchived={false}>
            <td>
              <CellInput
                label={`${words.t('catalogue.name')}, ${name}`}
                column="name"
                value={name}
                maxLength={100}
                isStrong
                onCommit={async (text) => {
                  if (text === '') return words.t('catalogue.nameMissing');
                  await rename.mutateAsync({ presetId, name: text });
                  await list.refetch();
                  return null;
                }}
              />
            </td>
            <td style={{ lineHeight: '2.25rem', paddingInline: '0.5rem' }}>{kinds[kind]}</td>
            <td style={{ lineHeight: '2.25rem', paddingInline: '0.5rem' }}>
              {lastUsedAtMs === null
                ? ''
                : format.date(new Date(lastUsedAtMs).toISOString().slice(0, 10), 'dayShort')}
            </td>
            <RowActions>
              <Command
                isQuiet
                aria-label={words.t('catalogue.deleteNamed', { name })}
                onClick={() =>
                  remove.mutate(
                    { presetId },
                    {
                      onSuccess: async () => {
                        await list.refetch();
                        notices.say({ text: words.t('catalogue.deleted', { name }) });
                      },
                      onError: (error) => notices.fail(error),
                    },
                  )
                }
              >
                {words.t('catalogue.delete')}
              </Command>
            </RowActions>
          </ListRow>
        ))}
      </ListTable>
    </SettingsPart>
  );
}
