/** Whom the search box brings, with what was matched in each: what the list underlines, and what it names beside. */
import type { Database } from '../../db/openDatabase.ts';
import { type CustomerHit, readHitDetails, searchCustomers } from '../../db/repositories/customerSearch.ts';
import { nearWords } from '../../db/repositories/searchVocabulary.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { FoundBy, NameMark } from '../../src-shared/contract/deskContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { digitsOf, fold, foldedWords } from '../../src-shared/domain/fold.ts';
import type { PhoneBook } from './phoneBook.ts';

export const findCustomers = (
  db: Database,
  { text, limit }: InputOf<AppContract['customer.search']>,
  phones: PhoneBook,
): OutputOf<AppContract['customer.search']> =>
  inReadTransaction(db, () => {
    const hits = searchCustomers(db, text, limit, phones.callingCode);
    const typed = foldedWords(text);
    const near = new Map<string, ReadonlySet<string>>();
    /** Asked only where a word of a name is not simply begun: then slips were looked for anyway. */
    const isNear = (word: string, other: string): boolean => {
      let words = near.get(word);
      if (words === undefined) {
        words = new Set(nearWords(db, word).map((one) => one.word));
        near.set(word, words);
      }
      return words.has(other);
    };
    return {
      customers: hits.map((hit) => {
        const marks = marksOf(hit.displayName, typed, isNear);
        const isNamed = typed.length > 0 && marks.length >= typed.length;
        return {
          customerId: hit.id,
          name: hit.displayName,
          externalId: hit.externalId,
          phone: hit.phoneE164 === null ? null : phones.shown(hit.phoneE164),
          occasions: hit.occasions,
          lastVisitOn: hit.lastDate,
          marks,
          foundBy: isNamed ? null : foundBy(db, hit, text, typed, phones),
        };
      }),
    };
  });

function marksOf(
  name: string,
  typed: readonly string[],
  isNear: (word: string, other: string) => boolean,
): NameMark[] {
  const words = foldedWords(name);
  const joined = typed.join('');
  return [
    ...typed.flatMap((word) => {
      const begun = words.find((one) => one.startsWith(word)) ?? words.find((one) => isNear(word, one));
      return begun === undefined ? [] : [{ word: begun, letters: Math.min(word.length, begun.length) }];
    }),
    ...(typed.length > 1
      ? words.filter((one) => one.startsWith(joined)).map((word) => ({ word, letters: joined.length }))
      : []),
  ];
}

/** The first of what a card has beside its name that the text begins or holds. */
function foundBy(
  db: Database,
  hit: CustomerHit,
  text: string,
  typed: readonly string[],
  phones: PhoneBook,
): FoundBy | null {
  const { cardNumber, email, emails, otherPhones, tags } = readHitDetails(db, hit.id);
  const plain = (value: string) => foldedWords(value).join('');
  const begun = typed.join('');
  const begins = (value: string | null): value is string =>
    value !== null && begun !== '' && plain(value).startsWith(begun);
  if (begins(cardNumber)) return { what: 'cardNumber', text: cardNumber };
  if (begins(hit.externalId)) return { what: 'externalId', text: hit.externalId };
  const digits = /^[\d\s()+./-]+$/.test(text.trim()) ? digitsOf(text) : '';
  if (digits.length >= 3) {
    const own = hit.phoneE164?.includes(digits) === true ? hit.phoneE164 : null;
    const phone = own ?? otherPhones.find((one) => one.includes(digits));
    if (phone !== undefined) return { what: 'phone', text: phones.shown(phone) };
  }
  const address = [email, ...emails].find((one) => one !== null && fold(one).startsWith(fold(text)));
  if (address != null) return { what: 'email', text: address };
  const tag = tags.find((name) =>
    foldedWords(name).some((word) => typed.some((one) => word.startsWith(one))),
  );
  return tag === undefined ? null : { what: 'tag', text: tag };
}
