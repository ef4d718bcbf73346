/** Which Revino this is, and where its records lie. */
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './SettingsScreen.module.css';

const BYTES_IN_MEGABYTE = 1_000_000;

export function AboutSection() {
  const words = useWords();
  const format = useFormat();
  const about = useAnswer('app.about', {});
  const openFolder = useCommand('app.openDataFolder');
  return (
    <SettingsPart title={words.t('settings.data')} text={words.t('settings.data.text')}>
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
      <PartActions>
        <SecondAction onClick={() => openFolder.mutate({})}>{words.t('common.openDataFolder')}</SecondAction>
      </PartActions>
      {openFolder.error ? <ErrorNote error={openFolder.error} /> : null}
    </SettingsPart>
  );
}
