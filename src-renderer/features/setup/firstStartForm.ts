/** What the first start asks for, its sensible beginnings, and what is still missing. Pure. */
import type { Protection } from '../../../src-shared/contract/shopContract.ts';
import type { Locale, Trade } from '../../../src-shared/contract/values.ts';

export const MIN_PASSPHRASE_CHARACTERS = 8;

export interface FirstStartForm {
  readonly name: string;
  readonly trade: Trade | 'other' | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly isHistoryComplete: boolean;
  readonly protection: Protection;
  readonly passphrase: string;
  readonly repeated: string;
}

/** The currency paid in where the clock stands; a guess the owner sees and can change. */
export const likelyCurrency = (timeZone: string, locale: Locale): string => {
  if (timeZone === 'Europe/Warsaw') return 'PLN';
  if (timeZone === 'Europe/Bucharest') return 'RON';
  if (timeZone === 'Europe/London') return 'GBP';
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
