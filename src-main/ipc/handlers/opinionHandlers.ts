/** Opinions. Writes wait at the gate while an import is writing. */
import type { opinionContract } from '../../../src-shared/contract/opinionContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import {
  deleteOpinion,
  editOpinion,
  listOpinionInbox,
  opinionChannels,
  opinionScores,
  opinionTrend,
  readOpinion,
  recordOpinion,
} from '../../services/opinionService.ts';
import type { AppServices } from './appServices.ts';

export const opinionHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof opinionContract> => {
  const written = async <T>(write: (db: typeof session.shop.db) => T): Promise<T> => {
    const done = await gate.run(() => write(session.shop.db));
    dataChanged();
    return done;
  };
  return {
    'opinion.record': (input) => written((db) => recordOpinion(db, input, nowMs())),
    'opinion.get': ({ opinionId }) => readOpinion(session.shop.db, opinionId),
    'opinion.edit': (input) => written((db) => editOpinion(db, input, nowMs())),
    'opinion.delete': ({ opinionId }) => written((db) => deleteOpinion(db, opinionId, nowMs())),
    'opinion.list': (input) => listOpinionInbox(session.shop.db, input),
    'opinion.channels': () => opinionChannels(session.shop.db),
    'opinion.scores': (input) => opinionScores(session.shop.db, input),
    'opinion.trend': (input) => opinionTrend(session.shop.db, input),
  };
};
