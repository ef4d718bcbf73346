/** What one row of an opinions file says, or why it cannot be taken. A score off its scale is refused, never moved onto it. */
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { parseDecimal } from '../../src-shared/domain/money.ts';
import type { ResolvedColumns } from './resolveColumns.ts';
import { MAX_NOTE, MAX_TEXT, oneLine, rowReader, type ShopContext } from './rowCells.ts';
import { momentReader, type RowMoment } from './rowMoment.ts';
import { personReader, type RowPerson } from './rowPerson.ts';

export interface OpinionRow extends RowMoment {
  readonly kind: 'opinions';
  /** Null: nobody knows whose. */
  readonly person: RowPerson | null;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly comment: string | null;
  readonly channel: string | null;
  readonly staff: string | null;
}

const SCALES = { nps: [0, 10], csat: [1, 5], ces: [1, 7] } as const;
type Score = keyof typeof SCALES;

export const opinionInterpreter = (
  mapping: Pick<Mapping, 'decimal' | 'onMissingCustomer'>,
  columns: ResolvedColumns,
  shop: ShopContext,
): ((cells: readonly string[] | null) => OpinionRow | RejectionReason) => {
  const { at } = columns;
  const reader = rowReader(columns);
  const { cell } = reader;
  const readMoment = momentReader(columns.parseDate, shop);
  const readPerson = personReader(at, shop.timeZone);

  const readScore = (score: Score): number | null | 'invalidScore' | 'offScale' => {
    // "9/10" is how people write it.
    const text = cell(at[score]).replace(new RegExp(`\\s*/\\s*${SCALES[score][1]}$`), '');
    if (text === '') return null;
    const read = parseDecimal(text, mapping.decimal);
    if (typeof read === 'string') return 'invalidScore';
    if (read.scale > 0) return 'invalidScore';
    const [least, most] = SCALES[score];
    return read.coefficient < least || read.coefficient > most ? 'offScale' : read.coefficient;
  };

  return (cells) => {
    const fault = reader.begin(cells);
    if (fault !== null) return fault;
    const moment = readMoment(cell(at.date));
    if (typeof moment === 'string') return moment;
    const person = readPerson(cell);
    if (person === 'textTooLong') return person;
    if (person === null && mapping.onMissingCustomer === 'reject') return 'missingCustomer';
    const nps = readScore('nps');
    const csat = readScore('csat');
    const ces = readScore('ces');
    if (typeof nps === 'string') return nps;
    if (typeof csat === 'string') return csat;
    if (typeof ces === 'string') return ces;
    const comment = cell(at.comment);
    const channel = oneLine(cell(at.channel));
    const staff = oneLine(cell(at.staff));
    if (Math.max(channel.length, staff.length) > MAX_TEXT || comment.length > MAX_NOTE) return 'textTooLong';
    if (nps === null && csat === null && ces === null && comment === '') return 'missingOpinion';
    return {
      kind: 'opinions',
      person,
      ...moment,
      nps,
      csat,
      ces,
      comment: comment || null,
      channel: channel || null,
      staff: staff === '' || fold(staff) === '' ? null : staff,
    };
  };
};
