/** Two cards of one person made one. Writes wait at the gate while an import is writing. */
import type { mergeContract } from '../../../src-shared/contract/mergeContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { keepApart, mergeCustomers, previewMerge } from '../../services/mergeService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const mergeHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof mergeContract> => {
  const { write, done } = writingWith({ session, gate, dataChanged });
  return {
    'customer.mergePreview': (input) => previewMerge(session.shop.db, input),
    'customer.merge': (input) => write((db) => mergeCustomers(db, input, nowMs())),
    'customer.keepApart': (input) => done((db) => keepApart(db, input, nowMs())),
  };
};
