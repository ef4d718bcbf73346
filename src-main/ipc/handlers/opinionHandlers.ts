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
import { requireOwnOpinion } from '../../services/ownWork.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const opinionHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof opinionContract> => {
  const { write } = writingWith({ session, gate, dataChanged });
  return {
    'opinion.record': (input) => write((db) => recordOpinion(db, input, nowMs())),
    'opinion.get': ({ opinionId }) => readOpinion(session.shop.db, opinionId),
    'opinion.edit': (input, caller) =>
      write((db) => {
        requireOwnOpinion(db, caller, input.opinionId, nowMs());
        return editOpinion(db, input, nowMs());
      }),
    'opinion.delete': ({ opinionId }) => write((db) => deleteOpinion(db, opinionId, nowMs())),
    'opinion.list': (input) => listOpinionInbox(session.shop.db, input),
    'opinion.channels': () => opinionChannels(session.shop.db),
    'opinion.scores': (input) => opinionScores(session.shop.db, input),
    'opinion.trend': (input) => opinionTrend(session.shop.db, input),
  };
};
