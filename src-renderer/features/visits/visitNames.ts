/** How a visit and its lines are named in sentences. Pure. */
import type { ShownLine, ShownVisit } from '../../../src-shared/contract/visitContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export const visitorOf = (visit: ShownVisit, words: Words): string =>
  visit.customer?.name ?? words.t('desk.walkInName');

export const lineName = (line: ShownLine, words: Words): string =>
  line.offeringName ?? words.t('visits.nothing');

export const isRefundVisit = (visit: ShownVisit): boolean =>
  visit.lines.length > 0 && visit.lines.every(({ isRefund }) => isRefund);

/** What is left to be paid back of it. */
export const isRefundable = (visit: ShownVisit): boolean =>
  visit.lines.some(({ refundable }) => refundable.quantityThousandths > 0);
