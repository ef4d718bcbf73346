/** The shop's surveys: what is asked, in which languages. */
import { useState } from 'react';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { KioskPart } from './KioskPart.tsx';
import { SurveyPart } from './SurveyPart.tsx';

export function SurveysSection() {
  const words = useWords();
  const list = useAnswer('survey.list', {});
  const addUsual = useCommand('survey.addUsual');
  const create = useCommand('survey.create');
  const [showsArchived, setShowsArchived] = useState(false);
  const error = list.error ?? addUsual.error ?? create.error;
  const surveys = list.data?.surveys ?? [];
  const archived = surveys.filter(({ isArchived }) => isArchived);
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      {list.data && surveys.length === 0 ? (
        <EmptyState level={3} title={words.t('surveys.empty.title')} text={words.t('surveys.empty.text')}>
          <Action loading={addUsual.isPending} onClick={() => addUsual.mutate({})}>
            {words.t('surveys.addUsual')}
          </Action>
        </EmptyState>
      ) : null}
      {surveys
        .filter(({ isArchived }) => showsArchived || !isArchived)
        .map((survey) => (
          <SurveyPart key={survey.surveyId} survey={survey} />
        ))}
      <PartActions>
        <Command onClick={() => create.mutate({ name: words.t('surveys.newName') })}>
          {words.t('surveys.add')}
        </Command>
        {archived.length > 0 ? (
          <Command isQuiet onClick={() => setShowsArchived(!showsArchived)}>
            {showsArchived
              ? words.t('settings.hideArchived')
              : words.t('catalogue.showArchived', { count: archived.length })}
          </Command>
        ) : null}
      </PartActions>
      {list.data ? <KioskPart surveys={surveys} /> : null}
    </>
  );
}
