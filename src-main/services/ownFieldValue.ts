/** What may stand in a field that the shop added to its cards or visits. */

import { parseIsoDate } from '../../src-shared/domain/calendar.ts';
import type { OwnFieldKind } from '../../src-shared/domain/closedLists.ts';

/** One form per kind: ISO day, decimal point, 'yes' or 'no', one of the choices. */
export const isOwnValue = (kind: OwnFieldKind, choices: readonly string[], value: string): boolean => {
  if (kind === 'number') return /^-?\d{1,15}(\.\d{1,9})?$/.test(value);
  if (kind === 'date') return parseIsoDate(value) !== null;
  if (kind === 'yesNo') return value === 'yes' || value === 'no';
  return kind === 'text' || choices.includes(value);
};
