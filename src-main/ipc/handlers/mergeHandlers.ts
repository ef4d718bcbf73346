/** Two cards of one person made one. Writes wait at the gate while an import is writing. */
import type { mergeContract } from '../../../src-shared/contract/mergeContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { shownPairPage } from '../../services/duplicateService.ts';
import { keepApart, mergeCustomers, previewMerge } from '../../services/mergeService.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const mergeHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
  analytics,
}: AppServices): HandlersFor<typeof mergeContract> => {
  const { write } = writingWith({ session, gate, dataChanged });
  return {
    'customer.duplicatePairs': async (input) =>
      shownPairPage(await analytics().ask('duplicatePairs', input), await phoneBookOf(session.shop.db)),
    'customer.mergePreview': async (input) => {
      const { db } = session.shop;
      return previewMerge(db, input, await phoneBookOf(db));
    },
    'customer.merge': (input) => write((db) => mergeCustomers(db, input, nowMs())),
    'customer.keepApart': (input) => write((db) => keepApart(db, input, nowMs())),
  };
};
