/** Taking changes back. */
import type { historyContract } from '../../../src-shared/contract/historyContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { undoChange } from '../../services/undoService.ts';
import type { AppServices } from './appServices.ts';

export const historyHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof historyContract> => ({
  'change.undo': async ({ changeId }) => {
    await gate.run(() => undoChange(session.shop.db, changeId, nowMs()));
    dataChanged();
    return { done: true };
  },
});
