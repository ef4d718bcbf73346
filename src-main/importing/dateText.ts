/**
 * Dates as files write them, read strictly by a stated pattern: nothing is guessed per row, and a day that does not
 * exist (31.02.) is refused, never moved. Guessing the pattern is dateGuess.ts's business.
 */
import { dayOfCivil, isCivilDate } from '../../src-shared/domain/calendar.ts';
import { fold } from '../../src-shared/domain/fold.ts';

export interface DateText {
  /** Day number as written. */
  readonly day: number;
  /** Seconds after midnight as written, or null where only a day is given. */
  readonly secondOfDay: number | null;
  /** Minutes east of UTC where the text names its own zone (`Z`, `+02:00`), else null: the shop's zone. */
  readonly zoneMinutes: number | null;
}

const TOKENS = [
  'yyyy',
  'yy',
  'MMM',
  'MM',
  'M',
  'dd',
  'd',
  'HH',
  'H',
  'hh',
  'h',
  'mm',
  'm',
  'ss',
  's',
  'a',
] as const;
type Token = (typeof TOKENS)[number];

/** Month by its folded name, long and short, in the languages of our shops; Polish also in the genitive of a date. */
const monthNames = (): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (const locale of ['en', 'pl', 'ro']) {
    for (const month of ['long', 'short'] as const) {
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, day, timeZone: 'UTC' });
        for (let at = 0; at < 12; at++) {
          const parts = format.formatToParts(Date.UTC(2024, at, 1));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          names.set(fold(name).replace(/\.$/, ''), at + 1);
        }
      }
    }
  }
  return names.set('sept', 9);
};
let monthByName: ReadonlyMap<string, number> | null = null;

type Part = { readonly token: Token } | { readonly literal: string };

/** Parts of a pattern, or null where it does not name a whole date. `'T'` and a bare `T` are both literal. */
const partsOf = (pattern: string): Part[] | null => {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; ) {
    const token = TOKENS.find((name) => pattern.startsWith(name, at));
    if (token !== undefined) {
      parts.push({ token });
      at += token.length;
    } else {
      if (pattern[at] !== "'") parts.push({ literal: pattern[at]! });
      at++;
    }
  }
  const names = new Set(parts.flatMap((part) => ('token' in part ? [part.token[0]] : [])));
  if (!names.has('y') || !names.has('M') || !names.has('d')) return null;
  const count = parts.filter((part) => 'token' in part).length;
  // Each part of a date once; `h` goes with `a`, and never with `H`.
  if (names.has('h') !== names.has('a') || (names.has('h') && names.has('H'))) return null;
  return count === names.size ? parts : null;
};

const ZONE = /^(?:[.,]\d{1,9})?\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?$/i;
const NOTHING_LEFT = /^\s*$/;

/** Two-digit years: 70 to 99 are the last century. */
const fullYear = (twoDigits: number): number => twoDigits + (twoDigits < 70 ? 2000 : 1900);

/** Distinct texts remembered per pattern; a file has far fewer days than rows. */
const REMEMBERED = 50_000;
/** Longer texts hold a time and hardly ever repeat; and V8 keeps a whole piece of the file alive for each of them. */
const REMEMBERED_LENGTH = 12;

export type DateParser = (text: string) => DateText | null;

/** The pattern of days counted as Excel counts them, which is what is left of a date when its cell's format is lost. */
export const SERIAL_DATES = 'excel-serial';
/** 1970-01-01 there. Days before March 1900 are counted otherwise, and no till knows them. */
const SERIAL_EPOCH = 25_569;
const SECONDS_A_DAY = 86_400;

const parseSerial: DateParser = (text) => {
  const found = /^(\d{3,6})(?:[.,](\d{1,15}))?$/.exec(text.trim());
  if (!found) return null;
  const seconds = Math.round(Number(`0.${found[2] ?? 0}`) * SECONDS_A_DAY);
  const days = Number(found[1]) + (seconds === SECONDS_A_DAY ? 1 : 0);
  const secondOfDay = found[2] === undefined ? null : seconds % SECONDS_A_DAY;
  return { day: days - SERIAL_EPOCH, secondOfDay, zoneMinutes: null };
};

/**
 * A parser for a pattern such as `dd.MM.yyyy HH:mm`, or null for a pattern that does not name a whole date. In a text,
 * the time may be missing although the pattern has one; fractions of a second and a zone may follow a time.
 */
export const dateParser = (pattern: string): DateParser | null => {
  if (pattern === SERIAL_DATES) return parseSerial;
  const parts = partsOf(pattern);
  if (!parts) return null;
  const firstTime = parts.findIndex((part) => 'token' in part && 'Hhmsa'.includes(part.token[0]!));
  const lastDate = parts.findLastIndex((part) => 'token' in part && 'yMd'.includes(part.token[0]!));
  const mayEndAfterDate = firstTime > lastDate;
  const known = new Map<string, DateText | null>();

  const parse = (text: string): DateText | null => {
    let at = 0;
    let year = 0;
    let month = 0;
    let day = 0;
    let hour = 0;
    let minute = 0;
    let second = 0;
    let hasTime = false;
    let half: 'am' | 'pm' | null = null;
    const digits = (least: number, most: number): number => {
      let value = 0;
      let count = 0;
      while (count < most) {
        const code = text.charCodeAt(at + count);
        if (!(code >= 48 && code <= 57)) break;
        value = value * 10 + code - 48;
        count++;
      }
      at += count;
      return count < least ? -1 : value;
    };
    for (let i = 0; i < parts.length; i++) {
      if (mayEndAfterDate && i > lastDate && !hasTime && NOTHING_LEFT.test(text.slice(at))) break;
      const part = parts[i]!;
      if ('literal' in part) {
        if (part.literal === ' ') {
          const from = at;
          while (text[at] === ' ' || text[at] === '\u00a0') at++;
          if (at === from) return null;
        } else if (text[at] === part.literal) at++;
        else return null;
        continue;
      }
      const { token } = part;
      if (token === 'a') {
        const found = /^\s*([ap])\.?m\.?/i.exec(text.slice(at));
        if (!found) return null;
        half = found[1]!.toLowerCase() === 'p' ? 'pm' : 'am';
        at += found[0].length;
        continue;
      }
      if (token === 'MMM') {
        const name = /^[\p{L}\p{M}]+/u.exec(text.slice(at))?.[0] ?? '';
        monthByName ??= monthNames();
        const named = monthByName.get(fold(name));
        if (named === undefined) return null;
        month = named;
        at += name.length + (text[at + name.length] === '.' ? 1 : 0);
        continue;
      }
      const value = token === 'yyyy' ? digits(4, 4) : digits(token.length === 2 ? 2 : 1, 2);
      if (value < 0) return null;
      if (token === 'yyyy') year = value;
      else if (token === 'yy') year = fullYear(value);
      else if (token[0] === 'M') month = value;
      else if (token[0] === 'd') day = value;
      else {
        hasTime = true;
        if (token[0] === 'm') minute = value;
        else if (token[0] === 's') second = value;
        else hour = value;
      }
    }
    let zoneMinutes: number | null = null;
    if (at < text.length) {
      const zone = ZONE.exec(text.slice(at).trimEnd());
      if (!zone || (!hasTime && !NOTHING_LEFT.test(text.slice(at)))) return null;
      if (zone[1] !== undefined) zoneMinutes = 0;
      else if (zone[2] !== undefined) {
        zoneMinutes = (zone[2] === '-' ? -1 : 1) * (Number(zone[3]) * 60 + Number(zone[4] ?? 0));
      }
    }
    if (half !== null) {
      if (hour < 1 || hour > 12) return null;
      hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    }
    // Some tills close a day at 24:00: the last moment of that day, not the first of the next.
    if (hour === 24 && minute === 0 && second === 0) {
      hour = 23;
      minute = 59;
      second = 59;
    }
    if (!isCivilDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
    return {
      day: dayOfCivil(year, month, day),
      secondOfDay: hasTime ? hour * 3600 + minute * 60 + second : null,
      zoneMinutes,
    };
  };

  return (text) => {
    if (text.length > REMEMBERED_LENGTH) return parse(text.trim());
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED) known.clear();
    const parsed = parse(text.trim());
    known.set(text, parsed);
    return parsed;
  };
};

/** Nothing before this day was rung up on a till that exports files. */
export const EARLIEST_DAY = dayOfCivil(1900, 1, 1);
