/** How the kiosk is to be: which survey, in which languages, how long it waits, and whether this computer is one. */
import { Select } from '@mantine/core';
import type { KioskChoices } from '../../../src-shared/contract/kioskDeskContract.ts';
import type { Survey } from '../../../src-shared/contract/surveyContract.ts';
import { LOCALES, type Locale } from '../../../src-shared/contract/values.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { askForKiosk } from '../../ui/askedKiosk.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { languageNames } from './SurveyPart.tsx';
import styles from './surveys.module.css';

const FIRST = 'first';
const RETURNS = [3, 6, 10, 20] as const;
const IDLES = [20, 40, 60, 120] as const;

/** With the number that is kept, should it be none of ours. */
const withKept = (usual: readonly number[], kept: number): number[] =>
  [...new Set([...usual, kept])].sort((a, b) => a - b);

export function KioskPart({ surveys }: { surveys: readonly Survey[] }) {
  const words = useWords();
  const choices = useAnswer('kiosk.choices', {});
  const keep = useCommand('kiosk.keepChoices');
  const known = choices.data;
  if (!known) return choices.error ? <ErrorNote error={choices.error} /> : null;
  const save = (change: Partial<KioskChoices>) => keep.mutate(change);
  const usable = surveys.filter(({ isArchived }) => !isArchived);
  const survey = usable.find(({ surveyId }) => surveyId === known.surveyId) ?? usable[0];
  const spoken = survey?.locales ?? LOCALES;
  const chosen = (known.locales ?? spoken).filter((locale) => spoken.includes(locale));
  const names = languageNames(words);
  const setLanguage = (locale: Locale, isOn: boolean) => {
    const next = isOn ? [...chosen, locale] : chosen.filter((other) => other !== locale);
    if (next.length > 0) save({ locales: next });
  };
  const seconds = (usual: readonly number[], kept: number) =>
    withKept(usual, kept).map((count) => ({
      value: String(count),
      label: words.t('kiosk.settings.seconds', { count }),
    }));
  return (
    <SettingsPart title={words.t('kiosk.settings')} text={words.t('kiosk.settings.text')}>
      <div className={styles.kiosk}>
        <Select
          label={words.t('kiosk.settings.survey')}
          data={[
            { value: FIRST, label: words.t('kiosk.settings.firstSurvey') },
            ...usable.map(({ surveyId, name }) => ({ value: String(surveyId), label: name })),
          ]}
          value={survey?.surveyId === known.surveyId ? String(known.surveyId) : FIRST}
          onChange={(value) => save({ surveyId: value === FIRST || value === null ? null : Number(value) })}
        />
        <Select
          label={words.t('kiosk.settings.return')}
          data={seconds(RETURNS, known.returnSeconds)}
          value={String(known.returnSeconds)}
          onChange={(value) => value !== null && save({ returnSeconds: Number(value) })}
        />
        <Select
          label={words.t('kiosk.settings.idle')}
          data={seconds(IDLES, known.idleSeconds)}
          value={String(known.idleSeconds)}
          onChange={(value) => value !== null && save({ idleSeconds: Number(value) })}
        />
      </div>
      <fieldset className={styles.languages}>
        <legend>{words.t('kiosk.settings.languages')}</legend>
        {[...chosen, ...spoken.filter((locale) => !chosen.includes(locale))].map((locale) => (
          <label key={locale} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(locale)}
              disabled={chosen.length === 1 && chosen.includes(locale)}
              onChange={(event) => setLanguage(locale, event.currentTarget.checked)}
            />
            <span>{names[locale]}</span>
          </label>
        ))}
      </fieldset>
      <div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={known.startsAsKiosk}
            onChange={(event) => save({ startsAsKiosk: event.currentTarget.checked })}
          />
          <span>{words.t('kiosk.settings.start')}</span>
        </label>
        <p className={styles.note}>{words.t('kiosk.settings.start.text')}</p>
      </div>
      {keep.error ? <ErrorNote error={keep.error} /> : null}
      <PartActions>
        <SecondAction onClick={() => askForKiosk()}>{words.t('kiosk.open.title')}</SecondAction>
      </PartActions>
    </SettingsPart>
  );
}
