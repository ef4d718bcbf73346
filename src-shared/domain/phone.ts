/**
 * Telephone numbers in the one form in which they are stored and compared: E.164, `+48601234567`. Not a check that
 * somebody answers: only length and form.
 */

/** Calling codes of countries by their currency: what a number without a country code is taken for. */
const CALLING_CODE_BY_CURRENCY: Readonly<Record<string, string>> = {
  PLN: '48',
  RON: '40',
  MDL: '373',
  GBP: '44',
  USD: '1',
  CZK: '420',
  HUF: '36',
  UAH: '380',
};

/** Null where the currency does not tell the country (the euro): then only numbers with a country code are read. */
export const callingCodeOf = (currency: string): string | null => CALLING_CODE_BY_CURRENCY[currency] ?? null;

/** E.164 allows fifteen digits; shorter than eight, country code included, is no subscriber's number. */
const E164_DIGITS = /^[1-9]\d{7,14}$/;

/**
 * `0722 123 456`, `+40 722-123-456` and `0040722123456` are one number. Null for text that is no telephone number.
 * `callingCode` is the country's, without a plus sign, or null where it is not known.
 */
export const phoneE164 = (text: string, callingCode: string | null): string | null => {
  const typed = text.trim().replace(/^tel\.?:?\s*/i, '');
  if (!/^[+(]?[\d\s()./-]+$/.test(typed)) return null;
  const digits = typed.replace(/\D/g, '');
  let international: string | null = null;
  if (typed.startsWith('+')) international = digits;
  else if (digits.startsWith('00')) international = digits.slice(2);
  else if (callingCode !== null) {
    const national = digits.replace(/^0/, '');
    // 48601234567: the country code is there, only the plus sign is missing.
    const hasCode = digits.startsWith(callingCode) && digits.length >= 9 + callingCode.length;
    international = hasCode ? digits : callingCode + national;
  }
  return international !== null && E164_DIGITS.test(international) ? `+${international}` : null;
};
