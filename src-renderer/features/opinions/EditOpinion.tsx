/** Changing an opinion: the same questions, with what was answered. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Answered } from '../../../src-shared/contract/opinionContract.ts';
import type { Survey } from '../../../src-shared/contract/surveyContract.ts';
import { type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { answersOf } from '../../opinionForm/askedQuestions.ts';
import { OpinionForm } from '../../opinionForm/OpinionForm.tsx';
import {
  dropOpinionDraft,
  isOpinionBegun,
  keyOfRecorded,
  type OpinionDraft,
} from '../../opinionForm/opinionDraft.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { nameOr } from '../../ui/personName.ts';
import { PLACES } from '../../ui/places.ts';
import { useKeptNotice } from '../../ui/useKeptNotice.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';

type Recorded = Received<'opinion.get'>;

export function EditOpinion({ opinionId, onDone }: { opinionId: number; onDone(): void }) {
  const words = useWords();
  const opinion = useAnswer('opinion.get', { opinionId });
  const surveys = useAnswer('survey.list', {});
  const name = nameOr(words, opinion.data?.customer?.name, words.t('opinions.noName'));
  const draftKey = keyOfRecorded(opinionId);
  const close = () => {
    dropOpinionDraft(draftKey);
    onDone();
  };
  return (
    <Overlay label={words.t('opinions.of', { name })} onClose={close} width="wide">
      {opinion.error ? <ErrorNote error={opinion.error} /> : null}
      {opinion.data && !surveys.isPending ? (
        <Editing
          opinion={opinion.data}
          survey={surveys.data?.surveys.find(({ surveyId }) => surveyId === opinion.data.surveyId) ?? null}
          draftKey={draftKey}
          onDone={close}
        />
      ) : null}
    </Overlay>
  );
}

interface EditingProps {
  opinion: Recorded;
  survey: Survey | null;
  draftKey: string;
  onDone(): void;
}

/** While nothing is typed, what stands there now is what is edited; from then on, what the person has looked at. */
function Editing({ opinion, draftKey, ...rest }: EditingProps) {
  const [looked, setLooked] = useState(opinion);
  const [loadings, setLoadings] = useState(0);
  if (opinion.revision !== looked.revision && !isOpinionBegun(draftKey)) setLooked(opinion);
  const load = () => {
    dropOpinionDraft(draftKey);
    setLooked(opinion);
    setLoadings(loadings + 1);
  };
  return (
    <EditForm
      key={`${looked.revision} ${loadings}`}
      opinion={looked}
      newest={opinion.revision}
      draftKey={draftKey}
      onLoad={load}
      {...rest}
    />
  );
}

interface EditFormProps extends EditingProps {
  /** Revision of the opinion as it stands now. */
  newest: string;
  onLoad(): void;
}

function EditForm({ opinion, survey, newest, draftKey, onLoad, onDone }: EditFormProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const [, go] = useLocation();
  const edit = useCommand('opinion.edit');
  const undoChange = useCommand('change.undo');
  const name = nameOr(words, opinion.customer?.name, words.t('opinions.noName'));
  const [start] = useState<OpinionDraft>({ answers: answersOf(opinion), revision: opinion.revision });
  useKeptNotice([draftKey], {
    name,
    label: words.t('opinions.comeBack'),
    comeBack: () => go(PLACES.opinions),
  });
  const save = (answered: Answered, { revision }: { revision: string | null }) =>
    edit.mutate(
      { ...answered, opinionId: opinion.opinionId, revision },
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
    <OpinionForm
      title={words.t('opinions.of', { name })}
      about={format.date(opinion.date)}
      surveys={[]}
      fixedSurvey={survey}
      draftKey={draftKey}
      start={start}
      error={edit.error}
      recorded={{ newest, onLoad }}
      isBusy={edit.isPending}
      onSave={save}
      onLeave={onDone}
    />
  );
}
