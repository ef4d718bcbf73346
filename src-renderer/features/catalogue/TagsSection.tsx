/** Tags of customers' cards: renamed, made one with another, taken off all cards; each with undo. */
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ListRow, ListTable, RowActions } from '../../ui/ListTable.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './catalogue.module.css';

export function TagsSection() {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const list = useAnswer('tag.list', {});
  const renaming = useCommand('tag.rename');
  const removing = useCommand('tag.remove');
  const undoing = useCommand('change.undo');
  const tags = list.data?.tags ?? [];

  const say = (text: string, changeId: number | null, name: string) =>
    notices.say({
      text,
      ...(changeId === null
        ? {}
        : {
            undo: async () => {
              await undoing.mutateAsync({ changeId });
              return words.t('catalogue.tags.undone', { name });
            },
          }),
    });
  const rename = async (tagId: number, before: string, name: string) => {
    const { changeId } = await renaming.mutateAsync({ tagId, name, mayMerge: true });
    const { data } = await list.refetch();
    const isMerged = data?.tags.every((tag) => tag.tagId !== tagId) === true;
    say(words.t(isMerged ? 'catalogue.tags.merged' : 'catalogue.tags.renamed', { name }), changeId, before);
  };
  const remove = async (tagId: number, name: string) => {
    try {
      const { changeId } = await removing.mutateAsync({ tagId });
      say(words.t('catalogue.tags.removed', { name }), changeId, name);
    } catch (error) {
      notices.fail(error);
    }
  };
  return (
    <SettingsPart title={words.t('catalogue.tags.title')} text={words.t('catalogue.tags.text')}>
      {list.error ? <ErrorNote error={list.error} /> : null}
      {list.data && tags.length === 0 ? <Sentence text={words.t('catalogue.tags.none')} size="note" /> : null}
      {tags.length === 0 ? null : (
        <ListTable
          label={words.t('catalogue.tags.title')}
          columns={[
            { key: 'name', name: words.t('catalogue.name') },
            { key: 'customers', name: words.t('catalogue.tags.customers'), width: '8rem' },
          ]}
          actionsName={words.t('catalogue.actions')}
        >
          {tags.map(({ tagId, name, customers }) => (
            <ListRow key={tagId} isArchived={false}>
              <td>
                <CellInput
                  label={`${words.t('catalogue.name')}, ${name}`}
                  column="name"
                  value={name}
                  isStrong
                  maxLength={200}
                  onCommit={async (typed) => {
                    if (typed === '') return words.t('catalogue.nameMissing');
                    await rename(tagId, name, typed);
                    return null;
                  }}
                />
              </td>
              <td>
                <span className={styles.inCell}>{format.number(customers)}</span>
              </td>
              <RowActions>
                <Command isQuiet onClick={() => void remove(tagId, name)}>
                  {words.t('catalogue.tags.remove')}
                </Command>
              </RowActions>
            </ListRow>
          ))}
        </ListTable>
      )}
    </SettingsPart>
  );
}
