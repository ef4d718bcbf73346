/** Every procedure of the contract with its handler: one that is missing does not compile. */
import type { AppContract, dropContract } from '../../../src-shared/contract/contract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { accessHandlers } from './accessHandlers.ts';
import type { AppServices } from './appServices.ts';
import { backupHandlers } from './backupHandlers.ts';
import { benefitHandlers } from './benefitHandlers.ts';
import { catalogueHandlers } from './catalogueHandlers.ts';
import { customerHandlers } from './customerHandlers.ts';
import { customerListHandlers } from './customerListHandlers.ts';
import { deskHandlers } from './deskHandlers.ts';
import { exportHandlers } from './exportHandlers.ts';
import { followUpHandlers } from './followUpHandlers.ts';
import { glanceHandlers } from './glanceHandlers.ts';
import { historyHandlers } from './historyHandlers.ts';
import { importHandlers } from './importHandlers.ts';
import { ImportLeavings } from './importLeavings.ts';
import { jobHandlers } from './jobHandlers.ts';
import { kioskHandlers } from './kioskHandlers.ts';
import { mergeHandlers } from './mergeHandlers.ts';
import { opinionHandlers } from './opinionHandlers.ts';
import { privacyHandlers } from './privacyHandlers.ts';
import { reportHandlers } from './reportHandlers.ts';
import { retentionHandlers } from './retentionHandlers.ts';
import { settingsHandlers } from './settingsHandlers.ts';
import { shopHandlers } from './shopHandlers.ts';
import { visitHandlers } from './visitHandlers.ts';
import { windowHandlers } from './windowHandlers.ts';

export interface AppHandlers {
  readonly app: HandlersFor<AppContract>;
  readonly drop: HandlersFor<typeof dropContract>;
}

export const appHandlers = (services: AppServices): AppHandlers => {
  const leavings = new ImportLeavings();
  const { 'import.openDropped': openDropped, ...importing } = importHandlers(services, leavings);
  return {
    app: {
      ...windowHandlers(services),
      ...shopHandlers(services),
      ...accessHandlers(services),
      ...catalogueHandlers(services),
      ...settingsHandlers(services),
      ...deskHandlers(services),
      ...glanceHandlers(services),
      ...visitHandlers(services),
      ...opinionHandlers(services),
      ...kioskHandlers(services),
      ...benefitHandlers(services),
      ...backupHandlers(services),
      ...historyHandlers(services),
      ...followUpHandlers(services),
      ...customerHandlers(services),
      ...customerListHandlers(services),
      ...mergeHandlers(services),
      ...privacyHandlers(services, leavings),
      ...importing,
      ...exportHandlers(services),
      ...jobHandlers(services),
      ...retentionHandlers(services),
      ...reportHandlers(services),
    },
    drop: { 'import.openDropped': openDropped },
  };
};
