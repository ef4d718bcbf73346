/** Where new customers come from. */
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { AddRow } from './AddRow.tsx';
import styles from './catalogue.module.css';
import { NamedList } from './NamedList.tsx';

export function SourcesSection() {
  const words = useWords();
  const notices = useNotices();
  const list = useAnswer('source.list', {});
  const create = useCommand('source.create');
  const rename = useCommand('source.rename');
  const mark = useCommand('source.setRecommendation');
  const setArchived = useCommand('source.setArchived');
  const remove = useCommand('source.remove');
  const unlisted = list.data?.unlisted ?? [];
  return (
    <SettingsPart title={words.t('catalogue.sources.title')} text={words.t('catalogue.sources.text')}>
      <AddRow label={words.t('catalogue.sources.new')} onAdd={(name) => create.mutateAsync({ name })} />
      {list.error ? <ErrorNote error={list.error} /> : null}
      <NamedList
        label={words.t('catalogue.sources.title')}
        rows={list.data?.sources ?? []}
        nameColumn={words.t('catalogue.name')}
        extra={{
          name: words.t('catalogue.sources.recommendation'),
          width: '12rem',
          cell: ({ id, name, isRecommendation }) => (
            <label className={`${styles.check} ${styles.inCell}`}>
              <input
                type="checkbox"
                aria-label={`${words.t('catalogue.sources.recommendation')}, ${name}`}
                checked={isRecommendation}
                onChange={(event) =>
                  mark.mutate(
                    { id, isRecommendation: event.currentTarget.checked },
                    { onError: (error) => notices.fail(error) },
                  )
                }
              />
            </label>
          ),
        }}
        keptBecause={(name) => words.t('catalogue.sources.kept', { name })}
        onRename={async (row, name) => {
          const { cards } = await rename.mutateAsync({ id: row.id, name });
          await list.refetch();
          if (cards > 0) notices.say({ text: words.t('catalogue.sources.renamed', { count: cards, name }) });
        }}
        onArchive={({ id }, isArchived) => setArchived.mutateAsync({ id, isArchived })}
        onRemove={({ id }) => remove.mutateAsync({ id })}
      />
      {unlisted.length > 0 ? (
        <>
          <Sentence text={words.t('catalogue.sources.unlisted')} size="note" />
          <PartActions>
            {unlisted.map((name) => (
              <Command
                key={name}
                onClick={() => create.mutate({ name }, { onError: (error) => notices.fail(error) })}
              >
                {words.t('catalogue.sources.addOne', { name })}
              </Command>
            ))}
          </PartActions>
        </>
      ) : null}
    </SettingsPart>
  );
}
