/** Puts the native menu up, in the shop's language. What stands in it is decided in the table of commands. */
import { app, Menu } from 'electron';
import { type AppMenu, menuTemplate } from './menuTemplate.ts';
import { windowsWith } from './pageWindow.ts';

export const setAppMenu = (parts: AppMenu): void => {
  const isMac = process.platform === 'darwin';
  const system = { isMac, isPackaged: app.isPackaged, appName: app.name };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, system)));
  // Electron gives it to every window that is open; the kiosk has none.
  for (const window of windowsWith('kiosk')) window.removeMenu();
  if (isMac) setDockMenu(parts);
};

/** Under the icon in the Mac's dock: the two things people come for. */
const setDockMenu = ({ words, hasOpenShop, onChosen }: AppMenu): void => {
  const items = (['desk', 'import'] as const).map((id) => ({
    label: words.t(id === 'desk' ? 'menu.desk' : 'menu.import'),
    enabled: hasOpenShop,
    click: () => onChosen(id),
  }));
  app.dock?.setMenu(Menu.buildFromTemplate(items));
};
