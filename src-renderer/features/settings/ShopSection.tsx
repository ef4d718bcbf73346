/** The shop itself. */
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { HistoryChoice } from '../../ui/HistoryChoice.tsx';
import { LanguageChoice } from '../../ui/LanguageChoice.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export function ShopSection() {
  return (
    <>
      <LanguagePart />
      <HistoryPart />
    </>
  );
}

function LanguagePart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const setLocale = useCommand('shop.setLocale');
  return (
    <SettingsPart title={words.t('common.language')} text={words.t('settings.language.text')}>
      <LanguageChoice locale={shop.locale} onLocale={(locale) => setLocale.mutate({ locale })} />
      {setLocale.error ? <ErrorNote error={setLocale.error} /> : null}
    </SettingsPart>
  );
}

function HistoryPart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const setComplete = useCommand('shop.setHistoryComplete');
  return (
    <SettingsPart title={words.t('settings.history')}>
      <HistoryChoice
        isComplete={shop.isHistoryComplete}
        isLegendHidden
        onChange={(isHistoryComplete) => setComplete.mutate({ isHistoryComplete })}
      />
      {setComplete.error ? <ErrorNote error={setComplete.error} /> : null}
    </SettingsPart>
  );
}
