/** What both sheets need: the document's own title and language, and words that do not break badly. */
import { useLayoutEffect } from 'react';
import type { Locale } from '../../src-shared/contract/values.ts';

/** A PDF reader shows the title in its bar, and a screen reader reads in the language. */
export const useDocument = (title: string, locale: Locale): void => {
  useLayoutEffect(() => {
    document.title = title;
    document.documentElement.lang = locale;
  }, [title, locale]);
};

export const capitalised = (text: string, locale: Locale): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
