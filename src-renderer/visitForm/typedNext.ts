/**
 * When somebody comes next, as people at a desk say it: "in 5 weeks", "12.12. 14:30", "pt 14", "+35", "jutro", "14:30".
 * Pure: today, the language and the suggested day are arguments.
 */
import type { Locale } from '../../src-shared/contract/values.ts';
import {
  civilOfDay,
  dayOfCivil,
  dayOfIso,
  daysInMonth,
  isCivilDate,
  isoOfDay,
  parseIsoDate,
} from '../../src-shared/domain/calendar.ts';
import { fold } from '../../src-shared/domain/fold.ts';

export interface TypedNext {
  readonly onDate: string;
  /** Minutes after midnight; null: some time that day. */
  readonly atMinute: number | null;
}

interface Language {
  /** Said before a span or a day, and meaning nothing by themselves. */
  readonly fillers: readonly string[];
  readonly one: readonly string[];
  /** Days from today. */
  readonly days: Readonly<Record<string, number>>;
  /** Monday first; the beginnings of two letters or more are understood, and these short forms. */
  readonly weekdays: readonly (readonly string[])[];
  readonly units: Readonly<Record<'day' | 'week' | 'month' | 'year', readonly string[]>>;
}

/** Folded: no diacritics, small letters. */
const LANGUAGES: Readonly<Record<Locale, Language>> = {
  en: {
    fillers: ['in', 'on', 'at', 'next'],
    one: ['a', 'an', 'one'],
    days: { today: 0, tomorrow: 1, tmr: 1 },
    weekdays: [['monday'], ['tuesday'], ['wednesday'], ['thursday'], ['friday'], ['saturday'], ['sunday']],
    units: {
      day: ['d', 'day'],
      week: ['w', 'week', 'wk'],
      month: ['m', 'month', 'mo'],
      year: ['y', 'year', 'yr'],
    },
  },
  pl: {
    fillers: [
      ...['za', 'na', 'w', 'we', 'o', 'godz', 'godzinie'],
      ...['nastepny', 'nastepna', 'nastepnym', 'przyszly', 'przyszla', 'przyszlym'],
    ],
    one: ['jeden', 'jedna'],
    days: { dzis: 0, dzisiaj: 0, jutro: 1, pojutrze: 2 },
    weekdays: [
      ['poniedzialek', 'pn'],
      ['wtorek'],
      ['sroda', 'srode'],
      ['czwartek'],
      ['piatek', 'pt'],
      ['sobota', 'sobote', 'sb'],
      ['niedziela', 'niedziele', 'nd', 'ndz'],
    ],
    units: {
      day: ['d', 'dni', 'dzien', 'dnia'],
      week: ['t', 'tyg', 'tydz', 'tydzien', 'tygodnie', 'tygodni', 'tygodnia', 'tygodniu'],
      month: ['m', 'mc', 'mies', 'miesiac', 'miesiace', 'miesiecy', 'miesiacu'],
      year: ['r', 'rok', 'roku', 'lata', 'lat'],
    },
  },
  ro: {
    fillers: ['in', 'peste', 'pe', 'la', 'ora', 'de', 'viitoare', 'urmatoare'],
    one: ['o', 'un', 'una'],
    days: { azi: 0, astazi: 0, maine: 1, poimaine: 2 },
    weekdays: [
      ['luni', 'lunea'],
      ['marti', 'martea'],
      ['miercuri', 'miercurea'],
      ['joi', 'joia'],
      ['vineri', 'vinerea'],
      ['sambata'],
      ['duminica'],
    ],
    units: {
      day: ['z', 'zi', 'zile'],
      week: ['s', 'sapt', 'saptamana', 'saptamani'],
      month: ['l', 'luna', 'luni'],
      year: ['an', 'ani'],
    },
  },
};

/** Further ahead than this nobody means it: a mistyped year, most likely. */
const MOST_DAYS_AHEAD = 3 * 366;
const SHORTEST_BEGINNING = 2;

/** `9`, `14:30`, `14.30`, `1430`, `2pm`; minutes after midnight, or null. */
export const minuteOf = (text: string): number | null => {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(text);
  if (!parts) return null;
  let hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (parts[3] !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (parts[3] === 'pm' ? 12 : 0);
  }
  return hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
};

const monthsAfter = (day: number, months: number): number => {
  const { year, month, day: ofMonth } = civilOfDay(day);
  const at = year * 12 + month - 1 + months;
  const inYear = Math.floor(at / 12);
  const inMonth = (at % 12) + 1;
  return dayOfCivil(inYear, inMonth, Math.min(ofMonth, daysInMonth(inYear, inMonth)));
};

/** A span: "5 weeks", "5w", "a week", "+35". The rest is what stands behind it. */
const spanOf = (tokens: readonly string[], today: number, { one, units }: Language) => {
  const [first = '', second = ''] = tokens;
  const plus = /^\+(\d{1,4})$/.exec(first);
  if (plus) {
    const unit = unitOf(second, units);
    const day = after(today, Number(plus[1]), unit ?? 'day');
    return { day, rest: tokens.slice(unit === null ? 1 : 2) };
  }
  const glued = /^\+?(\d{1,4})([a-z]+)$/.exec(first);
  const gluedUnit = glued ? unitOf(glued[2]!, units) : null;
  if (glued && gluedUnit !== null)
    return { day: after(today, Number(glued[1]), gluedUnit), rest: tokens.slice(1) };
  const count = one.includes(first) ? 1 : /^\d{1,4}$/.test(first) ? Number(first) : null;
  const unit = unitOf(second, units);
  if (count !== null && unit !== null) return { day: after(today, count, unit), rest: tokens.slice(2) };
  const alone = first.length > 1 ? unitOf(first, units) : null;
  return alone === null ? null : { day: after(today, 1, alone), rest: tokens.slice(1) };
};

type Unit = keyof Language['units'];

const unitOf = (word: string, units: Language['units']): Unit | null => {
  if (word === '') return null;
  const found = (Object.keys(units) as Unit[]).find((unit) =>
    units[unit].some((name) => name === word || (name.length > 2 && `${name}s` === word)),
  );
  return found ?? null;
};

const after = (today: number, count: number, unit: Unit): number =>
  unit === 'day'
    ? today + count
    : unit === 'week'
      ? today + 7 * count
      : monthsAfter(today, unit === 'month' ? count : 12 * count);

/** Monday is 0. */
const weekdayOf = (day: number): number => (day + 3) % 7;

const namedDay = (token: string, today: number, { days, weekdays }: Language): number | null => {
  const word = token.replace(/\.$/, '');
  const named = days[word];
  if (named !== undefined) return today + named;
  if (word.length < SHORTEST_BEGINNING || /\d/.test(word)) return null;
  const fits = weekdays.flatMap((names, weekday) =>
    names.some((name) => name.startsWith(word)) ? [weekday] : [],
  );
  if (fits.length !== 1) return null;
  // On a Friday, "Friday" is the next one.
  return today + (((fits[0]! - weekdayOf(today) + 6) % 7) + 1);
};

/** "12.12.", "12.12.2026", "12/12", "2026-12-12", "12." of this month or the next. */
const dateOf = (token: string, today: number): number | null => {
  const iso = parseIsoDate(token);
  if (iso !== null) return iso;
  const parts = /^(\d{1,2})(?:[.\-/](\d{1,2})?)(?:[.\-/](\d{4}|\d{2})?)?\.?$/.exec(token);
  if (!parts) return null;
  const day = Number(parts[1]);
  const now = civilOfDay(today);
  if (parts[2] === undefined) return token.endsWith('.') ? nextOfMonth(day, now, today) : null;
  const month = Number(parts[2]);
  if (parts[3] !== undefined) {
    const year = parts[3].length === 2 ? 2000 + Number(parts[3]) : Number(parts[3]);
    return isCivilDate(year, month, day) ? dayOfCivil(year, month, day) : null;
  }
  for (let year = now.year; year < now.year + 8; year++) {
    if (isCivilDate(year, month, day) && dayOfCivil(year, month, day) >= today)
      return dayOfCivil(year, month, day);
  }
  return null;
};

const nextOfMonth = (day: number, now: { year: number; month: number }, today: number): number | null => {
  for (let step = 0; step < 3; step++) {
    const at = now.year * 12 + now.month - 1 + step;
    const year = Math.floor(at / 12);
    const month = (at % 12) + 1;
    if (isCivilDate(year, month, day) && dayOfCivil(year, month, day) >= today)
      return dayOfCivil(year, month, day);
  }
  return null;
};

/**
 * What is meant, or null. A time alone is of the suggested day. Never before today.
 * @param suggested ISO day, or null
 */
export const parseTypedNext = (
  text: string,
  today: string,
  locale: Locale,
  suggested: string | null = null,
): TypedNext | null => {
  const language = LANGUAGES[locale];
  const isFiller = (token: string): boolean => language.fillers.includes(token.replace(/\.$/, ''));
  const tokens = fold(text.replace(/,/g, ' ').replace(/(\d)\s+(?=[ap]m\b)/gi, '$1'))
    .split(/\s+/)
    .filter((token) => token !== '');
  const todayDay = dayOfIso(today);
  const from = tokens.findIndex((token) => !isFiller(token));
  if (from < 0) return null;
  const said = tokens.slice(from).filter((token, index) => index === 0 || !isFiller(token));
  const read = readDay(said, todayDay, language);
  const atMinute = read === null || read.rest.length === 0 ? null : minuteOf(read.rest.join(''));
  if (read !== null && (read.rest.length === 0 || atMinute !== null))
    return checked(read.day, atMinute, todayDay);
  const minute = suggested === null ? null : minuteOf(said.join(''));
  return minute === null ? null : { onDate: suggested!, atMinute: minute };
};

const readDay = (
  said: readonly string[],
  today: number,
  language: Language,
): { day: number; rest: readonly string[] } | null => {
  const [first = ''] = said;
  // "luni" is Monday by itself, and months only behind a number.
  const named = namedDay(first, today, language);
  if (named !== null) return { day: named, rest: said.slice(1) };
  const span = spanOf(said, today, language);
  if (span !== null) return span;
  // "12. 12." with spaces in it, as some people write a day.
  const spaced =
    /^\d{1,2}\.$/.test(first) && /^\d{1,2}\.(\d{2,4})?$/.test(said[1] ?? '') ? `${first}${said[1]}` : null;
  if (spaced !== null) {
    const day = dateOf(spaced, today);
    if (day !== null) return { day, rest: said.slice(2) };
  }
  const day = dateOf(first, today);
  return day === null ? null : { day, rest: said.slice(1) };
};

const checked = (day: number, atMinute: number | null, today: number): TypedNext | null =>
  day < today || day > today + MOST_DAYS_AHEAD ? null : { onDate: isoOfDay(day), atMinute };
