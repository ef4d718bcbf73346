/**
 * Which cards of the whole base may be one person's, and why. Pure. Nothing is decided here: a person looks at each
 * pair. What many cards share (the shop's own telephone, a birthday put in for everybody, the commonest name of the
 * town) says nothing about any two of them, so it brings no pair by itself.
 */
import type { DuplicateCertainty, DuplicateDoubt, DuplicateReason } from './closedLists.ts';
import { foldedWords } from './fold.ts';
import { type NameRelation, nameRelation } from './nameRelation.ts';

export interface DuplicateCard {
  readonly id: number;
  /** Spellings of the name; none where the card is called by its number. */
  readonly names: readonly string[];
  readonly phones: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  /** Of the shop's cards and of tills: one scheme often took over the other's numbers. */
  readonly numbers: readonly string[];
  readonly birthday: string | null;
  readonly isInTrash: boolean;
}

export interface DuplicatePair {
  /** The smaller id first. */
  readonly ids: readonly [number, number];
  readonly reasons: readonly DuplicateReason[];
  readonly doubts: readonly DuplicateDoubt[];
  readonly certainty: DuplicateCertainty;
  /** Of no meaning but for the order. */
  readonly strength: number;
}

/** A telephone, address or number on more cards than this is nobody's own. */
const MOST_SHARING = 12;
/** A name that more people have is no reason by itself. */
const MOST_NAMESAKES = 8;
/** So many people of one birthday are compared each with each; of more, only those with a word of the name in common. */
const MOST_OF_BIRTHDAY = 60;
/** "17" is a number in every scheme there is. */
const SHORTEST_NUMBER = 4;

const BY_NAME: Readonly<Record<NameRelation, number>> = {
  same: 30,
  near: 26,
  ending: 16,
  fits: 18,
  unknown: 12,
  apart: 0,
};
const BY_BIRTHDAY = 35;
const BY_CONTACT = 25;
const BY_NUMBER = 20;
const OTHER_PHONE = -10;
/** A family with one telephone; a father and a son of one name. */
const MOST_WHEN_APART = 10;
const MOST_OF_OTHER_BIRTHDAY = 15;
/** Nobody works with them any more. */
const MOST_IN_TRASH = 5;
const LEAST_SURE = 50;
const LEAST_LIKELY = 35;

interface Prepared {
  readonly card: DuplicateCard;
  readonly names: readonly (readonly string[])[];
  readonly nameKeys: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly numbers: readonly string[];
}

/** @param isKeptApart two ids, the smaller first, that somebody said are two people's @returns the strongest first */
export function duplicatePairs(
  cards: readonly DuplicateCard[],
  isKeptApart: (smallerId: number, otherId: number) => boolean = () => false,
): DuplicatePair[] {
  const prepared = withoutCommon(cards.map(prepare));
  const candidates = new Set<number>();
  const count = prepared.length;
  const pairUp = (group: readonly number[]) => {
    for (let one = 0; one < group.length; one++) {
      for (let other = one + 1; other < group.length; other++) {
        candidates.add(group[one]! * count + group[other]!);
      }
    }
  };
  for (const group of groupsBy(prepared, ({ phones }) => phones)) pairUp(group);
  for (const group of groupsBy(prepared, ({ emails }) => emails)) pairUp(group);
  for (const group of groupsBy(prepared, ({ numbers }) => numbers)) pairUp(group);
  for (const group of groupsBy(prepared, ({ nameKeys }) => nameKeys)) {
    if (group.length <= MOST_NAMESAKES) pairUp(group);
  }
  for (const group of groupsBy(prepared, bornAs)) pairUp(group);
  for (const group of groupsBy(prepared, ({ card: { birthday } }) => (birthday === null ? [] : [birthday]))) {
    if (group.length <= MOST_OF_BIRTHDAY) pairUp(group);
    else for (const part of byWord(prepared, group)) if (part.length <= MOST_OF_BIRTHDAY) pairUp(part);
  }
  const pairs: DuplicatePair[] = [];
  for (const candidate of candidates) {
    const [a, b] = [prepared[Math.floor(candidate / count)]!, prepared[candidate % count]!];
    const ids = a.card.id < b.card.id ? ([a.card.id, b.card.id] as const) : ([b.card.id, a.card.id] as const);
    if (ids[0] === ids[1] || a.card.isInTrash !== b.card.isInTrash || isKeptApart(...ids)) continue;
    const found = compare(a, b);
    if (found !== null) pairs.push({ ids, ...found });
  }
  return pairs.sort((a, b) => b.strength - a.strength || a.ids[0] - b.ids[0] || a.ids[1] - b.ids[1]);
}

const unique = (texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts : [...new Set(texts)];

function prepare(card: DuplicateCard): Prepared {
  const names = card.names.map(foldedWords).filter((words) => words.length > 0);
  const telling = names.filter((words) => words.length > 1);
  const keyOf = (words: readonly string[]) => words.toSorted().join(' ');
  const bare = (number: string) => foldedWords(number).join('').replace(/^0+/, '');
  return {
    card,
    names,
    nameKeys: unique(telling.map(keyOf)),
    phones: unique(card.phones),
    emails: unique(card.emails),
    numbers: unique(card.numbers.map(bare).filter((number) => number.length >= SHORTEST_NUMBER)),
  };
}

function withoutCommon(cards: readonly Prepared[]): Prepared[] {
  const rareIn = (marks: (card: Prepared) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const card of cards) for (const mark of marks(card)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    return (card: Prepared) => {
      const own = marks(card);
      return own.every((mark) => counts.get(mark)! <= MOST_SHARING)
        ? own
        : own.filter((mark) => counts.get(mark)! <= MOST_SHARING);
    };
  };
  const phones = rareIn((card) => card.phones);
  const emails = rareIn((card) => card.emails);
  const numbers = rareIn((card) => card.numbers);
  return cards.map((card) => ({
    ...card,
    phones: phones(card),
    emails: emails(card),
    numbers: numbers(card),
  }));
}

/** Places of the cards that have something in common, the smaller first. */
function* groupsBy(
  cards: readonly Prepared[],
  keysOf: (card: Prepared) => readonly string[],
): Generator<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let at = 0; at < cards.length; at++) {
    for (const key of keysOf(cards[at]!)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [at]);
      else group.push(at);
    }
  }
  for (const group of groups.values()) if (group.length > 1) yield group;
}

const bornAs = ({ card: { birthday }, nameKeys }: Prepared): readonly string[] =>
  birthday === null ? [] : nameKeys.map((key) => `${birthday} ${key}`);

function* byWord(cards: readonly Prepared[], group: readonly number[]): Generator<readonly number[]> {
  const parts = groupsBy(
    group.map((at) => cards[at]!),
    ({ names }) => unique(names.flat()),
  );
  for (const part of parts) yield part.map((at) => group[at]!);
}

const RELATION_ORDER: readonly NameRelation[] = ['same', 'near', 'ending', 'fits', 'apart'];

/** The best of any two spellings. */
function relationOf(a: Prepared, b: Prepared): NameRelation {
  if (a.names.length === 0 || b.names.length === 0) return 'unknown';
  let best = RELATION_ORDER.length - 1;
  for (const one of a.names) {
    for (const other of b.names) best = Math.min(best, RELATION_ORDER.indexOf(nameRelation(one, other)));
  }
  return RELATION_ORDER[best]!;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((mark) => b.includes(mark));

function compare(a: Prepared, b: Prepared): Omit<DuplicatePair, 'ids'> | null {
  const relation = relationOf(a, b);
  const born = birthdayRelation(a.card.birthday, b.card.birthday);
  const [phone, email] = [shares(a.phones, b.phones), shares(a.emails, b.emails)];
  const number = shares(a.numbers, b.numbers);
  const reasons: DuplicateReason[] = [
    ...(phone ? (['phone'] as const) : []),
    ...(email ? (['email'] as const) : []),
    ...(number ? (['cardNumber'] as const) : []),
    ...byNameReason(relation, born, phone || email || number),
  ];
  if (!reasons.some((reason) => reason !== 'nearName')) return null;
  const doubts: DuplicateDoubt[] = [
    ...(relation === 'apart' ? (['differentNames'] as const) : []),
    ...(born === 'different' ? (['differentBirthdays'] as const) : []),
  ];
  const hasOtherPhone = !phone && a.card.phones.length > 0 && b.card.phones.length > 0;
  const points =
    BY_NAME[relation] +
    (born === 'same' ? BY_BIRTHDAY : 0) +
    (phone ? BY_CONTACT : 0) +
    (email ? BY_CONTACT : 0) +
    (number ? BY_NUMBER : 0) +
    (hasOtherPhone && !email ? OTHER_PHONE : 0);
  const strength = Math.min(
    points,
    relation === 'apart' ? MOST_WHEN_APART + reasons.length - 1 : points,
    born === 'different' ? MOST_OF_OTHER_BIRTHDAY : points,
    a.card.isInTrash ? MOST_IN_TRASH : points,
  );
  const certainty = strength >= LEAST_SURE ? 'sure' : strength >= LEAST_LIKELY ? 'likely' : 'perhaps';
  return { reasons, doubts, certainty, strength };
}

/** @param hasOther something else than the name speaks for it: then a nearly equal name is worth saying too */
function byNameReason(relation: NameRelation, born: BirthdayRelation, hasOther: boolean): DuplicateReason[] {
  if (relation === 'same' && born === 'same') return ['nameAndBirthday'];
  if ((relation === 'near' || relation === 'ending') && born === 'same') return ['nearNameAndBirthday'];
  if (relation === 'same' && (hasOther || born !== 'different')) return ['sameName'];
  return relation === 'near' && hasOther ? ['nearName'] : [];
}

type BirthdayRelation = 'same' | 'slip' | 'different' | 'unknown';

/** One digit wrong, or day and month in the other order, is a slip of whoever wrote it down. */
function birthdayRelation(a: string | null, b: string | null): BirthdayRelation {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  let wrong = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) wrong++;
  const swapped = `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}`;
  return wrong === 1 || swapped === b ? 'slip' : 'different';
}
