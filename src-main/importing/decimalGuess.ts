/**
 * Which decimal mark the numbers of a file use. `1,250` is one and a quarter in Warsaw and twelve hundred and fifty in
 * London; a wrong guess makes every amount a thousand times too large, so what stands around it is asked first.
 */
import { type DecimalMark, parseDecimal } from '../../src-shared/domain/money.ts';

const OTHER: Readonly<Record<DecimalMark, DecimalMark>> = { '.': ',', ',': '.' };

/** The mark that is the decimal one judging by this number alone, or the one that could be either. */
const evidenceOf = (value: string): { decimal?: DecimalMark; either?: DecimalMark } => {
  const match = /(\d*)([.,])(\d+)\D*$/.exec(value);
  if (!match) return {};
  const [all, whole = '', sign, fraction = ''] = match;
  const mark: DecimalMark = sign === ',' ? ',' : '.';
  const markBefore = /\d([.,])$/.exec(value.slice(0, -all.length))?.[1];
  if (markBefore === mark) return { decimal: OTHER[mark] };
  const mayBeGroup = markBefore === undefined && /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3;
  return mayBeGroup ? { either: mark } : { decimal: mark };
};

/** Whether no number of these columns tells: then the owner is asked, because either reading looks believable. */
export const isDecimalUnclear = (columns: readonly (readonly string[])[]): boolean => {
  let isUnclear = false;
  for (const value of columns.flat()) {
    const { decimal, either } = evidenceOf(value);
    if (decimal !== undefined) return false;
    isUnclear ||= either !== undefined;
  }
  return isUnclear;
};

/**
 * `columns` are the values of each column of numbers. Clear cases decide by majority. Where every number has three digits
 * after its mark, they are decimals: weights, dinars. Where only some have, they are thousands. A point without any sign.
 */
export const guessDecimal = (columns: readonly (readonly string[])[]): DecimalMark => {
  const clear = { '.': 0, ',': 0 };
  let unclear: DecimalMark | null = null;
  for (const values of columns) {
    const filled = values.filter((value) => value.trim() !== '');
    const either = { '.': 0, ',': 0 };
    for (const value of filled) {
      const evidence = evidenceOf(value);
      if (evidence.decimal) clear[evidence.decimal]++;
      if (evidence.either) either[evidence.either]++;
    }
    for (const mark of ['.', ','] as const) {
      if (either[mark] > 0) unclear ??= either[mark] === filled.length ? mark : OTHER[mark];
    }
  }
  if (clear['.'] !== clear[',']) return clear[','] > clear['.'] ? ',' : '.';
  return unclear ?? '.';
};

/** Whether it is a number by either mark. */
export const isNumeric = (value: string): boolean =>
  typeof parseDecimal(value, '.') !== 'string' || typeof parseDecimal(value, ',') !== 'string';
