/**
 * The ways in which one typed text may mean a card, other than by several words: each with how close it is, whom it
 * brings, and the same as a condition, for walking through everybody from the last seen on.
 */
import { digitsOf, fold, foldedWords } from '../../src-shared/domain/fold.ts';

/** Costs: the smaller, the closer. Several typed words add up. */
export const COST = {
  wholeNumber: -2,
  exact: 0,
  joined: 0.5,
  prefix: 1,
  inside: 2,
  /** A typed word that the card has not got. */
  unmatched: 12,
} as const;

/** Greater than every text that begins with what it is appended to. */
export const AFTER_PREFIX = '\u{10ffff}';
/** Shorter runs of digits would find half the phone book. */
const MIN_PHONE_DIGITS = 3;
/** From so many on, digits inside a number are looked for: the last four of a telephone. */
const MIN_INSIDE_DIGITS = 4;

export interface Way {
  readonly cost: number;
  /** SELECT of one column, the customer's id; may repeat. */
  readonly ids: string;
  /** The same as a condition on `customer`; null where walking would not pay. */
  readonly holds: string | null;
  /** Of either. */
  readonly values: readonly (string | number)[];
}

const tokenWay = (cost: number, token: string): Way => ({
  cost,
  ids: 'SELECT customer_id AS id FROM customer_token WHERE token = ?',
  holds: 'EXISTS (SELECT 1 FROM customer_token WHERE customer_id = customer.id AND token = ?)',
  values: [token],
});

const beginningWay = (cost: number, beginning: string): Way => ({
  cost,
  ids: 'SELECT customer_id AS id FROM customer_token WHERE token >= ? AND token < ?',
  holds: 'EXISTS (SELECT 1 FROM customer_token WHERE customer_id = customer.id AND token >= ? AND token < ?)',
  values: [beginning, beginning + AFTER_PREFIX],
});

const isPhoneLike = (text: string): boolean => /^[\d\s()+./-]+$/.test(text);

/** @param callingCode of the shop's country, as '48'; null where it is not known */
export function waysOf(text: string, callingCode: string | null): Way[] {
  const typed = text.trim();
  if (typed === '') return [];
  const ways: Way[] = [];
  for (const spelling of new Set([typed, typed.toUpperCase()])) {
    for (const column of ['card_number', 'external_id']) {
      ways.push({
        cost: COST.wholeNumber,
        // A card that was merged into another is still in somebody's pocket.
        ids: `SELECT coalesce(merged_into_customer_id, id) AS id FROM customer WHERE ${column} = ?`,
        holds: null,
        values: [spelling],
      });
    }
    ways.push({
      cost: COST.prefix,
      ids: 'SELECT id FROM customer WHERE external_id >= ? AND external_id < ?',
      holds: 'customer.external_id >= ? AND customer.external_id < ?',
      values: [spelling, spelling + AFTER_PREFIX],
    });
  }
  const words = foldedWords(text);
  const [only] = words;
  if (only !== undefined && words.length === 1) {
    ways.push(tokenWay(COST.exact, only), beginningWay(COST.prefix, only));
  } else if (words.length > 1) {
    // "K 17" is the card "K-17" and the card "K17"; a name may be typed with a space too many.
    const joined = words.join('');
    ways.push(tokenWay(COST.joined, joined), beginningWay(COST.prefix + COST.joined, joined));
  }
  const whole = fold(text);
  // An e-mail address is one token, with its dots.
  if (whole.includes('@') || whole.includes('.')) {
    ways.push(tokenWay(COST.exact, whole), beginningWay(COST.prefix, whole));
  }
  return [...ways, ...phoneWays(typed, callingCode)].sort((a, b) => a.cost - b.cost);
}

function phoneWays(typed: string, callingCode: string | null): Way[] {
  const digits = isPhoneLike(typed) ? digitsOf(typed) : '';
  if (digits.length < MIN_PHONE_DIGITS) return [];
  const isAbroad = /^\s*(\+|00)/.test(typed);
  const beginnings = [
    ...(isAbroad ? [] : callingCode === null ? [] : [`+${callingCode}${digits}`]),
    `+${digits}`,
  ];
  const ways: Way[] = beginnings.flatMap((beginning) => [
    {
      cost: COST.prefix,
      ids: 'SELECT id FROM customer WHERE phone_e164 >= ? AND phone_e164 < ?',
      holds: 'customer.phone_e164 >= ? AND customer.phone_e164 < ?',
      values: [beginning, beginning + AFTER_PREFIX],
    },
    {
      cost: COST.prefix,
      ids: `SELECT customer_id AS id FROM customer_contact
        WHERE normalised >= ? AND normalised < ? AND kind = 'phone'`,
      holds: null,
      values: [beginning, beginning + AFTER_PREFIX],
    },
  ]);
  if (digits.length < MIN_INSIDE_DIGITS) return ways;
  return [
    ...ways,
    {
      cost: COST.inside,
      ids: 'SELECT id FROM customer WHERE phone_e164 IS NOT NULL AND instr(phone_e164, ?) > 0',
      holds: null,
      values: [digits],
    },
    {
      cost: COST.inside,
      ids: `SELECT customer_id AS id FROM customer_contact
        WHERE kind = 'phone' AND normalised IS NOT NULL AND instr(normalised, ?) > 0`,
      holds: null,
      values: [digits],
    },
  ];
}
