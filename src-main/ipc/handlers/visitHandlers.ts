/** Visits. Writes wait at the gate while an import is writing. */
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { visitContract } from '../../../src-shared/contract/visitContract.ts';
import { todaySeenBy } from '../../services/deskView.ts';
import {
  cancelVisit,
  editVisit,
  recordVisit,
  refundVisit,
  uncancelVisit,
} from '../../services/visitService.ts';
import { undoRecordedVisit } from '../../services/visitUndoService.ts';
import { showVisit, visitFormParts, visitsToday } from '../../services/visitViews.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const visitHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof visitContract> => {
  const { write } = writingWith({ session, gate, dataChanged });
  return {
    'visit.record': (input, { role }) => write((db) => recordVisit(db, input, nowMs(), role ?? 'desk')),
    'visit.formParts': () => visitFormParts(session.shop.db),
    'visit.get': ({ visitId }) => showVisit(session.shop.db, visitId),
    'visit.edit': (input) => write((db) => editVisit(db, input, nowMs())),
    'visit.refund': (input) => write((db) => refundVisit(db, input, nowMs())),
    'visit.cancel': (input) => write((db) => cancelVisit(db, input, nowMs())),
    'visit.undoRecorded': (input) => write((db) => undoRecordedVisit(db, input, nowMs())),
    'visit.uncancel': (input) => write((db) => uncancelVisit(db, input, nowMs())),
    'visit.today': (_input, { role }) => todaySeenBy(role, visitsToday(session.shop.db, nowMs())),
  };
};
