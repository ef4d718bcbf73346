/** Retention figures: asked of the analytics process, so that no window waits for a calculation. */
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { retentionContract } from '../../../src-shared/contract/retentionContract.ts';
import type { AppServices } from './appServices.ts';

export const retentionHandlers = ({ analytics }: AppServices): HandlersFor<typeof retentionContract> => ({
  'retention.figures': (input) => analytics().ask('figures', input),
  'retention.cohorts': (input) => analytics().ask('cohorts', input),
  'retention.returnCurve': (input) => analytics().ask('returnCurve', input),
  'retention.coverage': (input) => analytics().ask('coverage', input),
});
