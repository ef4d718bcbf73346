/** Opinions: what the scores come to, how they moved, and what customers said. */
import '../../charts/chartColours.css';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { OpinionPanel } from '../../opinionForm/OpinionPanel.tsx';
import { isOpinionBegun, keyOfNew, keyOfRecorded } from '../../opinionForm/opinionDraft.ts';
import { Action } from '../../ui/Action.tsx';
import { askForKiosk } from '../../ui/askedKiosk.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Command } from '../../ui/Command.tsx';
import { usePlaceKept } from '../../ui/drafts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PlaceTabs } from '../../ui/PlaceTabs.tsx';
import { PLACES } from '../../ui/places.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { EditOpinion } from './EditOpinion.tsx';
import { Inbox, NO_FILTER } from './Inbox.tsx';
import styles from './opinions.module.css';
import { ScoreTiles } from './ScoreTiles.tsx';
import { TrendSection } from './TrendSection.tsx';

const PERIODS = ['month', 'quarter', 'year'] as const;
type Period = (typeof PERIODS)[number];

const firstDayOf = (period: Period, today: string): string =>
  period === 'month'
    ? `${today.slice(0, 7)}-01`
    : isoOfDay(dayOfIso(today) - (period === 'quarter' ? 89 : 364));

const NOBODY = { customerId: null, name: null, visitId: null } as const;
const NONE_EDITED: { opinionId: number | null } = { opinionId: null };

export function OpinionsScreen() {
  const words = useWords();
  const { today } = useOpenShop();
  const [period, setPeriod] = useState<Period>('quarter');
  // What was left half answered is found again on the way back.
  const lastEdited = usePlaceKept('opinions.edited', NONE_EDITED);
  const [editing, setEditing] = useState(() => {
    const { opinionId } = lastEdited.value;
    return opinionId !== null && isOpinionBegun(keyOfRecorded(opinionId)) ? opinionId : null;
  });
  const edit = (opinionId: number | null) => {
    lastEdited.change({ opinionId });
    setEditing(opinionId);
  };
  const [isAdding, setIsAdding] = useState(() => isOpinionBegun(keyOfNew(NOBODY, undefined)));
  const scores = useAnswer(
    'opinion.scores',
    { from: firstDayOf(period, today), to: today },
    { keepsPrevious: true },
  );
  const trend = useAnswer('opinion.trend', { to: today.slice(0, 7), months: 12 });
  const any = useAnswer('opinion.list', { filter: NO_FILTER, before: null, limit: 1 });
  useShortcut('u', !isAdding && editing === null, () => setIsAdding(true));
  if (isAdding) return <Adding onDone={() => setIsAdding(false)} />;
  const isEmpty = any.data?.total === 0;
  return (
    <Page>
      <div className={styles.screen}>
        <PlaceTabs of="opinions" />
        <div className={styles.head}>
          <PageTitle>{words.t('opinions.title')}</PageTitle>
          <div className={styles.ways}>
            <Command onClick={() => askForKiosk()}>{words.t('kiosk.open.title')}</Command>
            {isEmpty ? null : (
              <Action keys="Mod+U" onClick={() => setIsAdding(true)}>
                {words.t('opinions.add')}
              </Action>
            )}
          </div>
        </div>
        {any.error ? <ErrorNote error={any.error} /> : null}
        {isEmpty ? (
          <EmptyState title={words.t('opinions.none.title')} text={words.t('opinions.none.text')}>
            <Action keys="Mod+U" onClick={() => setIsAdding(true)}>
              {words.t('opinions.add')}
            </Action>
          </EmptyState>
        ) : any.data ? (
          <>
            <section className={styles.section} aria-label={words.t('opinions.period')}>
              <Choices<Period>
                legend={words.t('opinions.period')}
                isLegendHidden
                choices={PERIODS.map((one) => ({ value: one, label: words.t(`opinions.period.${one}`) }))}
                value={period}
                onChange={setPeriod}
              />
              {scores.error ? <ErrorNote error={scores.error} /> : null}
              {scores.data ? <ScoreTiles answer={scores.data} /> : null}
            </section>
            {trend.error ? <ErrorNote error={trend.error} /> : null}
            {trend.data ? <TrendSection months={trend.data.months} /> : null}
            <Inbox onEdit={({ opinionId }) => edit(opinionId)} />
          </>
        ) : null}
      </div>
      {editing === null ? null : <EditOpinion opinionId={editing} onDone={() => edit(null)} />}
    </Page>
  );
}

/** One that came by telephone or on paper, or at the desk without a name. */
function Adding({ onDone }: { onDone(): void }) {
  const [, go] = useLocation();
  return (
    <Page width="reading">
      <OpinionPanel about={NOBODY} onComeBack={() => go(PLACES.opinions)} onDone={onDone} />
    </Page>
  );
}
