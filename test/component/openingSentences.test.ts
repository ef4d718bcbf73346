/** The three sentences: what they claim, and that they claim nothing the intervals do not carry. */
import { describe, expect, it } from 'vitest';
import {
  cameSentence,
  comparable,
  firstReturnSentence,
  openingSentences,
  regularSentence,
} from '../../src-renderer/figures/openingSentences.ts';
import { withNoBreaks } from '../../src-renderer/figures/typography.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import type { Figure, ReturnCurve } from '../../src-shared/domain/figure.ts';
import { wilsonInterval } from '../../src-shared/domain/intervals.ts';
import { wordsFor } from '../../src-shared/words/words.ts';

const english = wordsFor('en');
const polish = wordsFor('pl');
const romanian = wordsFor('ro');

const share = (key: string, numerator: number, denominator: number, from = '2025-11-01'): Figure => {
  const interval = wilsonInterval(numerator, denominator);
  return {
    key,
    value: denominator === 0 ? null : numerator / denominator,
    unit: 'share',
    numerator,
    denominator,
    n: denominator,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    from,
    to: '2026-10-31',
    asOf: '2026-10-31',
    definition: 1,
  };
};

const count = (key: string, value: number, to = '2026-10-31'): Figure => ({
  ...share(key, value, value),
  value,
  unit: 'customers',
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  to,
});

/** A curve with one step at 20 days, as if nobody were censored before it. */
const curve = (returned: number, n: number, lastFollowUpDays = 364): ReturnCurve => {
  const interval = wilsonInterval(returned, n);
  return {
    asOf: '2026-10-31',
    from: '2025-11-01',
    to: '2026-10-31',
    n,
    returned,
    unknownStart: 0,
    lastFollowUpDays: n === 0 ? null : lastFollowUpDays,
    points:
      returned === 0
        ? []
        : [
            {
              days: 20,
              returned: returned / n,
              low: interval?.low ?? null,
              high: interval?.high ?? null,
              atRisk: n,
            },
          ],
    definition: 1,
  };
};

describe('regular customers', () => {
  it.each([
    // now, a year ago, what may be said
    [[612, 1330], [560, 1330], 'about the same share as a year ago (42%).'],
    [[700, 1330], [560, 1330], 'a larger share than a year ago (42%).'],
    [[420, 1330], [560, 1330], 'a smaller share than a year ago (42%).'],
    // Intervals of 60 people are wide: 60 % against 45 % is nothing to speak of.
    [[36, 60], [27, 60], 'about the same share as a year ago (45%).'],
    // Too few a year ago to be set against.
    [[36, 60], [9, 29], 'are regulars.'],
    [[0, 40], [0, 40], 'about the same share as a year ago (0%).'],
  ] as const)('%j against %j: %s', (now, before, said) => {
    const text = regularSentence(
      share('regularShare', now[0], now[1]),
      share('regularShare', before[0], before[1]),
      english,
    );
    expect(text).toMatch(new RegExp(`^<b>${now[0]} of `));
    expect(text.endsWith(said)).toBe(true);
  });

  it('says that the data are few, and then compares nothing', () => {
    const text = regularSentence(share('regularShare', 12, 29), share('regularShare', 500, 1000), english);
    expect(text).toBe('<b>12 of 29 customers</b> are regulars, too few to judge by yet.');
  });

  it('says nobody where there is nobody', () => {
    expect(regularSentence(share('regularShare', 0, 0), null, english)).toMatch(/^Nobody was here/);
    expect(regularSentence(null, null, polish)).toMatch(/^W ciągu roku nikogo u nas nie było/);
  });

  it('leaves a year ago out where the records did not reach back over the whole of it', () => {
    const before = share('regularShare', 100, 1000, '2024-11-01');
    expect(comparable(before, '2024-11-01')).toBe(before);
    expect(comparable(before, '2024-11-02')).toBeNull();
    expect(comparable(null, '2024-11-02')).toBeNull();
  });

  it.each([
    [1, 1, '<b>1 z 1 osoby</b> to stały klient', '<b>1 din 1 client</b> este fidel'],
    [2, 5, '<b>2 z 5 osób</b> to stali klienci', '<b>2 din 5 clienți</b> sunt fideli'],
    [22, 101, '<b>22 z 101 osób</b> to stali klienci', '<b>22 din 101 clienți</b> sunt fideli'],
    [5, 20, '<b>5 z 20 osób</b> to stali klienci', '<b>5 din 20 de clienți</b> sunt fideli'],
  ] as const)('counts as people count: %i of %i', (numerator, denominator, pl, ro) => {
    const figure = share('regularShare', numerator, denominator);
    expect(regularSentence(figure, null, polish).startsWith(pl)).toBe(true);
    expect(regularSentence(figure, null, romanian).startsWith(ro)).toBe(true);
  });
});

describe('new customers who return', () => {
  it.each([
    [
      curve(234, 571),
      curve(206, 571),
      'Of 571 new customers <b>41 in 100</b> return within 60 days, about as many as a year ago (36).',
    ],
    [
      curve(300, 571),
      curve(206, 571),
      'Of 571 new customers <b>53 in 100</b> return within 60 days, more than a year ago (36).',
    ],
    [
      curve(120, 571),
      curve(206, 571),
      'Of 571 new customers <b>21 in 100</b> return within 60 days, fewer than a year ago (36).',
    ],
    [curve(234, 571), null, 'Of 571 new customers <b>41 in 100</b> return within 60 days.'],
    [curve(234, 571), curve(0, 0), 'Of 571 new customers <b>41 in 100</b> return within 60 days.'],
    [
      curve(3, 12),
      curve(206, 571),
      '<b>3 of 12 new customers</b> have come back so far, too few to judge by yet.',
    ],
    [curve(1, 1), null, '<b>1 of 1 new customer</b> has come back so far, too few to judge by yet.'],
    [
      curve(9, 50, 45),
      null,
      '<b>9 of 50 new customers</b> have come back so far. It is too early for a 60-day figure.',
    ],
    [curve(0, 0), curve(206, 571), 'Nobody new came in the last year.'],
  ])('%#', (now, before, said) => {
    expect(firstReturnSentence(now, before, english)).toBe(said);
  });

  it('is said by ear in Polish and Romanian', () => {
    expect(firstReturnSentence(curve(234, 571), curve(100, 571), polish)).toBe(
      'Z 571 nowych osób <b>41 na 100</b> wraca w 60 dni, więcej niż rok temu (18).',
    );
    expect(firstReturnSentence(curve(234, 571), curve(230, 571), romanian)).toBe(
      'Din 571 de clienți noi <b>41 la sută</b> revin în 60 de zile, cam ca acum un an (40).',
    );
    expect(firstReturnSentence(curve(2, 12), null, polish)).toBe(
      '<b>2 z 12 nowych osób</b> już wróciły, jeszcze za mało, żeby wnioskować.',
    );
  });
});

describe('who came in the month', () => {
  const figures = (active: number, isNew: number, to: string) => [
    count('activeCustomers', active, to),
    count('newCustomers', isNew, to),
    count('returningCustomers', active - isNew, to),
  ];

  it.each([
    ['en', '2026-10-31', 'In October 2026 <b>118 customers</b> came: 12 new and 106 returning.'],
    ['en', '2026-11-17', 'In November 2026 <b>118 customers</b> have come so far: 12 new and 106 returning.'],
    ['pl', '2026-09-30', 'We wrześniu 2026 było <b>118 osób</b>: 12 nowych i 106 powracających.'],
    ['ro', '2026-02-28', 'În februarie 2026 au venit <b>118 clienți</b>: 12 noi și 106 reveniți.'],
  ] as const)('%s, %s', (locale, to, said) => {
    expect(cameSentence(figures(118, 12, to), wordsFor(locale))).toBe(said);
  });

  it('has its own words for one and for nobody', () => {
    expect(cameSentence(figures(1, 1, '2026-10-31'), polish)).toBe(
      'W październiku 2026 była <b>1 osoba</b>: 1 nowa i 0 powracających.',
    );
    expect(cameSentence(figures(22, 2, '2026-10-31'), polish)).toBe(
      'W październiku 2026 były <b>22 osoby</b>: 2 nowe i 20 powracających.',
    );
    expect(cameSentence(figures(0, 0, '2026-10-31'), romanian)).toBe('În octombrie 2026 nu a venit nimeni.');
    expect(cameSentence(figures(0, 0, '2026-10-30'), polish)).toBe(
      'W październiku 2026 na razie nikogo nie było.',
    );
  });
});

describe('set text', () => {
  it('keeps words of one letter and numbers with what follows', () => {
    expect(withNoBreaks('Z 571 osób w ciągu 60 dni i <b>41 na 100</b> a')).toBe(
      'Z\u00a0571\u00a0osób w\u00a0ciągu 60\u00a0dni i\u00a0<b>41\u00a0na 100</b>\u00a0a',
    );
    expect(withNoBreaks('Everybody’s first visit is known.')).toBe('Everybody’s first visit is known.');
  });

  it.each(LOCALES)('no opening sentence in %s leaves a word of one letter at a line’s end', (locale) => {
    const sentences = openingSentences(
      {
        now: [
          share('regularShare', 612, 1330),
          count('activeCustomers', 118),
          count('newCustomers', 12),
          count('returningCustomers', 106),
        ],
        yearAgo: [share('regularShare', 560, 1330, '2024-11-01')],
        recentCurve: curve(234, 571),
        yearAgoCurve: curve(206, 571),
        firstVisitOn: '2022-01-01',
      },
      wordsFor(locale),
    );
    expect(sentences).toHaveLength(3);
    for (const sentence of sentences) expect(sentence).not.toMatch(/(?:^| )\p{L} /u);
  });
});
