import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTypedNext } from '../../src-renderer/visitForm/typedNext.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';

// A Friday.
const TODAY = '2026-11-20';
const at = (text: string, locale: Locale, suggested: string | null = '2026-12-25') => {
  const next = parseTypedNext(text, TODAY, locale, suggested);
  return next === null ? null : `${next.onDate}${next.atMinute === null ? '' : ` ${next.atMinute}`}`;
};

describe('when somebody comes next', () => {
  it.each([
    ['+35', '2026-12-25'],
    ['+35 14:30', '2026-12-25 870'],
    ['12.12. 14:30', '2026-12-12 870'],
    ['12.12. 14.30', '2026-12-12 870'],
    ['12.12 9', '2026-12-12 540'],
    ['12. 12. 9', '2026-12-12 540'],
    ['12.12.2027', '2027-12-12'],
    ['12.12.27', '2027-12-12'],
    ['12/12', '2026-12-12'],
    ['2026-12-12 1430', '2026-12-12 870'],
    ['20.11.', '2026-11-20'],
    ['19.11.', '2027-11-19'],
    ['3.', '2026-12-03'],
    ['25.', '2026-11-25'],
    ['14:30', '2026-12-25 870'],
    ['9', '2026-12-25 540'],
    ['29.2.', '2028-02-29'],
    ['30.2.', null],
    ['19.11.2026', null],
    ['12.12. 25:00', null],
    ['12.12. soonish', null],
    ['', null],
    ['+9999', null],
  ])('%j is %s in every language', (text, expected) => {
    for (const locale of LOCALES) expect(at(text, locale)).toBe(expected);
  });

  it.each([
    ['en', 'in 5 weeks', '2026-12-25'],
    ['en', '5w', '2026-12-25'],
    ['en', 'in a week at 2 pm', '2026-11-27 840'],
    ['en', 'fri 2pm', '2026-11-27 840'],
    ['en', 'Monday', '2026-11-23'],
    ['en', 'next thursday, 9:15', '2026-11-26 555'],
    ['en', 'tomorrow 10', '2026-11-21 600'],
    ['en', 'today 18:00', '2026-11-20 1080'],
    ['en', 'in 3 months', '2027-02-20'],
    ['en', '1 year', '2027-11-20'],
    ['en', 't', null],
    ['en', '12am', '2026-12-25 0'],
    ['pl', 'za 5 tygodni', '2026-12-25'],
    ['pl', 'za tydzień o 14:30', '2026-11-27 870'],
    ['pl', '5 tyg', '2026-12-25'],
    ['pl', 'pt 14', '2026-11-27 840'],
    ['pl', 'w piątek o 14', '2026-11-27 840'],
    ['pl', 'w przyszły wtorek o 9', '2026-11-24 540'],
    ['pl', 'w przyszłym tygodniu', '2026-11-27'],
    ['pl', 'w przyszłym miesiącu', '2026-12-20'],
    ['ro', 'vinerea viitoare la 14', '2026-11-27 840'],
    ['ro', 'săptămâna viitoare', '2026-11-27'],
    ['ro', 'luna viitoare', '2026-12-20'],
    ['pl', 'śr 9', '2026-11-25 540'],
    ['pl', 'nd', '2026-11-22'],
    ['pl', 'jutro', '2026-11-21'],
    ['pl', 'pojutrze 8', '2026-11-22 480'],
    ['pl', 'za miesiąc', '2026-12-20'],
    ['pl', 'za pół roku', null],
    ['ro', 'peste 5 săptămâni', '2026-12-25'],
    ['ro', 'peste o săptămână', '2026-11-27'],
    ['ro', 'peste 20 de zile', '2026-12-10'],
    ['ro', 'luni 14', '2026-11-23 840'],
    ['ro', '2 luni', '2027-01-20'],
    ['ro', 'mâine la ora 9', '2026-11-21 540'],
    ['ro', 'vineri', '2026-11-27'],
    ['ro', 'mi 10:00', '2026-11-25 600'],
    ['ro', 'ma 10:00', '2026-11-24 600'],
  ] as const)('%s: %j is %s', (locale, text, expected) => {
    expect(at(text, locale)).toBe(expected);
  });

  it('takes a time alone for the suggested day only where there is one', () => {
    expect(at('14:30', 'en', null)).toBeNull();
  });

  it('reads every day of the coming year as it is written, and never answers a day that is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.constantFrom(...LOCALES), (days, locale) => {
        const iso = isoOfDay(dayOfIso(TODAY) + days);
        const [, month, day] = iso.split('-');
        expect(at(`${Number(day)}.${Number(month)}.`, locale)).toBe(iso);
        expect(at(`+${days}`, locale)).toBe(iso);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.constantFrom(...LOCALES), (text, locale) => {
        const next = parseTypedNext(text, TODAY, locale);
        expect(next === null || next.onDate >= TODAY).toBe(true);
      }),
    );
  });
});
