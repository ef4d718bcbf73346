/** A deadline as it is typed; empty is no day at all. Pure. */
import type { Locale } from '../../src-shared/contract/values.ts';
import { parseTypedNext } from '../visitForm/typedNext.ts';

/** Undefined where what is typed is no day ahead. */
export const typedDue = (text: string, today: string, locale: Locale): string | null | undefined => {
  if (text.trim() === '') return null;
  return parseTypedNext(text, today, locale)?.onDate;
};

/** As days are typed: 27.11., with the year where it is another than this one. */
export const dueAsTyped = (isoDate: string | null, today: string): string => {
  if (isoDate === null) return '';
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${day}.${month}.${isoDate.slice(0, 4) === today.slice(0, 4) ? '' : year}`;
};
