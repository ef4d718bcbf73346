/** Taking changes back. */
import type { historyContract } from '../../../src-shared/contract/historyContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { requireOwnChange } from '../../services/ownWork.ts';
import { undoChange } from '../../services/undoService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const historyHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof historyContract> => {
  const { done } = writingWith({ session, gate, dataChanged });
  return {
    'change.undo': ({ changeId }, caller) =>
      done((db) => {
        requireOwnChange(db, caller, changeId, nowMs());
        undoChange(db, changeId, nowMs());
      }),
  };
};
