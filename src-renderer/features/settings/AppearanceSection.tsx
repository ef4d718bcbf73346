/** Light or dark, and how large: choices of this computer, which main keeps and the native menu has too. */
import type { Appearance } from '../../../src-shared/contract/windowContract.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './AppearanceSection.module.css';

export function AppearanceSection() {
  const words = useWords();
  const look = useAnswer('window.look', {});
  const perform = useCommand('window.perform');
  return (
    <>
      <SettingsPart title={words.t('settings.colours')}>
        <Choices<Appearance>
          legend={words.t('settings.colours')}
          isLegendHidden
          choices={[
            { value: 'auto', label: words.t('settings.appearance.auto') },
            { value: 'light', label: words.t('settings.appearance.light') },
            { value: 'dark', label: words.t('settings.appearance.dark') },
          ]}
          value={look.data?.appearance ?? null}
          onChange={(appearance) => perform.mutate({ command: `appearance.${appearance}` })}
        />
        {perform.error ? <ErrorNote error={perform.error} /> : null}
      </SettingsPart>
      <SettingsPart title={words.t('settings.size')}>
        <div className={styles.size}>
          <SecondAction keys="Mod+-" onClick={() => perform.mutate({ command: 'zoomOut' })}>
            {words.t('settings.size.smaller')}
          </SecondAction>
          <output className={styles.now}>
            {words.t('settings.size.now', { percent: look.data?.zoomPercent ?? 100 })}
          </output>
          <SecondAction keys="Mod+Plus" onClick={() => perform.mutate({ command: 'zoomIn' })}>
            {words.t('settings.size.larger')}
          </SecondAction>
        </div>
      </SettingsPart>
    </>
  );
}
