/** Who a row is about: everything in it by which a person can be recognised. */
import type { PersonSaid } from '../../db/forgotten.ts';
import type { ImportField } from '../../src-shared/contract/importFields.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { phoneCountryOf, phoneE164 } from '../../src-shared/domain/phone.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { MAX_TEXT, oneLine, type ReadCell } from './rowCells.ts';

/** What people are recognised by, in this order: number, card, phone, e-mail, name with birthday; the main ones first. */
export type PersonClues = PersonSaid;

export interface RowPerson extends PersonClues {
  /** Equal for rows of one person, and part of what makes a row itself: number, else card, phone, e-mail, name. */
  readonly key: string;
  /** Everything said of the person: rows with equal ones need not be looked up again. */
  readonly said: string;
}

type PersonColumns = Readonly<Partial<Record<ImportField, number>>>;

/** Null for text that is no address; an address is one whatever its capitals. */
export const emailOf = (text: string): string | null => {
  const email = text.replace(/^mailto:/i, '').toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
};

/** As our own tables call whoever was forgotten: that nobody is known, and no name. */
const FORGOTTEN: ReadonlySet<string> = new Set(
  LOCALES.map((locale) => fold(wordsFor(locale).t('privacy.forgottenPerson'))),
);

const NONE: readonly string[] = [];

/** Answers null for a row without any person, and 'textTooLong'. */
export const personReader = (
  at: PersonColumns,
  timeZone: string,
): ((cell: ReadCell) => RowPerson | null | 'textTooLong') => {
  const country = phoneCountryOf(timeZone);
  const clues = [at.customer, at.cardNumber, at.phone, at.email, at.customerName];
  // With one column there is nothing to be said but the key.
  const isOneColumn = clues.filter((position) => position !== undefined).length <= 1;
  return (cell) => {
    const externalId = cell(at.customer);
    const cardNumber = cell(at.cardNumber);
    const phone = at.phone === undefined ? null : phoneE164(cell(at.phone), country);
    const email = at.email === undefined ? null : emailOf(cell(at.email));
    const name = oneLine(cell(at.customerName));
    if (
      externalId.length > MAX_TEXT ||
      cardNumber.length > MAX_TEXT ||
      name.length > MAX_TEXT ||
      (email !== null && email.length > MAX_TEXT)
    ) {
      return 'textTooLong';
    }
    let key: string;
    if (externalId !== '') key = `i${externalId}`;
    else if (cardNumber !== '') key = `c${cardNumber}`;
    else if (phone !== null) key = `p${phone}`;
    else if (email !== null) key = `e${email}`;
    else {
      const folded = fold(name);
      if (folded === '' || FORGOTTEN.has(folded)) return null;
      key = `n${folded}`;
    }
    return {
      key,
      said: isOneColumn ? key : [externalId, cardNumber, phone, email, name].join('\u001f'),
      externalId: externalId || null,
      cardNumber: cardNumber || null,
      phones: phone === null ? NONE : [phone],
      emails: email === null ? NONE : [email],
      name: name || null,
      birthday: null,
    };
  };
};
