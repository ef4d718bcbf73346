/** What customers said, newest first: filtered, page by page, each to be changed or deleted with a way back. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  type InboxFilter,
  type InboxOpinion,
  MOODS,
  type Mood,
} from '../../../src-shared/contract/opinionContract.ts';
import { isLowScore, SCORE_KINDS } from '../../../src-shared/domain/opinionScores.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PartTitle } from '../../ui/PageTitle.tsx';
import { nameOr } from '../../ui/personName.ts';
import { visitPath } from '../../ui/places.ts';
import { TitleLine } from '../../ui/TitleLine.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './opinions.module.css';
import { channelName } from './scoreWords.ts';

const PAGE = 25;

export const NO_FILTER: InboxFilter = {
  from: null,
  to: null,
  mood: null,
  isWithComment: false,
  staffId: null,
  surveyId: null,
  channel: null,
};

export function Inbox({ onEdit }: { onEdit(opinion: InboxOpinion): void }) {
  const words = useWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const [pages, setPages] = useState(1);
  const { start: takeOut, isAsking } = useExport();
  // One question for all that is shown: a change above moves everything below, so pages are never stitched.
  const found = useAnswer(
    'opinion.list',
    { filter, before: null, limit: Math.min(100, pages * PAGE) },
    { keepsPrevious: true },
  );
  const change = (part: Partial<InboxFilter>) => {
    setFilter((known) => ({ ...known, ...part }));
    setPages(1);
  };
  const opinions = found.data?.opinions ?? [];
  return (
    <section className={styles.section} aria-labelledby="opinions-inbox">
      <TitleLine
        commands={
          <ExportMenu
            subject={words.t('opinions.inbox')}
            isDisabled={isAsking || found.data?.total === 0}
            onChosen={(form) => takeOut({ what: 'opinions', filter }, form)}
          />
        }
      >
        <PartTitle id="opinions-inbox">{words.t('opinions.inbox')}</PartTitle>
      </TitleLine>
      <Filters filter={filter} onChange={change} />
      {found.error ? <ErrorNote error={found.error} /> : null}
      <p role="status" className={styles.count}>
        {found.data
          ? found.data.total === 0
            ? words.t('opinions.noneFit')
            : words.t('opinions.shown', { count: found.data.total })
          : ''}
      </p>
      <ul>
        {opinions.map((opinion) => (
          <Row key={opinion.opinionId} opinion={opinion} onEdit={onEdit} />
        ))}
      </ul>
      <Further
        key={JSON.stringify(filter)}
        filter={filter}
        opinions={opinions}
        hasMore={found.data?.hasMore ?? false}
        isFull={pages * PAGE >= 100}
        onMore={() => setPages(pages + 1)}
        onEdit={onEdit}
      />
    </section>
  );
}

interface FurtherProps {
  filter: InboxFilter;
  opinions: readonly InboxOpinion[];
  hasMore: boolean;
  /** As many as one question may answer: what follows is asked for from the last row on. */
  isFull: boolean;
  onMore(): void;
  onEdit(opinion: InboxOpinion): void;
}

function Further({ filter, opinions, hasMore, isFull, onMore, onEdit }: FurtherProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const last = opinions.at(-1);
  if (!hasMore || last === undefined) return null;
  if (isOpen) return <NextPage filter={filter} before={last} onEdit={onEdit} />;
  return (
    <div>
      <SecondAction onClick={isFull ? () => setIsOpen(true) : onMore}>
        {words.t('opinions.more')}
      </SecondAction>
    </div>
  );
}

/** The hundred after the ones before, and so on. */
function NextPage({
  filter,
  before,
  onEdit,
}: {
  filter: InboxFilter;
  before: InboxOpinion;
  onEdit(opinion: InboxOpinion): void;
}) {
  const found = useAnswer('opinion.list', {
    filter,
    before: { date: before.date, opinionId: before.opinionId },
    limit: 100,
  });
  const opinions = found.data?.opinions ?? [];
  return (
    <>
      {found.error ? <ErrorNote error={found.error} /> : null}
      <ul>
        {opinions.map((opinion) => (
          <Row key={opinion.opinionId} opinion={opinion} onEdit={onEdit} />
        ))}
      </ul>
      <Further
        filter={filter}
        opinions={opinions}
        hasMore={found.data?.hasMore ?? false}
        isFull
        onMore={() => {}}
        onEdit={onEdit}
      />
    </>
  );
}

function Filters({ filter, onChange }: { filter: InboxFilter; onChange(part: Partial<InboxFilter>): void }) {
  const words = useWords();
  const surveys = useAnswer('survey.list', {}).data?.surveys ?? [];
  const staff = useAnswer('visit.formParts', {}).data?.staff ?? [];
  const channels = useAnswer('opinion.channels', {}).data?.channels ?? [];
  const any = words.t('opinions.filter.any');
  const choice = (
    label: string,
    data: { value: string; label: string }[],
    value: string | null,
    choose: (value: string | null) => void,
  ) =>
    data.length === 0 ? null : (
      <Select
        label={label}
        className={styles.select}
        placeholder={any}
        clearable
        allowDeselect
        openOnFocus={false}
        comboboxProps={{ shadow: 'none' }}
        data={data}
        value={value}
        onChange={choose}
      />
    );
  const numberOf = (value: string | null) => (value === null ? null : Number(value));
  return (
    <div className={styles.filters}>
      <Choices<Mood | 'all'>
        legend={words.t('opinions.filter.mood')}
        choices={[
          { value: 'all', label: words.t('opinions.filter.all') },
          ...MOODS.map((mood) => ({ value: mood, label: words.t(`opinions.mood.${mood}`) })),
        ]}
        value={filter.mood ?? 'all'}
        onChange={(mood) => onChange({ mood: mood === 'all' ? null : mood })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.isWithComment}
          onChange={(event) => onChange({ isWithComment: event.currentTarget.checked })}
        />
        <span>{words.t('opinions.filter.comment')}</span>
      </label>
      {choice(
        words.t('opinions.filter.staff'),
        staff.map(({ staffId, name }) => ({ value: String(staffId), label: name })),
        filter.staffId === null ? null : String(filter.staffId),
        (value) => onChange({ staffId: numberOf(value) }),
      )}
      {choice(
        words.t('opinions.filter.survey'),
        surveys.map(({ surveyId, name }) => ({ value: String(surveyId), label: name })),
        filter.surveyId === null ? null : String(filter.surveyId),
        (value) => onChange({ surveyId: numberOf(value) }),
      )}
      {choice(
        words.t('opinions.filter.channel'),
        channels.map((channel) => ({ value: channel, label: channelName(channel, words) })),
        filter.channel,
        (channel) => onChange({ channel }),
      )}
    </div>
  );
}

function Row({ opinion, onEdit }: { opinion: InboxOpinion; onEdit(opinion: InboxOpinion): void }) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const remove = useCommand('opinion.delete');
  const undoChange = useCommand('change.undo');
  const name = nameOr(words, opinion.customer?.name, words.t('opinions.noName'));
  const date = format.date(opinion.date, 'dayShort');
  const deleteIt = () =>
    remove.mutate(
      { opinionId: opinion.opinionId },
      {
        onSuccess: ({ changeId }) =>
          notices.say({
            text: words.t('opinions.deleted'),
            ...(changeId === null
              ? {}
              : {
                  undo: async () => {
                    await undoChange.mutateAsync({ changeId });
                    return words.t('opinions.restored');
                  },
                }),
          }),
        onError: notices.fail,
      },
    );
  const about = [
    date,
    opinion.channel === null ? null : channelName(opinion.channel, words),
    opinion.staffName,
  ].filter((part) => part !== null);
  return (
    <li className={styles.opinion}>
      <div className={styles.scores}>
        {SCORE_KINDS.map((kind) => {
          const value = opinion[kind];
          return value === null ? null : (
            <span key={kind} className={`${styles.score} ${isLowScore(kind, value) ? styles.low : ''}`}>
              {words.t('opinions.scored', { score: words.t(`opinions.score.${kind}`), value })}
            </span>
          );
        })}
      </div>
      <div className={styles.saidPart}>
        <p>
          <span className={styles.name}>{name}</span> <span className={styles.rest}>{about.join(' · ')}</span>
          {opinion.visitId === null ? null : (
            <>
              {' '}
              <Link className={styles.linked} href={visitPath(opinion.visitId)}>
                {words.t('opinions.openVisit')}
              </Link>
            </>
          )}
        </p>
        {opinion.comment === null ? null : <p className={styles.comment}>{opinion.comment}</p>}
        {opinion.answers.map(({ question, answer }) => (
          <p key={question} className={styles.answer}>
            <span className={styles.rest}>{question}</span> {answer}
          </p>
        ))}
      </div>
      <div className={styles.rowCommands}>
        <Command
          isQuiet
          aria-label={words.t('opinions.editOf', { date, name })}
          onClick={() => onEdit(opinion)}
        >
          {words.t('opinions.edit')}
        </Command>
        <Command isQuiet aria-label={words.t('opinions.deleteOf', { date, name })} onClick={deleteIt}>
          {words.t('opinions.delete')}
        </Command>
      </div>
    </li>
  );
}
