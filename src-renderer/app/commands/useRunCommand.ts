/** Does a command of the table, wherever it was chosen: palette, native menu or key. */
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { CommandId, MainCommandId, WindowCommandId } from '../../../src-shared/commands/appCommands.ts';
import { APP_COMMANDS, commandOf, isForRole } from '../../../src-shared/commands/appCommands.ts';
import { useRole } from '../../api/access.tsx';
import { call } from '../../api/procedures.ts';
import { askForKiosk } from '../../ui/askedKiosk.ts';
import { useNotices } from '../../ui/notices.tsx';
import { PLACES, type Place } from '../../ui/places.ts';

export type Overlay = 'palette' | 'shortcuts';

/** Screens go to their place; each other command of the window says here what it does, or this does not compile. */
type Others = Readonly<Record<Exclude<WindowCommandId, Place>, () => void>>;

const isMains = (id: CommandId): id is MainCommandId =>
  APP_COMMANDS.some((row) => row.id === id && row.doneBy === 'main');

const isPlace = (id: string): id is Place => Object.hasOwn(PLACES, id);

/** The field to look for customers in: of the screen that is open, else of the front desk. */
const findField = (): HTMLElement | null =>
  document.querySelector('main input[type="search"], main input[role="combobox"]');

export const useRunCommand = (show: (overlay: Overlay) => void): ((id: CommandId) => void) => {
  const [, go] = useLocation();
  const notices = useNotices();
  const role = useRole();
  return useCallback(
    (id) => {
      const others: Others = {
        palette: () => show('palette'),
        shortcuts: () => show('shortcuts'),
        kiosk: () => askForKiosk(),
        lock: () => void call('access.lock', {}).catch(notices.fail),
        find: () => {
          const field = findField();
          if (field) field.focus();
          else go(PLACES.desk);
        },
      };
      // The keys of a screen that this role has not got do nothing, as in the menu.
      if (!isForRole(commandOf(id), role)) return;
      if (isMains(id)) void call('window.perform', { command: id }).catch(notices.fail);
      else if (isPlace(id)) go(PLACES[id]);
      else others[id as keyof Others]();
    },
    [show, go, notices, role],
  );
};
