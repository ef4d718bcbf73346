/** The own fields of cards, or of visits, in their order. */
import { useState } from 'react';
import type { OwnField } from '../../../src-shared/contract/settingsContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { ListRow, ListTable, RowActions } from '../../ui/ListTable.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { kindNames } from './ownFieldKinds.ts';

export interface OwnFieldTableProps {
  title: string;
  fields: readonly OwnField[];
  onChanged(): Promise<void>;
}

export function OwnFieldTable({ title, fields, onChanged }: OwnFieldTableProps) {
  const words = useWords();
  const notices = useNotices();
  const change = useCommand('ownField.change');
  const move = useCommand('ownField.move');
  const setArchived = useCommand('ownField.setArchived');
  const remove = useCommand('ownField.remove');
  const [showsArchived, setShowsArchived] = useState(false);
  if (fields.length === 0) return null;
  const kinds = kindNames(words);
  const shown = fields.filter(({ isArchived }) => showsArchived || !isArchived);
  const archivedCount = fields.filter(({ isArchived }) => isArchived).length;
  const failing = { onError: (error: unknown) => void notices.fail(error) };
  const taken = (field: OwnField) =>
    remove.mutate(
      { id: field.ownFieldId },
      {
        ...failing,
        onSuccess: ({ outcome }) =>
          notices.say({
            text:
              outcome === 'deleted'
                ? words.t('catalogue.deleted', { name: field.name })
                : words.t('settings.fields.kept', { name: field.name }),
          }),
      },
    );
  return (
    <SettingsPart title={title}>
      <ListTable
        label={title}
        columns={[
          { key: 'name', name: words.t('catalogue.name') },
          { key: 'kind', name: words.t('settings.fields.kind'), width: '7rem' },
          { key: 'choices', name: words.t('settings.fields.choicesColumn') },
        ]}
        actionsName={words.t('catalogue.actions')}
      >
        {shown.map((field, index) => (
          <ListRow key={field.ownFieldId} isArchived={field.isArchived}>
            <td>
              <CellInput
                label={`${words.t('catalogue.name')}, ${field.name}`}
                column="name"
                value={field.name}
                isStrong
                onCommit={async (name) => {
                  if (name === '') return words.t('catalogue.nameMissing');
                  await change.mutateAsync({ id: field.ownFieldId, change: { name } });
                  await onChanged();
                  return null;
                }}
              />
            </td>
            <td style={{ lineHeight: '2.25rem', paddingInline: '0.5rem' }}>{kinds[field.kind]}</td>
            <td>
              {field.kind === 'choice' ? (
                <CellInput
                  label={`${words.t('settings.fields.choicesColumn')}, ${field.name}`}
                  column="choices"
                  value={field.choices.join('; ')}
                  maxLength={4000}
                  onCommit={async (text) => {
                    const choices = text
                      .split(';')
                      .flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
                    await change.mutateAsync({ id: field.ownFieldId, change: { choices } });
                    await onChanged();
                    return null;
                  }}
                />
              ) : null}
            </td>
            <RowActions>
              <Command
                isQuiet
                aria-label={words.t('settings.moveUp', { name: field.name })}
                disabled={index === 0 || field.isArchived}
                onClick={() => move.mutate({ id: field.ownFieldId, by: -1 }, failing)}
              >
                ↑
              </Command>
              <Command
                isQuiet
                aria-label={
                  field.isArchived
                    ? words.t('catalogue.unarchiveNamed', { name: field.name })
                    : words.t('catalogue.archiveNamed', { name: field.name })
                }
                onClick={() =>
                  setArchived.mutate({ id: field.ownFieldId, isArchived: !field.isArchived }, failing)
                }
              >
                {field.isArchived ? words.t('catalogue.unarchive') : words.t('catalogue.archive')}
              </Command>
              <Command
                isQuiet
                aria-label={words.t('catalogue.deleteNamed', { name: field.name })}
                onClick={() => taken(field)}
              >
                {words.t('catalogue.delete')}
              </Command>
            </RowActions>
          </ListRow>
        ))}
      </ListTable>
      {archivedCount > 0 ? (
        <Command onClick={() => setShowsArchived(!showsArchived)}>
          {showsArchived
            ? words.t('settings.hideArchived')
            : words.t('catalogue.showArchived', { count: archivedCount })}
        </Command>
      ) : null}
    </SettingsPart>
  );
}
