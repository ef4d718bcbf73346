/**
 * The native menu in the shop's language, with its shortcuts. It changes nothing by itself: choosing
 * an item tells the window, which knows its own screens.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventValue } from '../../src-shared/contract/contract.ts';
import type { Words } from '../../src-shared/words/words.ts';

type MenuItem = EventValue<'menu.chosen'>['item'];

export interface AppMenu {
  readonly words: Words;
  /** Screens can be chosen only while a shop is open. */
  readonly hasOpenShop: boolean;
  readonly onChosen: (item: MenuItem) => void;
}

export const setAppMenu = (menu: AppMenu): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menu)));

const isMac = process.platform === 'darwin';

const menuTemplate = ({ words: { t }, hasOpenShop, onChosen }: AppMenu): MenuItemConstructorOptions[] => {
  const screen = (item: MenuItem, label: string, accelerator: string): MenuItemConstructorOptions => ({
    id: item,
    label,
    accelerator,
    enabled: hasOpenShop,
    click: () => onChosen(item),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings = screen('settings', t('menu.settings'), 'CmdOrCtrl+,');
  const quit: MenuItemConstructorOptions = { role: 'quit', label: t('menu.quit') };
  return [
    ...(isMac
      ? [
          {
            label: app.name,
            submenu: [
              settings,
              separator,
              { role: 'hide', label: t('menu.hide') },
              { role: 'hideOthers', label: t('menu.hideOthers') },
              { role: 'unhide', label: t('menu.showAll') },
              separator,
              quit,
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      label: t('menu.file'),
      submenu: [
        screen('import', t('menu.import'), 'CmdOrCtrl+O'),
        ...(isMac ? [] : [settings, separator, quit]),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        { role: 'undo', label: t('menu.undo') },
        { role: 'redo', label: t('menu.redo') },
        separator,
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
      ],
    },
    {
      label: t('menu.go'),
      submenu: [
        screen('desk', t('menu.desk'), 'CmdOrCtrl+1'),
        screen('retention', t('menu.retention'), 'CmdOrCtrl+2'),
        screen('reports', t('menu.reports'), 'CmdOrCtrl+3'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('menu.zoomIn') },
        // The same without the shift key, as hands expect it on most keyboards.
        {
          role: 'zoomIn',
          label: t('menu.zoomIn'),
          accelerator: 'CmdOrCtrl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        { role: 'zoomOut', label: t('menu.zoomOut') },
        { role: 'resetZoom', label: t('menu.actualSize') },
        separator,
        { role: 'togglefullscreen', label: t('menu.fullScreen') },
        ...(app.isPackaged
          ? []
          : [separator, { role: 'toggleDevTools', label: t('menu.developerTools') } as const]),
      ],
    },
    ...(isMac
      ? [
          {
            label: t('menu.window'),
            submenu: [
              { role: 'minimize', label: t('menu.minimize') },
              { role: 'close', label: t('menu.closeWindow') },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
  ];
};
