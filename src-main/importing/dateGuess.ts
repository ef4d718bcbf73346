/**
 * Which date pattern a column follows, from its values. Where day and month could be swapped and no value tells,
 * it says so: the owner is asked, because half a year of visits in wrong months looks quite believable.
 */
import { type DateParser, dateParser, EARLIEST_DAY, SERIAL_DATES } from './dateText.ts';

const DAYS = [
  'yyyyMMdd',
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'dd.MM.yyyy',
  'd.M.yyyy',
  'dd-MM-yyyy',
  'd-M-yyyy',
  'dd/MM/yyyy',
  'd/M/yyyy',
  'MM/dd/yyyy',
  'M/d/yyyy',
  'MM-dd-yyyy',
  'M-d-yyyy',
  'dd.MM.yy',
  'dd-MM-yy',
  'dd/MM/yy',
  'd/M/yy',
  'MM/dd/yy',
  'M/d/yy',
  'yy-MM-dd',
  'd MMM yyyy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'MMM d, yyyy',
] as const;
const TIMES = [
  '',
  ' HH:mm:ss',
  ' HH:mm',
  'THH:mm:ss',
  'THH:mm',
  ' H:mm:ss',
  ' H:mm',
  ' h:mm:ss a',
  ' h:mm a',
  ', HH:mm',
  ', h:mm a',
  'HHmmss',
];

/** Patterns in order of preference; `yyyyMMddHHmmss` is the only one without a sign before the time. */
const PATTERNS = DAYS.flatMap((day) =>
  TIMES.filter((time) => time !== 'HHmmss' || day === 'yyyyMMdd').map((time) => day + time),
);
const PARSERS: readonly { pattern: string; parse: DateParser }[] = PATTERNS.map((pattern) => {
  const parse = dateParser(pattern);
  if (!parse) throw new RangeError(`not a date pattern: ${pattern}`);
  return { pattern, parse };
});

export interface DateGuess {
  readonly pattern: string;
  /** Share of the values that are dates by it. */
  readonly share: number;
  readonly isOrderAmbiguous: boolean;
}

const countMatches = (parse: DateParser, values: readonly string[], lastDay: number): number => {
  let count = 0;
  for (const value of values) {
    const date = parse(value);
    if (date && date.day >= EARLIEST_DAY && date.day <= lastDay) count++;
  }
  return count;
};

/**
 * The pattern that most of the non-empty `values` follow, or null where fewer than half do. `lastDay` is the last
 * day that can be meant (tomorrow): it tells 04.05.27 from a day to come.
 */
export const guessDatePattern = (values: readonly string[], lastDay: number): DateGuess | null => {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return null;
  // A hundred values rule out nearly every pattern; only what is left is tried on all of them.
  const few = filled.slice(0, 100);
  const candidates = PARSERS.filter(({ parse }) => countMatches(parse, few, lastDay) >= few.length * 0.4);
  let best: { pattern: string; count: number; hasTimeRead: number } | null = null;
  for (const { pattern, parse } of candidates) {
    const count = countMatches(parse, filled, lastDay);
    if (count < filled.length * 0.5) continue;
    // A pattern with a time also takes bare days; it is preferred only where times are really there.
    const hasTimeRead = filled.some((value) => parse(value)?.secondOfDay != null) ? 1 : 0;
    if (pattern.length > 10 && hasTimeRead === 0) continue;
    if (!best || count > best.count || (count === best.count && hasTimeRead > best.hasTimeRead)) {
      best = { pattern, count, hasTimeRead };
    }
  }
  if (!best) return null;
  const { pattern, count } = best;
  const chosen = dateParser(pattern);
  // Another order of day, month and year that fits as many values, but means other days by them.
  const isOrderAmbiguous = candidates.some(
    (other) =>
      other.pattern !== pattern &&
      countMatches(other.parse, filled, lastDay) === count &&
      filled.some((value) => other.parse(value)?.day !== chosen?.(value)?.day),
  );
  return { pattern, share: count / filled.length, isOrderAmbiguous };
};

/** Whether a column that is called a date holds days as Excel counts them, none before 1970. */
export const isSerialDates = (values: readonly string[], lastDay: number): boolean => {
  const filled = values.filter((value) => value.trim() !== '');
  const parse = dateParser(SERIAL_DATES);
  const days = filled.map((value) => parse?.(value)?.day);
  return filled.length > 0 && days.every((day) => day !== undefined && day >= 0 && day <= lastDay);
};
