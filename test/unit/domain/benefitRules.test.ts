// Reasons to stay, as tables of what is given and what is expected.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LedgerEntry,
  ledgerState,
  standingEntries,
  sumOf,
} from '../../../src-shared/domain/benefitLedger.ts';
import {
  type BenefitRules,
  type CountedLine,
  earnedBy,
  isPaidRightly,
  lastDayOf,
  lastDayOfMembership,
  membershipFrom,
  paymentOf,
  soldBy,
  takenBy,
} from '../../../src-shared/domain/benefitRules.ts';
import { dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { runs } from '../../runs.ts';

const bought = (amountMinor: number, more: Partial<CountedLine> = {}): CountedLine => ({
  offeringId: 1,
  quantityThousandths: 1000,
  amountMinor,
  discountMinor: 0,
  benefitId: null,
  ...more,
});

describe('how long things hold', () => {
  it.each([
    ['2026-03-15', 90, 'days', '2026-06-13'],
    ['2026-03-15', 12, 'months', '2027-03-15'],
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2027-12-31', 2, 'months', '2028-02-29'],
    ['2024-02-29', 12, 'months', '2025-02-28'],
    ['2026-12-01', 1, 'months', '2027-01-01'],
  ] as const)('given on %s for %i %s: until %s', (from, count, unit, last) => {
    expect(lastDayOf(from, { count, unit })).toBe(last);
  });

  it('without a term, without end', () => {
    expect(lastDayOf('2026-03-15', null)).toBeNull();
  });

  it.each([
    ['2026-03-15', 1, '2026-04-14'],
    ['2026-03-01', 1, '2026-03-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-01', 12, '2026-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('a membership from %s for %i months: until %s', (from, months, last) => {
    expect(lastDayOfMembership(from, months)).toBe(last);
  });

  it.each([
    // bought on, the last one's end, grace, starts on, ends on, renews
    ['2026-04-01', null, 14, '2026-04-01', '2026-04-30', false],
    ['2026-04-20', '2026-04-30', 14, '2026-05-01', '2026-05-31', true],
    ['2026-05-01', '2026-04-30', 0, '2026-05-01', '2026-05-31', false],
    ['2026-04-30', '2026-04-30', 0, '2026-05-01', '2026-05-31', true],
    ['2026-05-14', '2026-04-30', 14, '2026-05-14', '2026-06-13', true],
    ['2026-05-15', '2026-04-30', 14, '2026-05-15', '2026-06-14', false],
    ['2026-04-01', '2026-06-30', 14, '2026-07-01', '2026-07-31', true],
  ])(
    'bought on %s after one until %s with %i days of grace: %s to %s, renewal %s',
    (on, last, graceDays, startsOn, endsOn, isRenewal) => {
      expect(membershipFrom(on, last, { months: 1, graceDays })).toEqual({ startsOn, endsOn, isRenewal });
    },
  );

  it('periods that follow each other leave no day out and have none twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayOfIso('2000-01-01'), max: dayOfIso('2099-12-31') }),
        fc.integer({ min: 1, max: 36 }),
        (day, months) => {
          const first = membershipFrom(isoOfDay(day), null, { months, graceDays: 0 });
          const next = membershipFrom(first.endsOn, first.endsOn, { months, graceDays: 0 });
          expect(dayOfIso(next.startsOn)).toBe(dayOfIso(first.endsOn) + 1);
          expect(first.endsOn >= first.startsOn).toBe(true);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

const stamps = (more: object = {}) =>
  ({
    kind: 'stamps',
    stamps: 1,
    per: 'visit',
    needed: 10,
    validFor: null,
    isForEveryone: true,
    ...more,
  }) as const;
const points = (more: object = {}) =>
  ({
    kind: 'points',
    points: 2,
    per: 'money',
    perMinor: 1000,
    pointMinor: 50,
    validFor: null,
    isForEveryone: true,
    ...more,
  }) as const;

describe('what lines earn', () => {
  it.each<[string, Parameters<typeof earnedBy>, number]>([
    ['one stamp a visit, whatever was bought', [stamps(), null, [bought(100), bought(100)]], 1],
    [
      'one a piece',
      [stamps({ per: 'piece' }), null, [bought(100, { quantityThousandths: 3000 }), bought(5)]],
      4,
    ],
    [
      'half an hour is a piece',
      [stamps({ per: 'piece' }), null, [bought(100, { quantityThousandths: 500 })]],
      1,
    ],
    ['only on what earns', [stamps(), new Set([2]), [bought(100)]], 0],
    ['points on the sum, not line by line', [points(), null, [bought(600), bought(600)]], 2],
    ['only full amounts', [points(), null, [bought(999)]], 0],
    ['nothing on what a benefit paid', [points(), null, [bought(5000, { benefitId: 7 })]], 0],
    ['nothing on what cost nothing', [stamps(), null, [bought(0)]], 0],
    ['nothing on what was paid back', [stamps(), null, [bought(0, { quantityThousandths: 0 })]], 0],
    ['an unnamed amount where everything earns', [points(), null, [bought(2000, { offeringId: null })]], 4],
    ['but not where offerings are named', [points(), new Set([1]), [bought(2000, { offeringId: null })]], 0],
  ])('%s', (_what, given, earned) => {
    expect(earnedBy(...given)).toBe(earned);
  });
});

const five: BenefitRules = { kind: 'package', uses: 5, validFor: null };
const voucher = (valueMinor: number | null, isPartial = true): BenefitRules => ({
  kind: 'voucher',
  valueMinor,
  validFor: null,
  isPartial,
});
const member = (offBasisPoints: number): BenefitRules => ({
  kind: 'membership',
  months: 1,
  offBasisPoints,
  graceDays: 0,
});

describe('what is sold and taken', () => {
  it.each<[string, BenefitRules, CountedLine, number, number]>([
    ['a package', five, bought(100), 5, 1],
    ['two packages, two uses', five, bought(100, { quantityThousandths: 2000 }), 10, 2],
    ['what is left of one', five, bought(40, { quantityThousandths: 400 }), 2, 1],
    ['a package paid back', five, bought(0, { quantityThousandths: 0 }), 0, 0],
    ['a voucher worth what was paid', voucher(null), bought(7000, { discountMinor: 500 }), 7000, 500],
    ['a voucher worth more than that', voucher(10_000), bought(9000, { discountMinor: 1 }), 10_000, 1],
    ['a membership', member(10_000), bought(100), 1, 0],
    ['stamps are not sold; one reward takes ten', stamps(), bought(0), 0, 10],
    ['points round up for the shop', points(), bought(0, { discountMinor: 101 }), 0, 3],
  ])('%s', (_what, rules, line, sold, taken) => {
    expect([soldBy(rules, line), takenBy(rules, line)]).toEqual([sold, taken]);
  });

  it('what a benefit pays for sells nothing', () => {
    expect(soldBy(five, bought(0, { benefitId: 3 }))).toBe(0);
  });
});

describe('what the desk offers for a line of 90.00', () => {
  const line = { offeringId: 1, quantityThousandths: 1000, grossMinor: 9000 };
  it.each<[string, BenefitRules, number, unknown]>([
    ['a package with something left', five, 1, { amountMinor: 0, discountMinor: 9000, takes: 1 }],
    ['a package used up', five, 0, 'notEnough'],
    ['a full card', stamps(), 10, { amountMinor: 0, discountMinor: 9000, takes: 10 }],
    ['a card not full yet', stamps(), 9, 'notEnough'],
    [
      'a voucher with more on it',
      voucher(null),
      10_000,
      { amountMinor: 0, discountMinor: 9000, takes: 9000 },
    ],
    ['a voucher with less', voucher(null), 4000, { amountMinor: 5000, discountMinor: 4000, takes: 4000 }],
    [
      'a voucher for one use',
      voucher(null, false),
      10_000,
      { amountMinor: 0, discountMinor: 9000, takes: 10_000 },
    ],
    ['points for a part', points(), 10, { amountMinor: 8500, discountMinor: 500, takes: 10 }],
    ['points for all of it', points(), 1000, { amountMinor: 0, discountMinor: 9000, takes: 180 }],
    ['a membership that covers it', member(10_000), 1, { amountMinor: 0, discountMinor: 9000, takes: 0 }],
    ['a membership with a third off', member(3333), 1, { amountMinor: 6000, discountMinor: 3000, takes: 0 }],
  ])('%s', (_what, rules, balance, offer) => {
    expect(paymentOf(rules, null, balance, line)).toEqual(offer);
    expect(paymentOf(rules, new Set([2]), balance, line)).toBe('notCovered');
  });

  it('is what the service takes', () => {
    const rules = fc.constantFrom<BenefitRules>(
      five,
      stamps(),
      points(),
      voucher(null),
      voucher(null, false),
      member(10_000),
      member(1250),
      { kind: 'warranty', months: 1 },
    );
    const whole = fc.record({
      rules,
      balance: fc.integer({ min: 0, max: 20_000 }),
      grossMinor: fc.integer({ min: 0, max: 50_000 }),
      quantityThousandths: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(whole, ({ rules: of, balance, ...rest }) => {
        const offer = paymentOf(of, null, balance, { offeringId: 1, ...rest });
        if (typeof offer === 'string') return;
        const { amountMinor, discountMinor, takes } = offer;
        const paid = { ...bought(amountMinor, rest), discountMinor, benefitId: 1 };
        expect(amountMinor + discountMinor).toBe(rest.grossMinor);
        expect(amountMinor).toBeGreaterThanOrEqual(0);
        expect(isPaidRightly(of, null, paid)).toBe(true);
        expect(takes).toBeLessThanOrEqual(balance);
        expect(takenBy(of, paid)).toBeLessThanOrEqual(takes);
      }),
      { numRuns: runs(500) },
    );
  });
});

let nextId = 1;
const entry = (
  move: LedgerEntry['move'],
  amount: number,
  onDate: string,
  more: Partial<LedgerEntry> = {},
): LedgerEntry => ({ id: nextId++, move, amount, onDate, expiresOn: null, correctsEntryId: null, ...more });
const until = (expiresOn: string) => ({ expiresOn });

describe('a ledger', () => {
  const lots = [
    entry('earn', 10, '2026-01-10', until('2026-04-10')),
    entry('earn', 5, '2026-02-01', until('2026-05-01')),
    entry('use', -4, '2026-03-01'),
  ];
  it.each([
    ['2026-01-09', 0, []],
    ['2026-01-10', 10, []],
    ['2026-02-15', 15, []],
    ['2026-04-10', 11, []],
    ['2026-04-11', 5, [['2026-04-11', 6]]],
    [
      '2026-05-02',
      0,
      [
        ['2026-04-11', 6],
        ['2026-05-02', 5],
      ],
    ],
  ])('first in, first out, as of %s: %i', (asOf, balance, expired) => {
    const state = ledgerState(lots, asOf);
    expect(state.balance).toBe(balance);
    expect(state.expiries.map(({ onDate, amount }) => [onDate, amount])).toEqual(expired);
    expect(state.shortOn).toBeNull();
  });

  it('uses first what expires first, also where it was added later', () => {
    const entries = [
      entry('grant', 3, '2026-01-01'),
      entry('grant', 2, '2026-01-05', until('2026-01-20')),
      entry('use', -2, '2026-01-10'),
    ];
    expect(ledgerState(entries, '2026-02-01')).toMatchObject({ balance: 3, expiries: [] });
  });

  it('says on which day a use has nothing that covers it', () => {
    expect(ledgerState([...lots, entry('use', -12, '2026-04-10')], '2026-06-01').shortOn).toBe('2026-04-10');
    expect(ledgerState([...lots, entry('use', -6, '2026-04-20')], '2026-06-01').shortOn).toBe('2026-04-20');
    // What came later pays nothing before.
    expect(
      ledgerState([entry('use', -1, '2026-01-01'), entry('earn', 1, '2026-01-02')], '2026-06-01').shortOn,
    ).toBe('2026-01-01');
    // Within a day what is added comes first.
    expect(
      ledgerState([entry('use', -1, '2026-01-01'), entry('earn', 1, '2026-01-01')], '2026-06-01').shortOn,
    ).toBe(null);
  });

  it('given up, what is left goes on that day', () => {
    const state = ledgerState(lots, '2026-06-01', '2026-03-05');
    expect(state).toMatchObject({ balance: 0, expiries: [{ onDate: '2026-03-05', amount: 11 }] });
    expect(ledgerState(lots, '2026-03-04', '2026-03-05').balance).toBe(11);
  });

  it('a counter-entry takes an entry back whole, and its own counter-entry brings it back', () => {
    const earned = entry('earn', 10, '2026-01-01');
    const counter = entry('correct', -10, '2026-01-02', { correctsEntryId: earned.id });
    const again = entry('correct', 10, '2026-01-03', { correctsEntryId: counter.id });
    expect(standingEntries([earned, counter])).toEqual([]);
    expect(standingEntries([earned, counter, again])).toEqual([earned]);
    expect(ledgerState([earned, counter, again], '2026-01-03').balance).toBe(10);
  });

  it('with its expiries written down adds up to its balance, whatever was added and used', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => isoOfDay(dayOfIso('2026-01-01') + n));
    const added = fc.record({
      amount: fc.integer({ min: 1, max: 9 }),
      onDate: day,
      lasts: fc.option(fc.integer({ min: 0, max: 30 })),
    });
    const used = fc.record({ amount: fc.integer({ min: 1, max: 9 }), onDate: day });
    fc.assert(
      fc.property(
        fc.array(added, { maxLength: 8 }),
        fc.array(used, { maxLength: 8 }),
        day,
        (adds, uses, asOf) => {
          const entries = [
            ...adds.map(({ amount, onDate, lasts }) =>
              entry('earn', amount, onDate, {
                expiresOn: lasts === null ? null : isoOfDay(dayOfIso(onDate) + lasts),
              }),
            ),
            ...uses.map(({ amount, onDate }) => entry('use', -amount, onDate)),
          ];
          const state = ledgerState(entries, asOf);
          const past = entries.filter(({ onDate }) => onDate <= asOf);
          const expired = state.expiries.reduce((sum, { amount }) => sum + amount, 0);
          expect(state.balance).toBeGreaterThanOrEqual(0);
          if (state.shortOn === null) expect(sumOf(past) - expired).toBe(state.balance);
          expect(state.lots.reduce((sum, { left }) => sum + left, 0)).toBe(state.balance);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
