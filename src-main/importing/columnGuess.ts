/**
 * Which column means what, by its name in English, Polish or Romanian, and where there is no name, by what stands in
 * it. Only guesses a column it has a reason for; the owner sees and corrects the rest.
 */
import type { ImportField, ImportKind } from '../../src-shared/contract/importFields.ts';
import type { DecimalMark } from '../../src-shared/domain/money.ts';
import { NAMES_BY_KIND, PERSON_NAMES, plainName } from './columnNames.ts';
import { type DateGuess, guessDatePattern } from './dateGuess.ts';
import { guessDecimal, isDecimalUnclear } from './decimalGuess.ts';

export interface ColumnValues {
  /** The header's name, or null where the file has none. */
  readonly name: string | null;
  /** The first some thousand values. */
  readonly values: readonly string[];
}

const NUMBER =
  /^[-+(\u2212]?\s*\d[\d .,'\u00a0\u202f]*\)?-?\s*(?:zł|zl|pln|lei|leu|ron|€|eur|\$|usd|£|gbp)?\.?$/i;

const shareOf = (values: readonly string[], holds: (value: string) => boolean): number => {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
};

const isNumber = (value: string): boolean => NUMBER.test(value.trim());
const hasFraction = (value: string): boolean => /\d[.,]\d{1,2}\D*$/.test(value.trim());
const isEmail = (value: string): boolean => /^\S+@\S+\.\S+$/.test(value.trim());
const isPhone = (value: string): boolean => /^\+?[\d\s()-]{9,18}$/.test(value.trim());

type FoundColumns = Partial<Record<ImportField, number>>;

export interface ColumnGuess {
  readonly kind: ImportKind;
  readonly columns: FoundColumns;
  readonly decimal: DecimalMark;
  /** Nothing in the file tells whether 1,250 is one and a quarter. */
  readonly isDecimalAmbiguous: boolean;
  readonly date: DateGuess | null;
}

const byName = (columns: readonly ColumnValues[], kind: ImportKind): FoundColumns => {
  const names = columns.map(({ name }) => (name === null ? null : plainName(name)));
  const found: FoundColumns = {};
  const taken = new Set<number>();
  for (const [field, known] of NAMES_BY_KIND[kind]) {
    for (const name of known) {
      const at = names.findIndex((candidate, i) => candidate === name && !taken.has(i));
      if (at < 0) continue;
      found[field] = at;
      taken.add(at);
      break;
    }
  }
  return found;
};

/** Two words or more, in letters: "Anna Nowak", not "K-17". */
const isPersonName = (value: string): boolean =>
  /^\p{L}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*)+$/u.test(value.trim());

/** What kind of list this is, by its header; visits where the names do not say otherwise. */
export const guessKind = (columns: readonly ColumnValues[]): ImportKind => {
  const has = (kind: ImportKind) => {
    const found = byName(columns, kind);
    return (...fields: ImportField[]) => fields.filter((field) => found[field] !== undefined).length;
  };
  const opinion = has('opinions');
  const visit = has('visits');
  if (visit('date') === 1 && visit('amount', 'unitPrice', 'receipt', 'quantity') > 0) return 'visits';
  const scores = opinion('nps', 'csat', 'ces');
  if (scores > 0 && opinion('date') === 1) return 'opinions';
  if (visit('date') === 1) return 'visits';
  const customer = has('customers');
  const isPerson = customer('customer', 'customerName', 'firstName', 'lastName', 'cardNumber') > 0;
  const isSold = visit('amount', 'unitPrice', 'receipt', 'quantity') > 0;
  if (isPerson && !isSold && Object.keys(byName(columns, 'customers')).length >= 2) return 'customers';
  const offering = has('offerings');
  if (offering('name') === 1 && offering('price', 'cost', 'tax', 'plannedInterval') > 0) return 'offerings';
  return 'visits';
};

/** `lastDay`: see guessDatePattern. `kind`: the owner's choice; without it, by the header. */
export const guessColumns = (
  columns: readonly ColumnValues[],
  lastDay: number,
  kind: ImportKind = guessKind(columns),
): ColumnGuess => (kind === 'visits' ? guessVisits(columns, lastDay) : guessList(columns, lastDay, kind));

/** Lists of people, opinions and prices carry names for their columns, or the owner says what is what. */
const guessList = (columns: readonly ColumnValues[], lastDay: number, kind: ImportKind): ColumnGuess => {
  const found = byName(columns, kind);
  const isFree = (at: number) => !Object.values(found).includes(at);
  const findByValues = (field: ImportField, holds: (value: string) => boolean) => {
    if (found[field] !== undefined) return;
    const at = columns.findIndex(({ values }, i) => isFree(i) && shareOf(values, holds) >= 0.8);
    if (at >= 0) found[field] = at;
  };
  if (kind !== 'offerings') {
    findByValues('email', isEmail);
    if (found.customerName === undefined && found.lastName === undefined) {
      findByValues('customerName', isPersonName);
    }
    // Two columns of a name, or one: "Name" beside "First name" is the family name.
    if (kind === 'customers' && found.firstName !== undefined && found.lastName === undefined) {
      const at = found.customerName;
      if (at !== undefined && shareOf(columns[at]!.values, isPersonName) < 0.3) {
        found.lastName = at;
        delete found.customerName;
      }
    }
  }
  const dateColumns = (['date', 'birthday', 'customerSince'] as const).flatMap((field) => {
    const at = found[field];
    return at === undefined ? [] : [columns[at]!.values];
  });
  // The column with most dates says how they are written; the others must not contradict it.
  let date: DateGuess | null = null;
  for (const values of [dateColumns.flat(), ...dateColumns]) date ??= guessDatePattern(values, lastDay);
  const numbers = (['price', 'cost', 'tax', 'nps', 'csat', 'ces'] as const).flatMap((field) => {
    const at = found[field];
    return at === undefined ? [] : [columns[at]!.values];
  });
  return {
    kind,
    columns: found,
    decimal: guessDecimal(numbers),
    isDecimalAmbiguous: isDecimalUnclear(numbers),
    date,
  };
};

const guessVisits = (columns: readonly ColumnValues[], lastDay: number): ColumnGuess => {
  const found = byName(columns, 'visits');
  const taken = () => new Set(Object.values(found));
  const dateOf = (at: number): DateGuess | null => guessDatePattern(columns[at]!.values, lastDay);

  const dateByName = found.date;
  let date = dateByName === undefined ? null : dateOf(dateByName);
  if (!date) {
    delete found.date;
    for (let at = 0; at < columns.length; at++) {
      if (taken().has(at)) continue;
      const guess = dateOf(at);
      // In a column of numbers, a few always look like dates.
      if (guess && guess.share >= 0.9 && (!date || guess.share > date.share)) {
        date = guess;
        found.date = at;
      }
    }
    // Without any, its name still says where the dates should be: each row then gets its own reason.
    if (!date && dateByName !== undefined) found.date = dateByName;
  }

  const person = found.customer === undefined ? undefined : columns[found.customer];
  if (
    found.customer !== undefined &&
    found.customerName === undefined &&
    PERSON_NAMES.has(plainName(person?.name ?? '')) &&
    shareOf(person?.values ?? [], isPersonName) >= 0.5
  ) {
    found.customerName = found.customer;
    delete found.customer;
  }

  const free = (): number[] => columns.map((_, at) => at).filter((at) => !taken().has(at));
  if (found.email === undefined) {
    const at = free().find((i) => shareOf(columns[i]!.values, isEmail) >= 0.8);
    if (at !== undefined) found.email = at;
  }
  if (found.amount === undefined && found.unitPrice === undefined) {
    const numbers = free().filter((at) => shareOf(columns[at]!.values, isNumber) >= 0.9);
    const withFraction = numbers.filter((at) => shareOf(columns[at]!.values, hasFraction) >= 0.5);
    // Without a name, a bare last column of whole numbers is money only where something else can be the customer.
    const at = withFraction.at(-1) ?? (numbers.length > 1 ? numbers.at(-1) : undefined);
    if (at !== undefined) found.amount = at;
  }
  if (found.customer === undefined && found.customerName === undefined && found.phone === undefined) {
    const isIdLike = (at: number): boolean => {
      const filled = columns[at]!.values.filter((value) => value.trim() !== '');
      const distinct = new Set(filled).size;
      const isShort = shareOf(filled, (value) => value.trim().length <= 40) >= 0.95;
      // Customers come more than once, and there is more than a handful of them.
      return (
        filled.length > 0 && isShort && distinct >= Math.min(5, filled.length * 0.2) && !isFractional(filled)
      );
    };
    const isFractional = (values: readonly string[]): boolean => shareOf(values, hasFraction) >= 0.3;
    const candidates = free().filter(isIdLike);
    const repeated = candidates.find((at) => {
      const filled = columns[at]!.values.filter((value) => value.trim() !== '');
      return filled.length < 20 || new Set(filled).size < filled.length * 0.98;
    });
    const at = repeated ?? candidates[0];
    if (at !== undefined) {
      if (columns[at]!.name === null && shareOf(columns[at]!.values, isPhone) >= 0.9) found.phone = at;
      else found.customer = at;
    }
  }
  // A price without a quantity is what was paid.
  if (found.unitPrice !== undefined && found.quantity === undefined && found.amount === undefined) {
    found.amount = found.unitPrice;
  }
  if (found.amount !== undefined) delete found.unitPrice;

  const numbers = [found.amount, found.unitPrice, found.quantity].flatMap((at) =>
    at === undefined ? [] : [columns[at]!.values],
  );
  return {
    kind: 'visits',
    columns: found,
    decimal: guessDecimal(numbers),
    isDecimalAmbiguous: isDecimalUnclear(numbers),
    date,
  };
};
