/** Says, when a form is left for another screen, that what was typed in it is kept, and leads back to it. */
import { useEffect, useRef } from 'react';
import { hasDraft } from './drafts.ts';
import { useNotices } from './notices.tsx';
import { useWords } from './wordsContext.tsx';

export interface KeptForm {
  /** Whoever or whatever it is about. */
  readonly name: string;
  /** Of the way back. */
  readonly label: string;
  comeBack(): void;
}

/** Of the forms that were left, so that the notice goes away once the person is back by another way. */
const said = new Map<string, number>();

/** For the form whose text lies under one of `draftKeys`; the first one is its name here. */
export const useKeptNotice = (draftKeys: readonly string[], form: KeptForm): void => {
  const words = useWords();
  const notices = useNotices();
  const latest = useRef({ form, draftKeys, words });
  useEffect(() => {
    latest.current = { form, draftKeys, words };
  });
  const [own = ''] = draftKeys;
  useEffect(() => {
    const known = said.get(own);
    if (known !== undefined) notices.close(known);
    said.delete(own);
    return () => {
      const { form: left, draftKeys: keys, words: spoken } = latest.current;
      if (!keys.some(hasDraft)) return;
      const id = notices.say({
        text: spoken.t('customers.keptDraft', { name: left.name }),
        action: { label: left.label, onChosen: left.comeBack },
      });
      said.set(own, id);
    };
  }, [own, notices]);
};
