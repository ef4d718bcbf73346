/** Every procedure of the contract with its handler: one that is missing does not compile. */
import type { AppContract, dropContract } from '../../../src-shared/contract/contract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { AppServices } from './appServices.ts';
import { backupHandlers } from './backupHandlers.ts';
import { deskHandlers } from './deskHandlers.ts';
import { historyHandlers } from './historyHandlers.ts';
import { exportHandlers } from './exportHandlers.ts';
import { importHandlers } from './importHandlers.ts';
import { jobHandlers } from './jobHandlers.ts';
import { reportHandlers } from './reportHandlers.ts';
import { retentionHandlers } from './retentionHandlers.ts';
import { shopHandlers } from './shopHandlers.ts';
import { windowHandlers } from './windowHandlers.ts';

export interface AppHandlers {
  readonly app: HandlersFor<AppContract>;
  readonly drop: HandlersFor<typeof dropContract>;
}

export const appHandlers = (services: AppServices): AppHandlers => {
  const { 'import.openDropped': openDropped, ...importing } = importHandlers(services);
  return {
    app: {
      ...windowHandlers(services),
      ...shopHandlers(services),
      ...deskHandlers(services),
      ...backupHandlers(services),
      ...historyHandlers(services),
      ...importing,
      ...exportHandlers(services),
      ...jobHandlers(services),
      ...retentionHandlers(services),
      ...reportHandlers(services),
    },
    drop: { 'import.openDropped': openDropped },
  };
};
