/**
 * Whom the desk means by what it typed: any spelling, order and beginning of the words of a name, a tag, a card
 * number, a telephone or an e-mail address, with a slip of the fingers or two. The closest first, then whoever was
 * here last; those in the trash are left out.
 */
import { digitsOf, foldedWords } from '../../src-shared/domain/fold.ts';
import { mostTyposIn } from '../../src-shared/domain/typos.ts';
import type { Database } from '../openDatabase.ts';
import { inReadTransaction, prepared } from '../transaction.ts';
import { FIRST_PHONE } from './customer.ts';
import { costOfTypos, dropWord, type NearWord, nearWords, splitWord } from './searchVocabulary.ts';
import { AFTER_PREFIX, COST, type Way, waysOf } from './searchWays.ts';

export interface CustomerHit {
  readonly id: number;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly phoneE164: string | null;
  readonly occasions: number;
  /** Last occasion, ISO day. */
  readonly lastDate: string | null;
  /** The smaller, the closer. */
  readonly cost: number;
}

/** With so many candidates or fewer, all are looked at; with more, everybody is walked through from the last seen on. */
const FEW = 1500;
/** Walking further than this costs more than looking at all candidates. */
const LONGEST_WALK = 2500;
/** Counting stops there. */
const MOST_COUNTED = 20_000;
/** Candidates of a search by several words or with slips. */
const MOST_SCORED = 3000;
/** With so many found as typed, nobody is looked for behind a slip. */
const ENOUGH_AS_TYPED = 3;
/** A card that lacks one of the typed words is offered only where the other words are as rare as this. */
const MOST_WITH_A_WORD_MISSING = 10;

interface Seen {
  readonly id: number;
  readonly name: string;
  readonly lastDate: string | null;
  readonly cost: number;
}

const SEEN = `SELECT customer.id AS id, display_name AS name, last_date AS lastDate`;
const BY_RECENCY = 'ORDER BY last_date DESC, display_name, customer.id';

/** @param callingCode of the shop's country, as '48': what a number typed without one begins with */
export function searchCustomers(
  db: Database,
  text: string,
  limit: number,
  callingCode: string | null = null,
): CustomerHit[] {
  return inReadTransaction(db, () => {
    const words = foldedWords(text);
    const found = new Map<number, Seen>();
    const add = (people: readonly Seen[]) => {
      for (const one of people) {
        const known = found.get(one.id);
        if (known === undefined || one.cost < known.cost) found.set(one.id, one);
      }
    };
    if (words.length > 1) add(byWordsAsTyped(db, words, limit));
    for (const way of waysOf(text, callingCode)) {
      if ([...found.values()].filter(({ cost }) => cost <= way.cost).length >= limit) break;
      // All numbers are read for it, and hardly anybody means the middle of one that was found by its beginning.
      if (way.cost === COST.inside && found.size >= (isWholeNumber(text) ? 1 : ENOUGH_AS_TYPED)) break;
      add(byWay(db, way, limit + found.size));
    }
    if (found.size < ENOUGH_AS_TYPED) {
      const isSomebodyMeant = [...found.values()].some(({ cost }) => cost <= COST.exact);
      add(byWordsWithSlips(db, words, !isSomebodyMeant));
      if (text.includes('@')) add(byWay(db, bareEmailWay(text), limit));
    }
    const best = [...found.values()].sort(byCloseness(words.length)).slice(0, limit);
    return hydrated(db, best);
  });
}

/** As long as telephones are at home. */
const isWholeNumber = (text: string): boolean => digitsOf(text).length >= 9;

/** Cards of old bulk imports have no token for their address. */
const bareEmailWay = (text: string): Way => ({
  cost: COST.prefix,
  ids: 'SELECT id FROM customer WHERE email IS NOT NULL AND substr(lower(email), 1, ?) = ?',
  holds: null,
  values: [text.trim().length, text.trim().toLowerCase()],
});

/** A name of just the typed words before one that holds more; then who was here last. */
const byCloseness =
  (typedWords: number) =>
  (a: Seen, b: Seen): number => {
    if (a.cost !== b.cost) return a.cost - b.cost;
    if (a.cost === COST.exact && typedWords > 0) {
      const isWhole = ({ name }: Seen) => Number(foldedWords(name).length <= typedWords);
      if (isWhole(a) !== isWhole(b)) return isWhole(b) - isWhole(a);
    }
    return byRecency(a, b);
  };

const byRecency = (a: Seen, b: Seen): number => {
  if (a.lastDate !== b.lastDate) return (b.lastDate ?? '') < (a.lastDate ?? '') ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id;
};

function hydrated(db: Database, seen: readonly Seen[]): CustomerHit[] {
  const costs = new Map(seen.map(({ id, cost }) => [id, cost]));
  const rows = prepared(
    db,
    `SELECT customer.id AS id, display_name AS displayName, external_id AS externalId, ${FIRST_PHONE} AS phoneE164,
       coalesce(occasions, 0) AS occasions, last_date AS lastDate
     FROM json_each(?) AS wanted JOIN customer ON customer.id = wanted.value
       LEFT JOIN customer_total ON customer_total.customer_id = customer.id
     ORDER BY wanted.key`,
  ).all(JSON.stringify([...costs.keys()])) as Omit<CustomerHit, 'cost'>[];
  return rows.map((row) => ({ ...row, cost: costs.get(row.id)! }));
}

function countUpTo(db: Database, ids: string, values: readonly (string | number)[], most: number): number {
  const row = prepared(db, `SELECT count(*) AS n FROM (SELECT 1 FROM (${ids}) LIMIT ${most})`).get(...values);
  return (row as { n: number }).n;
}

/** Whom one way brings, last seen first. */
function byWay(db: Database, { ids, holds, values, cost }: Way, limit: number): Seen[] {
  if (holds !== null && countUpTo(db, ids, values, FEW + 1) > FEW) {
    const walked = walk(db, holds, values, limit);
    if (walked.length === limit) return walked.map((one) => ({ ...one, cost }));
  }
  const rows = prepared(
    db,
    `${SEEN} FROM customer LEFT JOIN customer_total ON customer_total.customer_id = customer.id
     WHERE archived_at_ms IS NULL AND customer.id IN (${ids}) ${BY_RECENCY} LIMIT ?`,
  ).all(...values, limit) as Omit<Seen, 'cost'>[];
  return rows.map((one) => ({ ...one, cost }));
}

/** From the last seen on, as far as it pays. */
function walk(
  db: Database,
  holds: string,
  values: readonly (string | number)[],
  limit: number,
): Omit<Seen, 'cost'>[] {
  return prepared(
    db,
    `${SEEN} FROM (SELECT customer_id, last_date FROM customer_total INDEXED BY customer_total_last_date_index
       ORDER BY last_date DESC LIMIT ${LONGEST_WALK}) AS recent
     CROSS JOIN customer ON customer.id = recent.customer_id
     WHERE archived_at_ms IS NULL AND ${holds} LIMIT ?`,
  ).all(...values, limit) as Omit<Seen, 'cost'>[];
}

const BEGINS = 'token >= ? AND token < ?';
const rangeOf = (word: string): [string, string] => [word, word + AFTER_PREFIX];

/** Every typed word is one of the card's, or begins one. */
function byWordsAsTyped(db: Database, words: readonly string[], limit: number): Seen[] {
  const counted = words
    .map((word) => ({
      word,
      count: countUpTo(db, `SELECT 1 FROM customer_token WHERE ${BEGINS}`, rangeOf(word), MOST_COUNTED),
    }))
    .sort((a, b) => a.count - b.count);
  const rarest = counted[0]!;
  if (rarest.count === 0) return [];
  const hasWord = `EXISTS (SELECT 1 FROM customer_token AS other WHERE other.customer_id = customer.id AND other.${BEGINS.replace(' AND ', ' AND other.')})`;
  if (rarest.count > FEW) {
    const people = (prepared(db, 'SELECT max(id) AS n FROM customer').get() as { n: number }).n;
    const share = counted.reduce((product, { count }) => product * (count / people), 1);
    if (limit / share < LONGEST_WALK) {
      const holds = words.map(() => hasWord).join(' AND ');
      const walked = walk(db, holds, words.flatMap(rangeOf), limit);
      if (walked.length === limit) return scored(db, asTyped(words), walked);
    }
  }
  const others = counted.slice(1).map(({ word }) => word);
  const ids = prepared(
    db,
    `SELECT DISTINCT customer_id AS id FROM customer_token AS first WHERE ${BEGINS} ${others
      .map(
        () => `AND EXISTS (SELECT 1 FROM customer_token AS other
          WHERE other.customer_id = first.customer_id AND other.token >= ? AND other.token < ?)`,
      )
      .join(' ')} LIMIT ${MOST_SCORED}`,
  )
    .all(...rangeOf(rarest.word), ...others.flatMap(rangeOf))
    .map((row) => (row as { id: number }).id);
  return scored(db, asTyped(words), peopleOf(db, ids));
}

/** What a typed word may stand for: itself, words it begins, and words near to it with what they cost. */
interface Meaning {
  readonly word: string;
  readonly near: ReadonlyMap<string, number>;
}

const asTyped = (words: readonly string[]): Meaning[] => words.map((word) => ({ word, near: new Map() }));

const costOf = ({ word, near }: Meaning, token: string): number =>
  token === word ? COST.exact : token.startsWith(word) ? COST.prefix : (near.get(token) ?? COST.unmatched);

function peopleOf(db: Database, ids: readonly number[]): Omit<Seen, 'cost'>[] {
  return prepared(
    db,
    `${SEEN} FROM json_each(?) AS wanted CROSS JOIN customer ON customer.id = wanted.value
       LEFT JOIN customer_total ON customer_total.customer_id = customer.id WHERE archived_at_ms IS NULL`,
  ).all(JSON.stringify(ids)) as Omit<Seen, 'cost'>[];
}

interface Scored extends Seen {
  /** Typed words that the card has not got. */
  readonly missing: readonly string[];
}

/** With what each typed word costs at best among the words of the card. */
function scored(db: Database, meanings: readonly Meaning[], people: readonly Omit<Seen, 'cost'>[]): Scored[] {
  const best = new Map<number, number[]>();
  const tokens = prepared(
    db,
    'SELECT customer_id AS id, token FROM json_each(?) AS wanted CROSS JOIN customer_token ON customer_id = wanted.value',
  ).all(JSON.stringify(people.map(({ id }) => id))) as { id: number; token: string }[];
  for (const { id, token } of tokens) {
    let costs = best.get(id);
    if (costs === undefined) {
      costs = meanings.map(() => COST.unmatched);
      best.set(id, costs);
    }
    for (let at = 0; at < meanings.length; at++) {
      const cost = costOf(meanings[at]!, token);
      if (cost < costs[at]!) costs[at] = cost;
    }
  }
  return people.map((one) => {
    const costs = best.get(one.id) ?? [];
    return {
      ...one,
      cost: costs.reduce((sum, cost) => sum + cost, 0),
      missing: meanings.filter((_, at) => costs[at] === COST.unmatched).map(({ word }) => word),
    };
  });
}

/** Every typed word with its slips; where that finds hardly anybody, one of several words may be missing. */
function byWordsWithSlips(db: Database, words: readonly string[], mayBeHalfTyped: boolean): Seen[] {
  const spaced = words.flatMap((word) => withSpace(db, word, words));
  if (words.length === 0 || !words.some((word) => mostTyposIn(word.length) > 0)) return spaced;
  const near = words.map((word) =>
    nearWords(db, word).filter(({ isBeginning }) => mayBeHalfTyped || !isBeginning),
  );
  const meanings: Meaning[] = words.map((word, at) => ({
    word,
    near: new Map(near[at]!.map((one) => [one.word, costOfTypos(one)])),
  }));
  const candidates = words.map((word, at) => candidatesOf(db, word, near[at]!));
  const byCount = [...candidates].sort((a, b) => a.size - b.size);
  const rarest = byCount.find(({ size }) => size > 0);
  if (rarest === undefined) return spaced;
  // With one word missing, the other words must still hold, and be rare.
  const isSure = candidates.every(({ size }) => size > 0);
  const all = scored(db, meanings, peopleOf(db, [...rarest]));
  const full = isSure ? all.filter(({ missing }) => missing.length === 0) : [];
  if (full.length > 0 || words.length === 1) return [...spaced, ...full];
  const letters = words.join('').length;
  // The other words must say more than the missing one.
  const partial = all.filter(({ missing }) => missing.length === 1 && 2 * missing.join('').length < letters);
  return partial.length <= MOST_WITH_A_WORD_MISSING ? [...spaced, ...partial] : spaced;
}

/** Who has the word, one that it begins, or one near it; the nearest first, up to as many as are looked at. */
function candidatesOf(db: Database, word: string, near: readonly NearWord[]): Set<number> {
  const ids = new Set<number>();
  const take = (rows: unknown[]) => {
    for (const { id } of rows as { id: number }[]) ids.add(id);
    return rows.length;
  };
  const asItStands = `SELECT customer_id AS id FROM customer_token WHERE ${BEGINS} LIMIT ${MOST_SCORED}`;
  take(prepared(db, asItStands).all(...rangeOf(word)));
  const carriers = prepared(
    db,
    `SELECT customer_id AS id FROM customer_token WHERE token = ? LIMIT ${MOST_SCORED}`,
  );
  for (const one of near) {
    if (ids.size >= MOST_SCORED) break;
    if (take(carriers.all(one.word)) === 0) dropWord(db, one.word);
  }
  return ids;
}

/** A space is missing between two words. */
function withSpace(db: Database, word: string, words: readonly string[]): Seen[] {
  return splitWord(db, word).flatMap((two) => {
    const parted = words.flatMap((one) => (one === word ? two : [one]));
    return byWordsAsTyped(db, parted, MOST_SCORED).map((one) => ({ ...one, cost: one.cost + COST.joined }));
  });
}

/** A first name alone is shared by too many people to say anything. */
const LEAST_NAME_WORDS = 2;
const MOST_LIKELY = 5;

/** Who is called so, in any spelling and order, or is one slip away from it. */
export function likelyByName(
  db: Database,
  name: string,
): { readonly id: number; readonly isSame: boolean }[] {
  const words = foldedWords(name);
  if (words.length < LEAST_NAME_WORDS) return [];
  const oneSlip = costOfTypos({ typos: 1, isBeginning: false });
  const people = [...byWordsAsTyped(db, words, MOST_SCORED), ...byWordsWithSlips(db, words, false)];
  return people
    .filter(({ cost }) => cost === COST.exact || cost === oneSlip)
    .filter((one) => foldedWords(one.name).length === words.length)
    .sort(byCloseness(words.length))
    .slice(0, MOST_LIKELY)
    .map(({ id, cost }) => ({ id, isSame: cost === COST.exact }));
}

/**
 * A condition on customer.id, with its values, for what was typed above a list: who fits as typed, or, where that is
 * nobody, who fits with a slip. Null when nothing can be looked for.
 */
export function typedCondition(
  db: Database,
  text: string,
  callingCode: string | null = null,
): { readonly sql: string; readonly values: (string | number)[] } | null {
  const words = foldedWords(text);
  const ways = waysOf(text, callingCode);
  if (text.includes('@')) ways.push(bareEmailWay(text));
  const ids = ways.map((way) => way.ids);
  const values = ways.flatMap((way) => way.values);
  if (words.length > 1) {
    ids.push(everyWord(words, () => `SELECT customer_id AS id FROM customer_token WHERE ${BEGINS}`));
    values.push(...words.flatMap(rangeOf));
  }
  if (ids.length === 0) return null;
  const asTypedIds = ids.join(' UNION ');
  if (words.length === 0 || countUpTo(db, asTypedIds, values, 1) > 0) {
    return { sql: `customer.id IN (${asTypedIds})`, values };
  }
  const withSlips = everyWord(
    words,
    () => `SELECT customer_id AS id FROM customer_token WHERE ${BEGINS}
      UNION SELECT customer_id FROM customer_token WHERE token IN (SELECT value FROM json_each(?))`,
  );
  return {
    sql: `customer.id IN (${withSlips})`,
    values: words.flatMap((word) => [
      ...rangeOf(word),
      JSON.stringify(nearWords(db, word).map((near) => near.word)),
    ]),
  };
}

const everyWord = (words: readonly string[], idsOf: () => string): string =>
  `SELECT id FROM (${words.map(() => `SELECT id FROM (${idsOf()})`).join(' INTERSECT ')})`;

export interface HitDetails {
  readonly cardNumber: string | null;
  readonly email: string | null;
  /** Beside the first. */
  readonly emails: readonly string[];
  /** E.164, beside the first. */
  readonly otherPhones: readonly string[];
  readonly tags: readonly string[];
}

/** What else a card may have been found by: for the few that are shown. */
export function readHitDetails(db: Database, id: number): HitDetails {
  const own = prepared(db, 'SELECT card_number AS cardNumber, email FROM customer WHERE id = ?').get(id) as {
    cardNumber: string | null;
    email: string | null;
  };
  const contacts = prepared(
    db,
    'SELECT kind, value, normalised FROM customer_contact WHERE customer_id = ? ORDER BY id',
  ).all(id) as { kind: string; value: string; normalised: string | null }[];
  const tags = prepared(
    db,
    'SELECT name FROM customer_tag JOIN tag ON tag.id = tag_id WHERE customer_id = ? ORDER BY folded_name',
  ).all(id) as { name: string }[];
  return {
    ...own,
    emails: contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
    otherPhones: contacts.flatMap(({ kind, normalised }) =>
      kind === 'phone' && normalised !== null ? [normalised] : [],
    ),
    tags: tags.map(({ name }) => name),
  };
}
