/** Light or dark. */
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { Choices } from '../../ui/Choices.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export function AppearanceSection() {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SettingsPart title={words.t('settings.appearance')}>
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
    </SettingsPart>
  );
}
