/**
 * The native menu as a plain template, made from the table of commands: nothing of Electron runs here, so that a test
 * can hold it against the shortcut sheet. Text editing is the system's own and has no row in the table.
 */
import type { MenuItemConstructorOptions } from 'electron';
import {
  APP_COMMANDS,
  type AppCommand,
  isForRole,
  type MainCommandId,
  type MenuName,
  type WindowCommandId,
} from '../../src-shared/commands/appCommands.ts';
import type { WindowLook } from '../../src-shared/contract/windowContract.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { withMnemonics } from './mnemonics.ts';

export interface AppMenu {
  readonly words: Words;
  /** Screens can be chosen only while a shop is open. */
  readonly hasOpenShop: boolean;
  /** Of whoever is signed in; null: nobody is. */
  readonly role: Role | null;
  /** People sign in here. */
  readonly hasPins: boolean;
  readonly look: WindowLook;
  readonly onChosen: (item: WindowCommandId) => void;
  readonly onPerform: (command: MainCommandId) => void;
  /** Undo belongs to the window: it may be a text, or the visit just recorded. */
  readonly onUndo: () => void;
}

export interface MenuSystem {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  readonly appName: string;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** `Mod+K` as Electron writes it. */
export const acceleratorOf = (keys: string): string => keys.replace('Mod', 'CmdOrCtrl');

const rowsOf = (menu: MenuName): readonly AppCommand[] => APP_COMMANDS.filter((row) => row.menu === menu);

const isAppearanceNow = (id: string, look: WindowLook): boolean => id === `appearance.${look.appearance}`;

export const menuTemplate = (parts: AppMenu, system: MenuSystem): Item[] => {
  const { words, hasOpenShop, role, hasPins, look, onChosen, onPerform, onUndo } = parts;
  const { t } = words;
  const { isMac } = system;

  const itemsOf = (row: AppCommand): Item[] => {
    const keys = (isMac ? row.macKeys : undefined) ?? row.keys;
    const id = row.id;
    const item: Item = {
      id,
      label: t(row.label as 'menu.desk'),
      enabled: (hasOpenShop || !row.isForShop) && isForRole(row, role),
      ...(row.isForPins && !hasPins ? { visible: false, acceleratorWorksWhenHidden: false } : {}),
      ...(id.startsWith('appearance.') ? { type: 'radio' as const, checked: isAppearanceNow(id, look) } : {}),
      click: () => (row.doneBy === 'main' ? onPerform(id as MainCommandId) : onChosen(id as WindowCommandId)),
    };
    const hidden = (row.moreKeys ?? []).map(
      (more): Item => ({
        ...item,
        id: `${id} ${more}`,
        accelerator: acceleratorOf(more),
        visible: false,
        acceleratorWorksWhenHidden: true,
      }),
    );
    return [
      ...(row.startsGroup ? [SEPARATOR] : []),
      { ...item, ...(keys === undefined ? {} : { accelerator: acceleratorOf(keys) }) },
      ...hidden,
    ];
  };
  const rows = (menu: MenuName): Item[] => rowsOf(menu).flatMap(itemsOf);

  /** A menu whose items have letters for Alt where the system uses them. */
  const lettered = (items: Item[]): Item[] => {
    if (isMac) return items;
    const named = items.filter((item) => item.label !== undefined && item.visible !== false);
    const labels = withMnemonics(named.map((item) => item.label ?? ''));
    return items.map((item) => {
      const label = labels[named.indexOf(item)];
      return label === undefined ? item : { ...item, label };
    });
  };
  const menu = (label: string, submenu: Item[]): Item => ({ label, submenu: lettered(submenu) });

  const undo: Item = {
    id: 'undo',
    label: t('menu.undo'),
    accelerator: 'CmdOrCtrl+Z',
    click: onUndo,
  };
  return lettered([
    ...(isMac
      ? [
          menu(system.appName, [
            ...rows('app').slice(0, 1),
            SEPARATOR,
            { role: 'services' },
            SEPARATOR,
            { role: 'hide', label: t('menu.hide') },
            { role: 'hideOthers', label: t('menu.hideOthers') },
            { role: 'unhide', label: t('menu.showAll') },
            ...rows('app').slice(1),
          ]),
        ]
      : []),
    menu(t('menu.file'), [
      ...rows('file'),
      ...(isMac
        ? [SEPARATOR, { role: 'close', label: t('menu.closeWindow') } satisfies Item]
        : [SEPARATOR, ...rows('app')]),
    ]),
    menu(t('menu.edit'), [
      undo,
      { role: 'redo', label: t('menu.redo') },
      SEPARATOR,
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      { role: 'selectAll', label: t('menu.selectAll') },
      SEPARATOR,
      ...rows('edit'),
    ]),
    menu(t('menu.view'), [
      ...rows('view'),
      ...(system.isPackaged
        ? []
        : [SEPARATOR, { role: 'toggleDevTools', label: t('menu.developerTools') } satisfies Item]),
    ]),
    menu(t('menu.go'), rows('go')),
    ...(isMac
      ? [
          {
            ...menu(t('menu.window'), [
              { role: 'minimize', label: t('menu.minimize') },
              { role: 'zoom', label: t('menu.zoomWindow') },
              SEPARATOR,
              { role: 'front', label: t('menu.allToFront') },
            ]),
            role: 'window',
          } satisfies Item,
        ]
      : []),
    { ...menu(t('menu.help'), rows('help')), ...(isMac ? { role: 'help' } : {}) },
  ]);
};
