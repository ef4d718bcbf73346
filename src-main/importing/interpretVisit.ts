/** What one row of a visits file says, or why it cannot be taken. Pure: knows nothing of the database. */
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { ResolvedColumns } from './resolveColumns.ts';
import { amountReader, type RowAmount } from './rowAmount.ts';
import { MAX_NOTE, MAX_TEXT, oneLine, rowReader, type ShopContext } from './rowCells.ts';
import { momentReader, type RowMoment } from './rowMoment.ts';
import { personReader, type RowPerson } from './rowPerson.ts';

export interface VisitRow extends RowMoment, RowAmount {
  readonly kind: 'visits';
  /** Null: a walk-in. */
  readonly person: RowPerson | null;
  readonly receipt: string | null;
  readonly offering: string | null;
  readonly category: string | null;
  readonly staff: string | null;
  readonly note: string | null;
  readonly source: string | null;
}

const named = (text: string): string | null => (text === '' || fold(text) === '' ? null : text);

export const visitInterpreter = (
  mapping: Pick<Mapping, 'decimal' | 'onMissingCustomer'>,
  columns: ResolvedColumns,
  shop: ShopContext,
): ((cells: readonly string[] | null) => VisitRow | RejectionReason) => {
  const { at } = columns;
  const reader = rowReader(columns);
  const { cell } = reader;
  const readMoment = momentReader(columns.parseDate, shop);
  const readPerson = personReader(at, shop.timeZone);
  const readAmount = amountReader(mapping.decimal, shop.currency);
  return (cells) => {
    const fault = reader.begin(cells);
    if (fault !== null) return fault;
    const moment = readMoment(cell(at.date));
    if (typeof moment === 'string') return moment;
    const person = readPerson(cell);
    if (person === 'textTooLong') return person;
    const receipt = cell(at.receipt);
    const offering = oneLine(cell(at.offering));
    const category = oneLine(cell(at.category));
    const staff = oneLine(cell(at.staff));
    const note = cell(at.note);
    const source = oneLine(cell(at.source));
    if (
      Math.max(receipt.length, offering.length, category.length, staff.length, source.length) > MAX_TEXT ||
      note.length > MAX_NOTE
    ) {
      return 'textTooLong';
    }
    if (person === null && mapping.onMissingCustomer === 'reject') return 'missingCustomer';
    const amount = readAmount({
      quantity: cell(at.quantity),
      amount: at.amount === undefined ? undefined : cell(at.amount),
      unitPrice: at.unitPrice === undefined ? undefined : cell(at.unitPrice),
      discount: cell(at.discount),
    });
    if (typeof amount === 'string') return amount;
    return {
      kind: 'visits',
      person,
      businessDate: moment.businessDate,
      secondOfDay: moment.secondOfDay,
      occurredAtMs: moment.occurredAtMs,
      receipt: receipt || null,
      offering: named(offering),
      category: named(category),
      quantityThousandths: amount.quantityThousandths,
      amountMinor: amount.amountMinor,
      discountMinor: amount.discountMinor,
      staff: named(staff),
      note: note || null,
      source: source || null,
    };
  };
};
