/**
 * What one row of a visits file says, by the mapping, or why it cannot be taken. Pure: it knows the shop's currency and
 * time zone, and nothing of the database.
 */
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import { instantOfLocalTime, localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import {
  type Decimal,
  minorDigits,
  multiplyToMinor,
  parseDecimal,
  parseMoney,
} from '../../src-shared/domain/money.ts';
import { phoneCountryOf, phoneE164 } from '../../src-shared/domain/phone.ts';
import { EARLIEST_DAY } from './dateText.ts';
import type { ResolvedColumns } from './resolveColumns.ts';

export interface RowPerson {
  /** Equal for rows of one person: number, else phone, else e-mail, else folded name. */
  readonly key: string;
  readonly externalId: string | null;
  readonly phoneE164: string | null;
  readonly email: string | null;
  readonly name: string | null;
}

export interface ImportRow {
  /** Null: a walk-in. */
  readonly person: RowPerson | null;
  readonly businessDate: string;
  /** Seconds after local midnight, or null where the file gives the day alone. */
  readonly secondOfDay: number | null;
  readonly occurredAtMs: number;
  readonly receipt: string | null;
  readonly offering: string | null;
  readonly category: string | null;
  /** 1 piece = 1000; negative for a refund. */
  readonly quantityThousandths: number;
  /** Null where the mapping has no amount at all: a list of appointments. */
  readonly amountMinor: number | null;
  readonly staff: string | null;
  readonly note: string | null;
  readonly source: string | null;
}

export interface ShopContext {
  readonly currency: string;
  readonly timeZone: string;
  /** Rows of later days are refused. */
  readonly todayDay: number;
}

export type RowInterpreter = (cells: readonly string[] | null) => ImportRow | RejectionReason;

const MAX_TEXT = 200;
const MAX_NOTE = 4000;
/** A row that only names a day happened at some time of it; noon is on that day in every zone's summer and winter. */
const NOON_MS = 12 * 3_600_000;
const PIECE = 1000;
const MAX_QUANTITY_THOUSANDTHS = 1e12;

/** "2 szt", "1,5 h": the unit says nothing that counts here. */
const withoutUnit = (text: string): string => text.replace(/\s*[\p{L}.]+\s*$/u, '');

const thousandthsOf = ({ coefficient, scale }: Decimal): number | null => {
  const value = coefficient * 10 ** (3 - scale);
  return Number.isInteger(value) && Math.abs(value) <= MAX_QUANTITY_THOUSANDTHS ? value : null;
};

/** Nearly every cell is one already. */
const oneLine = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text);

const ONE: Decimal = { coefficient: 1, scale: 0 };

export const rowInterpreter = (
  mapping: Pick<Mapping, 'decimal' | 'onMissingCustomer'>,
  { at, width, parseDate }: ResolvedColumns,
  shop: ShopContext,
): RowInterpreter => {
  const { currency, timeZone, todayDay } = shop;
  const { decimal } = mapping;
  const notation = { decimal, currency };
  const phoneCountry = phoneCountryOf(timeZone);
  const mapped = Object.values(at);
  const lastMapped = Math.max(...mapped);
  const instants = new Map<number, { readonly businessDate: string; readonly noonMs: number }>();
  const dayFacts = (day: number) => {
    let facts = instants.get(day);
    if (!facts) {
      facts = { businessDate: isoOfDay(day), noonMs: instantOfLocalTime(day, NOON_MS, timeZone) };
      instants.set(day, facts);
    }
    return facts;
  };

  const readPrice = (text: string): Decimal | RejectionReason => {
    const parsed = parseDecimal(text, decimal);
    if (typeof parsed !== 'string') return parsed;
    if (parsed === 'empty') return 'missingAmount';
    if (parsed === 'tooLarge') return 'amountOutOfRange';
    // With a currency sign beside it, a price is read like an amount.
    const minor = parseMoney(text, notation);
    if (typeof minor === 'string') return minor === 'tooLarge' ? 'amountOutOfRange' : 'invalidAmount';
    return { coefficient: minor, scale: minorDigits(currency) };
  };

  return (cells) => {
    if (cells === null || cells.length <= lastMapped) return 'wrongColumnCount';
    for (let i = width; i < cells.length; i++) if (cells[i]!.trim() !== '') return 'wrongColumnCount';
    const cell = (position: number | undefined): string =>
      position === undefined ? '' : cells[position]!.trim();

    for (const position of mapped) if (cells[position]!.includes('\ufffd')) return 'undecodable';

    const dateText = cell(at.date);
    if (dateText === '') return 'missingDate';
    const date = parseDate(dateText);
    if (date === null) return 'invalidDate';
    let day = date.day;
    let occurredAtMs: number | null = null;
    if (date.zoneMinutes !== null && date.secondOfDay !== null) {
      occurredAtMs = day * 86_400_000 + date.secondOfDay * 1000 - date.zoneMinutes * 60_000;
      day = localDayOfInstant(occurredAtMs, timeZone);
    }
    if (day < EARLIEST_DAY || day > todayDay) return 'dateOutOfRange';
    const { businessDate, noonMs } = dayFacts(day);
    if (occurredAtMs === null) {
      occurredAtMs =
        date.secondOfDay === null ? noonMs : instantOfLocalTime(day, date.secondOfDay * 1000, timeZone);
    }

    const externalId = cell(at.customer);
    const name = oneLine(cell(at.customerName));
    const phone = at.phone === undefined ? null : phoneE164(cell(at.phone), phoneCountry);
    const email = cell(at.email).includes('@') ? cell(at.email).toLowerCase() : '';
    const receipt = cell(at.receipt);
    const offering = oneLine(cell(at.offering));
    const category = oneLine(cell(at.category));
    const staff = oneLine(cell(at.staff));
    const note = cell(at.note);
    const source = cell(at.source);
    const longest = Math.max(
      externalId.length,
      name.length,
      email.length,
      receipt.length,
      offering.length,
      category.length,
      staff.length,
      source.length,
    );
    if (longest > MAX_TEXT || note.length > MAX_NOTE) return 'textTooLong';

    const isNameAll = name !== '' && externalId === '' && phone === null && email === '';
    const foldedName = isNameAll ? fold(name) : '';
    const key =
      externalId !== ''
        ? `i${externalId}`
        : phone !== null
          ? `p${phone}`
          : email !== ''
            ? `e${email}`
            : foldedName !== ''
              ? `n${foldedName}`
              : null;
    if (key === null && mapping.onMissingCustomer === 'reject') return 'missingCustomer';

    let quantity = ONE;
    if (at.quantity !== undefined && cell(at.quantity) !== '') {
      let read = parseDecimal(cell(at.quantity), decimal);
      if (typeof read === 'string') read = parseDecimal(withoutUnit(cell(at.quantity)), decimal);
      if (typeof read === 'string') return 'invalidQuantity';
      quantity = read;
    }
    let quantityThousandths = thousandthsOf(quantity);
    if (quantityThousandths === null) return 'invalidQuantity';

    let amountMinor: number | null = null;
    if (at.amount !== undefined) {
      const read = parseMoney(cell(at.amount), notation);
      if (read === 'empty') return 'missingAmount';
      if (read === 'tooLarge') return 'amountOutOfRange';
      if (typeof read === 'string') return 'invalidAmount';
      amountMinor = read;
    } else if (at.unitPrice !== undefined) {
      const price = readPrice(cell(at.unitPrice));
      if (typeof price === 'string') return price;
      const read = multiplyToMinor(quantity, price, currency);
      if (typeof read === 'string') return 'amountOutOfRange';
      amountMinor = read;
    }
    // A refund is negative in both, whichever of the two the file marks.
    if (amountMinor !== null && amountMinor < 0)
      quantityThousandths = -Math.abs(quantityThousandths || PIECE);
    else if (amountMinor !== null && quantityThousandths < 0 && amountMinor !== 0) amountMinor = -amountMinor;

    return {
      person:
        key === null
          ? null
          : {
              key,
              externalId: externalId || null,
              phoneE164: phone,
              email: email || null,
              name: name || null,
            },
      businessDate,
      secondOfDay: date.secondOfDay,
      occurredAtMs,
      receipt: receipt || null,
      offering: offering === '' || fold(offering) === '' ? null : offering,
      category: category === '' || fold(category) === '' ? null : category,
      quantityThousandths,
      amountMinor,
      staff: staff === '' || fold(staff) === '' ? null : staff,
      note: note || null,
      source: source || null,
    };
  };
};
