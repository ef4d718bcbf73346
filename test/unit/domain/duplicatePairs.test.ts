/** Which cards may be one person's: examples with names of the three languages, laws, and planted slips found again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DuplicateCard, duplicatePairs } from '../../../src-shared/domain/duplicatePairs.ts';
import { foldedWords } from '../../../src-shared/domain/fold.ts';
import { nameRelation } from '../../../src-shared/domain/nameRelation.ts';
import { runs } from '../../runs.ts';

const card = (id: number, known: Partial<DuplicateCard>): DuplicateCard => ({
  id,
  names: [],
  phones: [],
  emails: [],
  numbers: [],
  birthday: null,
  isInTrash: false,
  ...known,
});
const only = (a: Partial<DuplicateCard>, b: Partial<DuplicateCard>) =>
  duplicatePairs([card(1, a), card(2, b)])[0] ?? null;

describe('two names', () => {
  const TABLE = [
    ['Anna Kowalska', 'KOWALSKA Anna', 'same'],
    ['Łucja Żółć', 'lucja zolc', 'same'],
    ['Ștefan Țepeș', 'Stefan Tepeş', 'same'],
    ['Anna Kowalska', 'A. Kowalska', 'near'],
    ['Anna Kowalska', 'Anna Kowlaska', 'near'],
    ['Ana Popescu', 'Anna Popescu', 'near'],
    ['Agnieszka Wiśniewska', 'Agnieska Wisnewska', 'near'],
    ['Anna Kowalska', 'Anna Kowalska-Nowak', 'near'],
    ['Ioana Maria Radu', 'Ioana Radu', 'near'],
    ['Adrian Nowak', 'Adriana Nowak', 'ending'],
    ['Alexandru Ionescu', 'Alexandra Ionescu', 'ending'],
    ['Anna', 'Anna Kowalska', 'fits'],
    ['A. K.', 'Anna Kowalska', 'fits'],
    ['Anna', 'Anna', 'fits'],
    ['Jan Nowak', 'Zofia Nowak', 'apart'],
    ['Ion Popescu', 'Maria Popescu', 'apart'],
    ['Anna Kowalska', 'Anna Wójcik', 'apart'],
    ['', 'Anna Kowalska', 'unknown'],
  ] as const;
  for (const [a, b, relation] of TABLE) {
    it(`${a || 'nothing'} and ${b}: ${relation}`, () => {
      expect(nameRelation(foldedWords(a), foldedWords(b))).toBe(relation);
      expect(nameRelation(foldedWords(b), foldedWords(a))).toBe(relation);
    });
  }
});

describe('two cards', () => {
  const anna = { names: ['Anna Kowalska'] };
  const phones = ['+48601234567'];
  const TABLE: readonly (readonly [
    string,
    Partial<DuplicateCard>,
    Partial<DuplicateCard>,
    { reasons: string[]; doubts?: string[]; certainty: string } | null,
  ])[] = [
    [
      'one name and one telephone',
      { ...anna, phones },
      { ...anna, phones },
      { reasons: ['phone', 'sameName'], certainty: 'sure' },
    ],
    [
      'an initial and one telephone',
      { ...anna, phones },
      { names: ['A. Kowalska'], phones },
      { reasons: ['phone', 'nearName'], certainty: 'sure' },
    ],
    [
      'a first name and one telephone',
      { ...anna, phones },
      { names: ['Anna'], phones },
      { reasons: ['phone'], certainty: 'likely' },
    ],
    [
      'a number of the till and one telephone',
      { ...anna, phones },
      { phones },
      { reasons: ['phone'], certainty: 'likely' },
    ],
    [
      'a family with one telephone',
      { names: ['Jan Nowak'], phones },
      { names: ['Zofia Nowak'], phones },
      { reasons: ['phone'], doubts: ['differentNames'], certainty: 'perhaps' },
    ],
    [
      'brother and sister with one telephone',
      { names: ['Adrian Nowak'], phones },
      { names: ['Adriana Nowak'], phones },
      { reasons: ['phone'], certainty: 'likely' },
    ],
    [
      'father and son of one name with one telephone',
      { names: ['Jan Nowak'], phones, birthday: '1955-02-03' },
      { names: ['Jan Nowak'], phones, birthday: '1988-11-20' },
      { reasons: ['phone', 'sameName'], doubts: ['differentBirthdays'], certainty: 'perhaps' },
    ],
    [
      'a birthday with day and month in the other order',
      { ...anna, phones, birthday: '1990-05-06' },
      { ...anna, phones, birthday: '1990-06-05' },
      { reasons: ['phone', 'sameName'], certainty: 'sure' },
    ],
    [
      'one e-mail',
      { ...anna, emails: ['a@b.pl'] },
      { ...anna, emails: ['a@b.pl'] },
      { reasons: ['email', 'sameName'], certainty: 'sure' },
    ],
    [
      'a card number, written in two ways',
      { ...anna, numbers: ['K-1234'] },
      { names: ['Anna K.'], numbers: ['k 01234', 'k1234'] },
      { reasons: ['cardNumber', 'nearName'], certainty: 'likely' },
    ],
    ['a number that every scheme has', { ...anna, numbers: ['17'] }, { numbers: ['17'] }, null],
    [
      'name and birthday',
      { ...anna, birthday: '1990-05-06' },
      { names: ['Kowalska Anna'], birthday: '1990-05-06' },
      { reasons: ['nameAndBirthday'], certainty: 'sure' },
    ],
    [
      'a slip in the name and one birthday',
      { ...anna, birthday: '1990-05-06' },
      { names: ['Anna Kowalsak'], birthday: '1990-05-06' },
      { reasons: ['nearNameAndBirthday'], certainty: 'sure' },
    ],
    [
      'a married name and one birthday',
      { ...anna, birthday: '1990-05-06' },
      { names: ['Anna Kowalska-Nowak'], birthday: '1990-05-06' },
      { reasons: ['nearNameAndBirthday'], certainty: 'sure' },
    ],
    [
      'a first name and one birthday',
      { names: ['Anna'], birthday: '1990-05-06' },
      { names: ['Anna'], birthday: '1990-05-06' },
      null,
    ],
    ['a name alone', anna, { names: ['Kowalska Anna'] }, { reasons: ['sameName'], certainty: 'perhaps' }],
    [
      'a name with two birthdays',
      { ...anna, birthday: '1990-05-06' },
      { ...anna, birthday: '1985-10-11' },
      null,
    ],
    ['a first name alone', { names: ['Anna'] }, { names: ['Anna'] }, null],
    ['a slip in the name alone', anna, { names: ['Anna Kowalsak'] }, null],
    ['one in the trash', { ...anna, phones }, { ...anna, phones, isInTrash: true }, null],
    [
      'both in the trash',
      { ...anna, phones, isInTrash: true },
      { ...anna, phones, isInTrash: true },
      { reasons: ['phone', 'sameName'], certainty: 'perhaps' },
    ],
  ];
  for (const [what, a, b, expected] of TABLE) {
    it(what, () => {
      const pair = only(a, b);
      if (expected === null) expect(pair).toBeNull();
      else expect(pair).toMatchObject({ ids: [1, 2], doubts: [], ...expected });
      expect(only(b, a)).toEqual(pair);
    });
  }

  it('a name with another telephone stands behind the name alone', () => {
    const pairs = duplicatePairs([
      card(1, { names: ['Anna Lis'], phones: ['+481'] }),
      card(2, { names: ['Anna Lis'], phones: ['+482'] }),
      card(3, { names: ['Ewa Lis'] }),
      card(4, { names: ['Ewa Lis'] }),
    ]);
    expect(pairs.map(({ ids }) => ids)).toEqual([
      [3, 4],
      [1, 2],
    ]);
  });

  it('what everybody has says nothing: the shop’s telephone, the commonest name, a birthday put in for all', () => {
    const everybody = Array.from({ length: 200 }, (_, at) =>
      card(at + 1, {
        names: [at < 20 ? 'Anna Kowalska' : `Osoba${at} Nazwisko${at}`],
        phones: ['+48600000000'],
        birthday: at < 20 ? null : '1970-01-01',
      }),
    );
    expect(duplicatePairs(everybody)).toEqual([]);
    // Who is one person for another reason is found among them all the same.
    const twice = card(500, {
      names: ['Osoba77 Nazwisko77'],
      phones: ['+48600000000'],
      birthday: '1970-01-01',
    });
    expect(duplicatePairs([...everybody, twice])).toMatchObject([
      { ids: [78, 500], reasons: ['nameAndBirthday'] },
    ]);
  });
});

const anyCards = fc
  .array(
    fc.record({
      names: fc.uniqueArray(
        fc.constantFrom('Anna Lis', 'Lis Anna', 'A. Lis', 'Anna Lisz', 'Jan Lis', 'Jan', '17'),
        { maxLength: 2 },
      ),
      phones: fc.array(fc.constantFrom('+481', '+482', '+483'), { maxLength: 2 }),
      emails: fc.array(fc.constantFrom('a@b', 'c@d'), { maxLength: 1 }),
      numbers: fc.array(fc.constantFrom('K-100', '0K100', '12345'), { maxLength: 1 }),
      birthday: fc.option(fc.constantFrom('1990-05-06', '1990-06-05', '1970-01-01')),
      isInTrash: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((cards) => cards.map((one, at) => ({ ...one, id: at * 3 + 1 })));

describe('any cards', () => {
  it('are paired the same in any order, never with themselves, never twice, each for a reason', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(), (cards, turn) => {
        const pairs = duplicatePairs(cards);
        const turned = [
          ...cards.slice(turn % (cards.length + 1)),
          ...cards.slice(0, turn % (cards.length + 1)),
        ];
        expect(duplicatePairs(turned.reverse())).toEqual(pairs);
        expect(new Set(pairs.map(({ ids }) => ids.join())).size).toBe(pairs.length);
        for (const { ids, reasons, strength } of pairs) {
          expect(ids[0]).toBeLessThan(ids[1]);
          expect(reasons.length).toBeGreaterThan(0);
          expect(strength).toBeGreaterThan(0);
        }
        expect(pairs.map(({ strength }) => strength)).toEqual(
          pairs.map(({ strength }) => strength).toSorted((a, b) => b - a),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('lose exactly the pairs that were said to be two people', () => {
    fc.assert(
      fc.property(anyCards, fc.nat({ max: 5 }), (cards, every) => {
        const all = duplicatePairs(cards);
        const apart = new Set(all.filter((_, at) => at % (every + 1) === 0).map(({ ids }) => ids.join()));
        const left = duplicatePairs(cards, (a, b) => apart.has([a, b].join()));
        expect(left).toEqual(all.filter(({ ids }) => !apart.has(ids.join())));
      }),
      { numRuns: runs(200) },
    );
  });
});

/** The same numbers each time, so that a recall is a recall. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

describe('slips planted among 3,000 cards', () => {
  const FIRST = [
    'Anna',
    'Agnieszka',
    'Katarzyna',
    'Małgorzata',
    'Joanna',
    'Ioana',
    'Elena',
    'Ștefan',
    'Mihai',
    'Jan',
    'Łukasz',
    'Krzysztof',
  ];
  const LAST = [
    'Kowalska',
    'Wiśniewska',
    'Wójcik',
    'Kamińska',
    'Lewandowski',
    'Zieliński',
    'Popescu',
    'Ionescu',
    'Dumitrescu',
    'Stoica',
    'Gheorghe',
    'Radu',
  ];
  const roll = dice(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!;
  const slip = (word: string): string => {
    const at = 1 + Math.floor(roll() * (word.length - 2));
    const way = Math.floor(roll() * 3);
    if (way === 0) return word.slice(0, at) + word.slice(at + 1);
    if (way === 1) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    return `${word.slice(0, at)}${word[at]}${word.slice(at)}`;
  };
  const people = Array.from({ length: 3000 }, (_, at) => {
    const day = new Date(Date.UTC(1950, 0, 1 + Math.floor(roll() * 20_000))).toISOString().slice(0, 10);
    return card(at + 1, {
      names: [
        `${pick(FIRST)} ${pick(LAST)}${at % 97}`.replace(
          /\d+$/,
          (digits) => 'abcdefghij'[Number(digits) % 10]!,
        ),
      ],
      phones: [`+4860${String(at).padStart(7, '0')}`],
      birthday: day,
    });
  });
  const planted = people
    .filter((_, at) => at % 20 === 0)
    .map((original, at) => {
      const [first = '', last = ''] = original.names[0]!.split(' ');
      const name = [
        `${first} ${slip(last)}`,
        `${slip(first)} ${last}`,
        `${first[0]}. ${last}`,
        `${last} ${first}`,
      ][at % 4]!;
      const keepsBirthday = at % 2 === 0;
      return {
        original,
        copy: card(10_000 + at, {
          names: [name],
          phones: keepsBirthday ? [] : original.phones,
          birthday: keepsBirthday ? original.birthday : null,
        }),
      };
    });

  it('are found, all but a few, and surely; strangers are not', () => {
    const pairs = duplicatePairs([...people, ...planted.map(({ copy }) => copy)]);
    const found = new Map(pairs.map(({ ids, certainty }) => [ids.join(), certainty]));
    const certainties = planted.map(({ original, copy }) => found.get(`${original.id},${copy.id}`));
    const recall = certainties.filter((one) => one !== undefined).length / planted.length;
    const sure = certainties.filter((one) => one === 'sure').length / planted.length;
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(sure).toBeGreaterThanOrEqual(0.9);
    const meant = new Set(planted.map(({ original, copy }) => `${original.id},${copy.id}`));
    const strangers = pairs.filter(({ ids, certainty }) => certainty === 'sure' && !meant.has(ids.join()));
    expect(strangers.length).toBeLessThanOrEqual(3);
  });
});
