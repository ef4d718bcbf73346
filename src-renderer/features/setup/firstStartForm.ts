/** What the first start asks for, its sensible beginnings, and what is still missing. Pure. */
import type { Protection } from '../../../src-shared/contract/shopContract.ts';
import type { Locale, Trade } from '../../../src-shared/contract/values.ts';

export const MIN_PASSPHRASE_CHARACTERS = 8;

/** With nothing, with what other programs know, or with a shop that never was. */
export type Beginning = 'empty' | 'import' | 'demo';

export interface FirstStartForm {
  readonly name: string;
  readonly trade: Trade | 'other' | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly beginning: Beginning;
  readonly isHistoryComplete: boolean;
  readonly protection: Protection;
  readonly passphrase: string;
  readonly repeated: string;
}

/** Of countries near our three languages that do not pay in euro. */
const CURRENCY_OF_ZONE: Readonly<Record<string, string>> = {
  'Europe/Warsaw': 'PLN',
  'Europe/Bucharest': 'RON',
  'Europe/Chisinau': 'MDL',
  'Europe/London': 'GBP',
  'Europe/Prague': 'CZK',
  'Europe/Budapest': 'HUF',
  'Europe/Zurich': 'CHF',
  'Europe/Kyiv': 'UAH',
  'Europe/Kiev': 'UAH',
  'Europe/Stockholm': 'SEK',
  'Europe/Copenhagen': 'DKK',
  'Europe/Oslo': 'NOK',
  'Europe/Belgrade': 'RSD',
  'America/Toronto': 'CAD',
};

/** The currency paid in where the clock stands; a guess the owner sees and can change. */
export const likelyCurrency = (timeZone: string, locale: Locale): string => {
  const there = CURRENCY_OF_ZONE[timeZone];
  if (there !== undefined) return there;
  if (timeZone.startsWith('America/')) return 'USD';
  return locale === 'pl' ? 'PLN' : locale === 'ro' ? 'RON' : 'EUR';
};

export const emptyForm = (state: {
  systemLocale: Locale;
  systemTimeZone: string;
  isKeyStoreAvailable: boolean;
}): FirstStartForm => ({
  name: '',
  trade: null,
  currency: likelyCurrency(state.systemTimeZone, state.systemLocale),
  timeZone: state.systemTimeZone,
  beginning: 'empty',
  isHistoryComplete: false,
  protection: state.isKeyStoreAvailable ? 'keyStore' : 'passphrase',
  passphrase: '',
  repeated: '',
});

export type PassphraseFault = 'tooShort' | 'different';

export const passphraseFault = (form: FirstStartForm): PassphraseFault | null => {
  if (form.protection !== 'passphrase') return null;
  if ([...form.passphrase].length < MIN_PASSPHRASE_CHARACTERS) return 'tooShort';
  return form.passphrase === form.repeated ? null : 'different';
};
