/**
 * What one row of a file says, by the mapping, or why it cannot be taken. Pure: it knows the shop's currency and time
 * zone, and nothing of the database.
 */
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import { type CustomerRow, customerInterpreter } from './interpretCustomer.ts';
import { type OfferingRow, offeringInterpreter } from './interpretOffering.ts';
import { type OpinionRow, opinionInterpreter } from './interpretOpinion.ts';
import { type VisitRow, visitInterpreter } from './interpretVisit.ts';
import type { ResolvedColumns } from './resolveColumns.ts';
import type { ShopContext } from './rowCells.ts';

export type ImportRow = VisitRow | CustomerRow | OpinionRow | OfferingRow;
export type RowInterpreter = (cells: readonly string[] | null) => ImportRow | RejectionReason;

const INTERPRETERS = {
  visits: visitInterpreter,
  customers: customerInterpreter,
  opinions: opinionInterpreter,
  offerings: offeringInterpreter,
} as const;

export const rowInterpreter = (
  mapping: Pick<Mapping, 'kind' | 'decimal' | 'onMissingCustomer'>,
  columns: ResolvedColumns,
  shop: ShopContext,
): RowInterpreter => INTERPRETERS[mapping.kind](mapping, columns, shop);
