/** The menu under the right mouse button: cut, copy and paste where there is something to do it with. */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../../src-shared/words/words.ts';

export const addEditMenu = (window: BrowserWindow, words: () => Words): void => {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const { t } = words();
    const copy: MenuItemConstructorOptions = {
      role: 'copy',
      label: t('menu.copy'),
      enabled: editFlags.canCopy,
    };
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: t('menu.cut'), enabled: editFlags.canCut },
          copy,
          { role: 'paste', label: t('menu.paste'), enabled: editFlags.canPaste },
          { role: 'selectAll', label: t('menu.selectAll'), enabled: editFlags.canSelectAll },
        ]
      : [copy];
    if (isEditable || selectionText.trim() !== '') Menu.buildFromTemplate(items).popup({ window });
  });
};
