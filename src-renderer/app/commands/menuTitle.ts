/** What a menu is called; the commands of the program's own menu stand under File where there is no such menu. */
import type { AppCommand } from '../../../src-shared/commands/appCommands.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export const menuTitle = (words: Words, menu: AppCommand['menu']): string => {
  const titles: Readonly<Record<AppCommand['menu'], string>> = {
    app: words.t('menu.file'),
    file: words.t('menu.file'),
    edit: words.t('menu.edit'),
    view: words.t('menu.view'),
    go: words.t('menu.go'),
    help: words.t('menu.help'),
  };
  return titles[menu];
};
