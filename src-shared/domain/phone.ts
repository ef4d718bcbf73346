/**
 * Telephone numbers in the one form in which they are stored and compared: E.164, `+48601234567`. The numbering
 * plans are libphonenumber's. Says only that the plan has such numbers, not that somebody answers.
 */
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** Missing from TypeScript's own types; an accessor in older engines, a method in newer ones. */
type RegionLocale = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };

const countryByTimeZone = new Map<string, CountryCode | null>();

/**
 * The country whose numbers a shop means when it writes them without a country code: the first one that keeps this
 * time zone (Unicode CLDR's regions). Null where none does, such as UTC: then only numbers with a code are read.
 */
export const phoneCountryOf = (timeZone: string): CountryCode | null => {
  let country = countryByTimeZone.get(timeZone);
  if (country === undefined) {
    country =
      getCountries().find((region) => {
        const locale: RegionLocale = new Intl.Locale('und', { region: region.length === 2 ? region : 'ZZ' });
        return (locale.getTimeZones?.() ?? locale.timeZones ?? []).includes(timeZone);
      }) ?? null;
    countryByTimeZone.set(timeZone, country);
  }
  return country;
};

/** '48': what numbers of the country begin with when they are called from abroad. */
export const callingCodeOf = (country: CountryCode | null): string | null =>
  country === null ? null : getCountryCallingCode(country);

/** `0722 123 456`, `+40 722-123-456` and `0040722123456` are one number. Null for text that is no telephone number. */
export const phoneE164 = (text: string, country: CountryCode | null): string | null => {
  const typed = text
    .trim()
    .replace(/^tel\.?:?\s*/i, '')
    .replace(/^00(?=[1-9])/, '+');
  // The parser would find a number inside any text; here the whole text must be one.
  if (!/^[+(]?[\d\s()./-]+$/.test(typed)) return null;
  const number = parsePhoneNumberFromString(typed, country ?? undefined);
  return number?.isValid() ? number.number : null;
};

/** As people of that country write it: `601 234 567` at home, `+40 722 123 456` abroad. */
export const shownPhone = (e164: string, country: CountryCode | null): string => {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  const isAtHome = country !== null && number.countryCallingCode === getCountryCallingCode(country);
  return isAtHome ? number.formatNational() : number.formatInternational();
};
