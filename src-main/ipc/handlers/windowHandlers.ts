/** The window's look, and the menu's commands that were chosen in the window. */
import { commandOf, isForRole } from '../../../src-shared/commands/appCommands.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { windowContract } from '../../../src-shared/contract/windowContract.ts';
import type { AppServices } from './appServices.ts';

export const windowHandlers = ({
  desktop,
  till,
}: Pick<AppServices, 'desktop' | 'till'>): HandlersFor<typeof windowContract> => ({
  'window.look': () => desktop.look(),
  'window.perform': async ({ command }, { role }) => {
    const row = commandOf(command);
    if (!isForRole(row, role)) throw till.notAllowed(row.roles ?? ['owner', 'manager', 'desk']);
    await desktop.perform(command);
    return { done: true };
  },
  'window.reportDefect': ({ kind, stack }) => {
    desktop.pageFailed(kind, stack);
    return { done: true };
  },
});
