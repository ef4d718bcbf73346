/**
 * Telephone numbers as the shop means and writes them. Apart from the writing, because the world's numbering plans are
 * large and are read when first needed.
 */
import type { Database } from '../../db/openDatabase.ts';
import { readShop } from './shopService.ts';

export interface PhoneBook {
  /** Null for text that is no telephone number. */
  e164(typed: string): string | null;
  /** As people of the shop's country write it. */
  shown(e164: string): string;
  /** Of the shop's country, as '48'; null where the country is not known. */
  readonly callingCode: string | null;
}

export const phoneBookOf = async (db: Database): Promise<PhoneBook> => {
  const { callingCodeOf, phoneCountryOf, phoneE164, shownPhone } = await import(
    '../../src-shared/domain/phone.ts'
  );
  const country = phoneCountryOf(readShop(db).timeZone);
  return {
    e164: (typed) => phoneE164(typed, country),
    shown: (e164) => shownPhone(e164, country),
    callingCode: callingCodeOf(country),
  };
};
