/** Visits. Writes wait at the gate while an import is writing. */
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { visitContract } from '../../../src-shared/contract/visitContract.ts';
import {
  cancelVisit,
  editVisit,
  recordVisit,
  refundVisit,
  uncancelVisit,
} from '../../services/visitService.ts';
import { showVisit, visitFormParts, visitsToday } from '../../services/visitViews.ts';
import type { AppServices } from './appServices.ts';

export const visitHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof visitContract> => {
  /** The shop is asked for when the gate is open: it may have been closed while we waited. */
  const written = async <T>(write: (db: typeof session.shop.db) => T): Promise<T> => {
    const done = await gate.run(() => write(session.shop.db));
    dataChanged();
    return done;
  };
  return {
    'visit.record': (input) => written((db) => recordVisit(db, input, nowMs())),
    'visit.formParts': () => visitFormParts(session.shop.db),
    'visit.get': ({ visitId }) => showVisit(session.shop.db, visitId),
    'visit.edit': (input) => written((db) => editVisit(db, input, nowMs())),
    'visit.refund': (input) => written((db) => refundVisit(db, input, nowMs())),
    'visit.cancel': (input) => written((db) => cancelVisit(db, input, nowMs())),
    'visit.uncancel': (input) => written((db) => uncancelVisit(db, input, nowMs())),
    'visit.today': () => visitsToday(session.shop.db, nowMs()),
  };
};
