/** "today" and "yesterday" as this window's language types them. */
import type { DateWords } from '../ui/typedDate.ts';
import { useWords } from '../ui/wordsContext.tsx';

export const useDateWords = (): DateWords => {
  const words = useWords();
  return { today: words.t('visits.today'), yesterday: words.t('visits.yesterday') };
};
