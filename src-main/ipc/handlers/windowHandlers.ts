/** The window's look, and the menu's commands that were chosen in the window. */
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { windowContract } from '../../../src-shared/contract/windowContract.ts';
import type { AppServices } from './appServices.ts';

export const windowHandlers = ({ desktop }: AppServices): HandlersFor<typeof windowContract> => ({
  'window.look': () => desktop.look(),
  'window.perform': async ({ command }) => {
    await desktop.perform(command);
    return { done: true };
  },
  'window.reportDefect': ({ kind, stack }) => {
    desktop.pageFailed(kind, stack);
    return { done: true };
  },
});
