/** Taxes and intervals as people type them: "23", "8,5 %"; "6 weeks", "14 dni", "2 săptămâni". Pure. */
import { parseDecimal } from '../../../src-shared/domain/money.ts';

const BASIS_POINTS = 10_000;
const MOST_DAYS = 3660;

/** Hundredths of a percent, null for an empty field, or 'fault'. */
export const parseTypedRate = (text: string): number | null | 'fault' => {
  const bare = text.replace(/%/g, '').trim();
  if (bare === '') return null;
  const parsed = parseDecimal(bare, bare.includes(',') ? ',' : '.');
  if (typeof parsed === 'string' || parsed.scale > 2) return 'fault';
  const points = parsed.coefficient * 10 ** (2 - parsed.scale);
  return points < 0 || points > BASIS_POINTS ? 'fault' : points;
};

/** The first letters of days, weeks, months and years in the three languages; no two languages quarrel about one. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|z)/, 1],
  [/^(?:w|t|s)/, 7],
];

/** Whole days, null for an empty field, or 'fault'. A bare number counts days. */
export const parseTypedInterval = (text: string): number | null | 'fault' => {
  const bare = text.trim().toLowerCase();
  if (bare === '') return null;
  const parts = /^(\d{1,4})\s*(?:de\s+)?(\p{L}*)\.?$/u.exec(bare);
  if (!parts) return 'fault';
  const unit = parts[2] ?? '';
  const daysEach = unit === '' ? 1 : UNITS.find(([begins]) => begins.test(unit))?.[1];
  if (daysEach === undefined) return 'fault';
  const days = Number(parts[1]) * daysEach;
  return days < 1 || days > MOST_DAYS ? 'fault' : days;
};
