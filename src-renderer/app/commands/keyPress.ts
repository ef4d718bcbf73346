/** Whether a key press is the shortcut of a command, as the table writes it. */
import {
  APP_COMMANDS,
  type AppCommand,
  type WindowCommandId,
} from '../../../src-shared/commands/appCommands.ts';
import { isMod } from '../../ui/Key.tsx';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isPressed = (press: Press, keys: string): boolean => {
  if (keys.startsWith('Mod+')) return isMod(press, keys.slice('Mod+'.length));
  return press.key === keys && !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey;
};

const WINDOW_ROWS: readonly AppCommand[] = APP_COMMANDS.filter((row) => row.doneBy === 'window');

/** The window's command for a key press. Those that main does come to it by the native menu. */
export const commandOfPress = (press: Press): WindowCommandId | undefined =>
  WINDOW_ROWS.find((row) =>
    [...(row.keys === undefined ? [] : [row.keys]), ...(row.moreKeys ?? [])].some((keys) =>
      isPressed(press, keys),
    ),
  )?.id as WindowCommandId | undefined;
