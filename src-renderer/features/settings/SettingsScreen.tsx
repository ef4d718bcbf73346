/** Settings, first form: what can already be chosen, and where the records lie. */
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { SecondAction } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { HistoryChoice } from '../../ui/HistoryChoice.tsx';
import { LanguageChoice } from '../../ui/LanguageChoice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './SettingsScreen.module.css';

export function SettingsScreen() {
  const words = useWords();
  return (
    <Page width="reading">
      <div className={styles.settings}>
        <PageTitle>{words.t('shell.settings')}</PageTitle>
        <LanguagePart />
        <AppearancePart />
        <HistoryPart />
        <ProtectionPart />
        <DataPart />
      </div>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function LanguagePart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const setLocale = useCommand('shop.setLocale');
  return (
    <Part title={words.t('common.language')}>
      <LanguageChoice locale={shop.locale} onLocale={(locale) => setLocale.mutate({ locale })} />
      <Sentence text={words.t('settings.language.text')} size="note" />
      {setLocale.error ? <ErrorNote error={setLocale.error} /> : null}
    </Part>
  );
}

function AppearancePart() {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Part title={words.t('settings.appearance')}>
      <Choices<MantineColorScheme>
        legend={words.t('settings.appearance')}
        isLegendHidden
        choices={[
          { value: 'auto', label: words.t('settings.appearance.auto') },
          { value: 'light', label: words.t('settings.appearance.light') },
          { value: 'dark', label: words.t('settings.appearance.dark') },
        ]}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </Part>
  );
}

function HistoryPart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const setComplete = useCommand('shop.setHistoryComplete');
  return (
    <Part title={words.t('settings.history')}>
      <HistoryChoice
        isComplete={shop.isHistoryComplete}
        isLegendHidden
        onChange={(isHistoryComplete) => setComplete.mutate({ isHistoryComplete })}
      />
      {setComplete.error ? <ErrorNote error={setComplete.error} /> : null}
    </Part>
  );
}

function ProtectionPart() {
  const words = useWords();
  const { protection } = useOpenShop();
  const savePdf = useCommand('recoveryKey.savePdf');
  const texts = {
    keyStore: words.t('settings.protection.keyStore'),
    passphrase: words.t('settings.protection.passphrase'),
    none: words.t('settings.protection.none'),
  };
  return (
    <Part title={words.t('settings.protection')}>
      <Sentence text={texts[protection]} />
      {protection === 'none' ? null : (
        <div className={styles.action}>
          <SecondAction onClick={() => savePdf.mutate({})} loading={savePdf.isPending}>
            {words.t('settings.protection.saveKey')}
          </SecondAction>
          <span role="status">{savePdf.data?.saved ? words.t('setup.recovery.saved') : null}</span>
        </div>
      )}
      {savePdf.error ? <ErrorNote error={savePdf.error} /> : null}
    </Part>
  );
}

const BYTES_IN_MEGABYTE = 1_000_000;

function DataPart() {
  const words = useWords();
  const format = useFormat();
  const about = useAnswer('app.about', {});
  const openFolder = useCommand('app.openDataFolder');
  return (
    <Part title={words.t('settings.data')}>
      <Sentence text={words.t('settings.data.text')} />
      {about.data ? (
        <>
          <p className={styles.path}>{about.data.dataFolder}</p>
          <Sentence
            text={words.t('settings.data.size', {
              megabytes: format.number(about.data.databaseBytes / BYTES_IN_MEGABYTE, 1),
              version: about.data.version,
            })}
            size="note"
          />
        </>
      ) : null}
      {about.error ? <ErrorNote error={about.error} /> : null}
      <div className={styles.action}>
        <SecondAction onClick={() => openFolder.mutate({})}>{words.t('common.openDataFolder')}</SecondAction>
      </div>
      {openFolder.error ? <ErrorNote error={openFolder.error} /> : null}
    </Part>
  );
}
