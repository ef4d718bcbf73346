/** A visit as it stands in its form, all in typed text, and what it says once it is read. Pure. */

import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import type { ShownVisit, VisitMoment } from '../../src-shared/contract/visitContract.ts';
import { paymentOf } from '../../src-shared/domain/benefitRules.ts';
import { minorDigits } from '../../src-shared/domain/money.ts';
import { lineOfPrice, ONE_THOUSANDTHS, unitPriceOf } from '../../src-shared/domain/visitLine.ts';
import type { LineBenefit } from '../benefits/lineBenefit.ts';
import { type DateWords, parseTypedDate } from '../ui/typedDate.ts';
import {
  amountText,
  decimalText,
  parseTypedDiscount,
  parseTypedPrice,
  parseTypedQuantity,
  parseTypedTime,
  quantityText,
} from './typedNumbers.ts';

export interface LineDraft {
  /** Tells the rows apart while they are typed. */
  readonly key: number;
  /** Null: not recorded yet. */
  readonly lineId: number | null;
  readonly price: string;
  readonly offering: string;
  readonly quantity: string;
  readonly discount: string;
  readonly staffId: number | null;
  /** What the customer holds and pays with. */
  readonly benefit: LineBenefit | null;
}

export interface VisitDraft {
  readonly lines: readonly LineDraft[];
  readonly staffId: number | null;
  readonly note: string;
  /** Empty: today. */
  readonly date: string;
  /** Empty: now, or noon of another day. */
  readonly time: string;
  /** As typed, by own field. */
  readonly own: Readonly<Record<number, string>>;
  /** Of the recorded visit it started from. */
  readonly revision: string | null;
}

export interface Writing {
  readonly currency: string;
  readonly locale: Locale;
}

export const emptyLine = (key: number): LineDraft => ({
  key,
  lineId: null,
  price: '',
  offering: '',
  quantity: '1',
  discount: '',
  staffId: null,
  benefit: null,
});

export const EMPTY_VISIT: VisitDraft = {
  lines: [emptyLine(1)],
  staffId: null,
  note: '',
  date: '',
  time: '',
  own: {},
  revision: null,
};

export const nextKey = (lines: readonly LineDraft[]): number =>
  Math.max(0, ...lines.map(({ key }) => key)) + 1;

/** The form of a recorded visit. Lines that pay back are not typed and stand beside it. */
export const draftOf = (visit: ShownVisit, { currency, locale }: Writing): VisitDraft => {
  const lines = visit.lines.filter(({ isRefund }) => !isRefund);
  return {
    lines:
      lines.length === 0
        ? [emptyLine(1)]
        : lines.map((line, at) => {
            const gross = line.amountMinor + (line.discountMinor ?? 0);
            const price = unitPriceOf(gross, line.quantityThousandths, currency);
            return {
              key: at + 1,
              lineId: line.lineId,
              price: price === null ? amountText(gross, currency, locale) : decimalText(price, locale),
              offering: line.offeringName ?? '',
              quantity: quantityText(line.quantityThousandths, locale) || '0',
              discount: line.discountMinor === null ? '' : amountText(line.discountMinor, currency, locale),
              staffId: line.staffId,
              benefit: line.benefit === null ? null : { ...line.benefit, holding: null },
            };
          }),
    staffId: visit.staffId,
    note: visit.note ?? '',
    date: dayText(visit.date, locale),
    time: visit.time,
    own: Object.fromEntries(visit.ownValues.map(({ fieldId, value }) => [fieldId, value])),
    revision: visit.revision,
  };
};

export interface UsualVisit {
  readonly staffId: number | null;
  readonly lines: readonly {
    readonly offeringName: string | null;
    readonly quantityThousandths: number;
    readonly amountMinor: number | null;
    readonly discountMinor: number | null;
    readonly staffId: number | null;
  }[];
}

/** What they had the last time, as lines that are to be recorded anew. */
export const draftOfUsual = (
  { staffId, lines }: UsualVisit,
  { currency, locale }: Writing,
): Pick<VisitDraft, 'lines' | 'staffId'> => ({
  staffId,
  lines: lines.map(({ offeringName, quantityThousandths, amountMinor, discountMinor, ...line }, at) => {
    const gross = amountMinor === null ? null : amountMinor + (discountMinor ?? 0);
    return {
      key: at + 1,
      lineId: null,
      ...priceAndQuantity(gross, quantityThousandths, { currency, locale }),
      offering: offeringName ?? '',
      discount: discountMinor === null ? '' : amountText(discountMinor, currency, locale),
      staffId: line.staffId,
      benefit: null,
    };
  }),
});

/** A price that does not come out even for one piece is that of all of them. */
const priceAndQuantity = (
  gross: number | null,
  quantityThousandths: number,
  { currency, locale }: Writing,
): Pick<LineDraft, 'price' | 'quantity'> => {
  const quantity = quantityText(quantityThousandths, locale) || '1';
  if (gross === null) return { price: '', quantity };
  const each = unitPriceOf(gross, quantityThousandths, currency);
  return each === null
    ? { price: amountText(gross, currency, locale), quantity: '1' }
    : { price: decimalText(each, locale), quantity };
};

/** As days are typed: 22.11.2026, in English 22/11/2026. */
const dayText = (isoDate: string, locale: Locale): string =>
  [isoDate.slice(8, 10), isoDate.slice(5, 7), isoDate.slice(0, 4)].join(locale === 'en' ? '/' : '.');

export type LineFaultName =
  | 'price'
  | 'priceMissing'
  | 'negative'
  | 'quantity'
  | 'discount'
  | 'discountTooLarge';
export type MomentFault = 'date' | 'time' | 'future';

export interface ReadLine {
  readonly lineId: number | null;
  readonly offeringName: string | null;
  readonly quantityThousandths: number;
  /** Null: no amount yet. */
  readonly amountMinor: number | null;
  readonly discountMinor: number | null;
  readonly staffId: number | null;
  readonly benefitId: number | null;
}

const isBlank = ({ price, offering, discount, quantity, benefit }: LineDraft): boolean =>
  benefit === null &&
  price.trim() === '' &&
  offering.trim() === '' &&
  discount.trim() === '' &&
  quantity.trim() === '1';

/** What a row says, or what is wrong with it; `isOnly` may be without an amount. */
export const readLine = (
  line: LineDraft,
  isOnly: boolean,
  { currency, locale }: Writing,
): ReadLine | LineFaultName => {
  const quantityThousandths = parseTypedQuantity(line.quantity);
  if (quantityThousandths === null) return 'quantity';
  const rest = {
    lineId: line.lineId,
    offeringName: line.offering.trim() || null,
    quantityThousandths,
    staffId: line.staffId,
    benefitId: line.benefit?.benefitId ?? null,
  };
  const price = parseTypedPrice(line.price, currency, locale);
  if (typeof price === 'string') return 'price';
  const discount = parseTypedDiscount(line.discount, currency, locale);
  if (typeof discount === 'string') return 'discount';
  const paying = line.benefit?.holding ?? null;
  if (price === null && paying !== null && discount === null)
    return { ...rest, amountMinor: 0, discountMinor: null };
  if (price === null) {
    return isOnly && discount === null ? { ...rest, amountMinor: null, discountMinor: null } : 'priceMissing';
  }
  if (price.coefficient < 0) return 'negative';
  if (quantityThousandths === ONE_THOUSANDTHS && price.scale > minorDigits(currency)) return 'price';
  const made = lineOfPrice(quantityThousandths, price, discount, currency);
  if (made === 'discountAbovePrice') return 'discountTooLarge';
  if (typeof made === 'string') return 'price';
  return { ...rest, ...(paying === null ? made : paidBy(paying, rest, made.amountMinor)) };
};

/** The holding pays what it can; a price that was reduced by hand is what it is asked for. */
const paidBy = (
  holding: Holding,
  { quantityThousandths }: Pick<ReadLine, 'quantityThousandths'>,
  grossMinor: number,
): Pick<ReadLine, 'amountMinor' | 'discountMinor'> => {
  // What it pays for is asked where it is offered.
  const paid = paymentOf(holding.rules, null, holding.balance, {
    offeringId: null,
    quantityThousandths,
    grossMinor,
  });
  // Not enough: sent as all of it, for the ledger to refuse in words.
  if (typeof paid === 'string') return { amountMinor: 0, discountMinor: grossMinor };
  return {
    amountMinor: paid.amountMinor,
    discountMinor: paid.discountMinor === 0 ? null : paid.discountMinor,
  };
};

/** Rows that say something; a row left blank is no line, but the only one may be. */
export const writtenLines = (lines: readonly LineDraft[]): LineDraft[] =>
  lines.filter((line) => !isBlank(line));

export const readMoment = (
  { date, time }: Pick<VisitDraft, 'date' | 'time'>,
  today: string,
  dateWords: DateWords,
): VisitMoment | MomentFault => {
  const day = date.trim() === '' ? today : parseTypedDate(date, today, dateWords);
  if (day === null) return 'date';
  if (day > today) return 'future';
  if (time.trim() === '') return { date: day, time: null };
  const clock = parseTypedTime(time);
  return clock === null ? 'time' : { date: day, time: clock };
};

/** Own values in the one form they are kept in, or the field whose text does not fit. */
export const readOwnValues = (
  own: VisitDraft['own'],
  kinds: ReadonlyMap<number, string>,
  today: string,
  dateWords: DateWords,
): { fieldId: number; value: string }[] | { readonly faultOf: number } => {
  const values: { fieldId: number; value: string }[] = [];
  for (const [id, typed] of Object.entries(own)) {
    const fieldId = Number(id);
    const text = typed.trim();
    if (text === '') continue;
    const kind = kinds.get(fieldId);
    const value =
      kind === 'number' ? plainNumber(text) : kind === 'date' ? parseTypedDate(text, today, dateWords) : text;
    if (value === null) return { faultOf: fieldId };
    values.push({ fieldId, value });
  }
  return values;
};

const plainNumber = (text: string): string | null =>
  /^[-\u2212]?\d{1,15}(?:[.,]\d{1,9})?$/.test(text) ? text.replace(',', '.').replace('\u2212', '-') : null;
