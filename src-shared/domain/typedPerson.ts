/** What was typed to find somebody, taken apart into a card to be made: a name, a telephone, an address, a number. Pure. */

export interface TypedPerson {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly cardNumber: string;
}

const EMAIL = /[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+/u;
/** Digits with what people write between them. */
const NUMBER = /\+?\(?\d[\d\s()./-]*\d|\d/;
/** A telephone of any country has so many digits; fewer are a card. */
const LEAST_PHONE_DIGITS = 7;
/** The most that E.164 allows, with the two zeros before it. */
const MOST_PHONE_DIGITS = 17;
/** Letters and digits together, as `K-17`. */
const CARD = /(?<![\p{L}\p{N}])(?=[\p{L}-]*\d)[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?![\p{L}\p{N}])/u;

/** People search in small letters. */
const asName = (typed: string, locale: string): string =>
  typed === typed.toLocaleLowerCase(locale)
    ? typed.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase(locale))
    : typed;

/** `jan nowak 601 234 567 jan@poczta.pl` and any part of it, in any order. */
export function typedPerson(typed: string, locale: string): TypedPerson {
  let rest = typed.normalize('NFC').trim();
  const take = (pattern: RegExp, isFit: (found: string) => boolean = () => true): string => {
    const found = pattern.exec(rest)?.[0].trim() ?? '';
    if (found === '' || !isFit(found)) return '';
    rest = rest.replace(found, ' ').replace(/\s+/g, ' ').trim();
    return found;
  };
  const digits = (text: string): number => text.replace(/\D/g, '').length;
  const email = take(EMAIL);
  const phone = take(
    NUMBER,
    (found) => digits(found) >= LEAST_PHONE_DIGITS && digits(found) <= MOST_PHONE_DIGITS,
  );
  const cardNumber = take(CARD);
  return { name: asName(rest.replace(/^[\s,;.-]+|[\s,;-]+$/g, ''), locale), phone, email, cardNumber };
}
