/** The language, each named in itself; it applies at once. */
import type { Locale } from '../../src-shared/contract/values.ts';
import { Choices } from './Choices.tsx';
import { useWords } from './wordsContext.tsx';

export function LanguageChoice({ locale, onLocale }: { locale: Locale; onLocale(locale: Locale): void }) {
  const words = useWords();
  return (
    <Choices
      legend={words.t('common.language')}
      isLegendHidden
      choices={[
        { value: 'en', label: words.t('common.english') },
        { value: 'pl', label: words.t('common.polish') },
        { value: 'ro', label: words.t('common.romanian') },
      ]}
      value={locale}
      onChange={onLocale}
    />
  );
}
