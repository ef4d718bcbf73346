/**
 * Every command of the app, once: the native menu, the command palette and the shortcut sheet are all made from this
 * table, so they cannot disagree. A command `doneBy` the window is a row in `src-renderer/app/commands/useRunCommand.ts`
 * (a screen of `PLACES` needs nothing more than its row here); one done by main is in `src-main/windows/appActions.ts`.
 *
 * Keys: `Mod` is Ctrl, on a Mac ⌘. Keys of one screen alone are in `src-renderer/app/commands/screenKeys.ts`.
 */
import type { Role } from '../domain/closedLists.ts';
import type { MessageKey } from '../words/words.ts';

/** `app` is the menu with the program's name on a Mac; elsewhere its commands stand at the end of `file`. */
export type MenuName = 'app' | 'file' | 'edit' | 'view' | 'go' | 'help';

export interface AppCommand {
  readonly id: string;
  readonly label: MessageKey;
  readonly menu: MenuName;
  readonly keys?: string;
  /** Where a Mac has a habit of its own. */
  readonly macKeys?: string;
  /** Work too, and are not printed anywhere. */
  readonly moreKeys?: readonly string[];
  readonly doneBy: 'window' | 'main';
  /** Can be chosen only while a shop is open. */
  readonly isForShop: boolean;
  /** Who may use it; left out: everybody at the till. */
  readonly roles?: readonly Role[];
  /** Of use only where people sign in. */
  readonly isForPins?: true;
  /** A line stands before it in its menu. */
  readonly startsGroup?: true;
}

const forShop = { doneBy: 'window', isForShop: true } as const;
const always = { doneBy: 'main', isForShop: false } as const;
const forLeaders = { ...forShop, roles: ['owner', 'manager'] } as const;
const forOwner = { ...always, roles: ['owner'] } as const;

export const APP_COMMANDS = [
  { id: 'import', label: 'menu.import', menu: 'file', keys: 'Mod+O', ...forLeaders },
  { id: 'lock', label: 'menu.lock', menu: 'file', keys: 'Mod+L', ...forShop, isForPins: true },
  { id: 'settings', label: 'menu.settings', menu: 'app', keys: 'Mod+,', ...forShop },
  { id: 'quit', label: 'menu.quit', menu: 'app', keys: 'Mod+Q', ...always, startsGroup: true },
  { id: 'find', label: 'menu.find', menu: 'edit', keys: 'Mod+F', ...forShop },
  { id: 'palette', label: 'menu.palette', menu: 'go', keys: 'Mod+K', ...forShop },
  { id: 'desk', label: 'menu.desk', menu: 'go', keys: 'Mod+1', ...forShop, startsGroup: true },
  { id: 'customers', label: 'menu.customers', menu: 'go', keys: 'Mod+2', ...forShop },
  { id: 'opinions', label: 'opinions.title', menu: 'go', keys: 'Mod+3', ...forLeaders },
  { id: 'retention', label: 'menu.retention', menu: 'go', keys: 'Mod+4', ...forLeaders },
  { id: 'reports', label: 'menu.reports', menu: 'go', keys: 'Mod+5', ...forLeaders },
  { id: 'appointments', label: 'appointments.title', menu: 'go', ...forShop, startsGroup: true },
  { id: 'wishes', label: 'wishes.title', menu: 'go', ...forShop },
  { id: 'duplicates', label: 'duplicates.title', menu: 'go', ...forLeaders },
  { id: 'cases', label: 'cases.title', menu: 'go', ...forShop },
  { id: 'askWhy', label: 'askWhy.title', menu: 'go', ...forShop },
  { id: 'kiosk', label: 'menu.kiosk', menu: 'go', ...forShop, startsGroup: true },
  { id: 'zoomIn', label: 'menu.zoomIn', menu: 'view', keys: 'Mod+Plus', moreKeys: ['Mod+='], ...always },
  { id: 'zoomOut', label: 'menu.zoomOut', menu: 'view', keys: 'Mod+-', ...always },
  { id: 'zoomReset', label: 'menu.actualSize', menu: 'view', keys: 'Mod+0', ...always },
  { id: 'appearance.auto', label: 'menu.appearance.auto', menu: 'view', ...always, startsGroup: true },
  { id: 'appearance.light', label: 'menu.appearance.light', menu: 'view', ...always },
  { id: 'appearance.dark', label: 'menu.appearance.dark', menu: 'view', ...always },
  {
    id: 'fullScreen',
    label: 'menu.fullScreen',
    menu: 'view',
    keys: 'F11',
    macKeys: 'Control+Mod+F',
    ...always,
    startsGroup: true,
  },
  { id: 'shortcuts', label: 'menu.shortcuts', menu: 'help', keys: 'F1', moreKeys: ['Mod+/'], ...forShop },
  { id: 'openDataFolder', label: 'menu.openDataFolder', menu: 'help', ...forOwner, startsGroup: true },
  { id: 'openLogFolder', label: 'menu.openLogFolder', menu: 'help', ...forOwner },
  { id: 'about', label: 'menu.about', menu: 'help', ...always, startsGroup: true },
] as const satisfies readonly AppCommand[];

type Row = (typeof APP_COMMANDS)[number];
export type CommandId = Row['id'];
export type WindowCommandId = Extract<Row, { doneBy: 'window' }>['id'];
export type MainCommandId = Extract<Row, { doneBy: 'main' }>['id'];

export const WINDOW_COMMANDS = APP_COMMANDS.filter((row) => row.doneBy === 'window').map(
  (row) => row.id,
) as readonly WindowCommandId[];
export const MAIN_COMMANDS = APP_COMMANDS.filter((row) => row.doneBy === 'main').map(
  (row) => row.id,
) as readonly MainCommandId[];

/** Whether somebody of this role may use it now; null: nobody is signed in. */
export const isForRole = (command: AppCommand, role: Role | null): boolean =>
  role === null ? !command.isForShop && command.roles === undefined : (command.roles?.includes(role) ?? true);

export const commandOf = (id: CommandId): AppCommand => {
  const found = APP_COMMANDS.find((row) => row.id === id);
  if (!found) throw new Error(`There is no command ${id}.`);
  return found;
};
