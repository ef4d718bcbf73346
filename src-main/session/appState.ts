/** What the window is told about the shop, made from the session's own state. */
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';

/** The first of the system's preferred languages that Revino speaks; English otherwise. */
export const spokenLocale = (preferred: readonly string[]): Locale => {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    const spoken = LOCALES.find((locale) => locale === language);
    if (spoken) return spoken;
  }
  return 'en';
};

/** The language to speak in this state: the shop's, or the system's while no shop is open. */
export const localeOf = (state: AppState): Locale =>
  state.phase === 'ready' ? state.shop.locale : state.systemLocale;
