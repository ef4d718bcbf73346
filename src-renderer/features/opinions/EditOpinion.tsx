/** Changing an opinion: the same questions, with what was answered. */
import type { Answered } from '../../../src-shared/contract/opinionContract.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { answersOf } from '../../opinionForm/askedQuestions.ts';
import { OpinionForm } from '../../opinionForm/OpinionForm.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';

export function EditOpinion({ opinionId, onDone }: { opinionId: number; onDone(): void }) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const opinion = useAnswer('opinion.get', { opinionId });
  const surveys = useAnswer('survey.list', {});
  const edit = useCommand('opinion.edit');
  const undoChange = useCommand('change.undo');
  const name = opinion.data?.customer?.name ?? words.t('opinions.noName');
  const title = words.t('opinions.of', { name });
  const save = (answered: Answered) =>
    edit.mutate(
      { ...answered, opinionId },
      {
        onSuccess: ({ changeId }) => {
          if (changeId !== null)
            notices.say({
              text: words.t('opinions.changed'),
              undo: async () => {
                await undoChange.mutateAsync({ changeId });
                return words.t('opinions.changeUndone');
              },
            });
          onDone();
        },
      },
    );
  return (
    <Overlay label={title} onClose={onDone} width="wide">
      {opinion.error ? <ErrorNote error={opinion.error} /> : null}
      {opinion.data && !surveys.isPending ? (
        <OpinionForm
          title={title}
          about={format.date(opinion.data.date)}
          surveys={[]}
          fixedSurvey={
            surveys.data?.surveys.find(({ surveyId }) => surveyId === opinion.data.surveyId) ?? null
          }
          start={answersOf(opinion.data)}
          error={edit.error}
          isBusy={edit.isPending}
          onSave={save}
          onLeave={onDone}
        />
      ) : null}
    </Overlay>
  );
}
