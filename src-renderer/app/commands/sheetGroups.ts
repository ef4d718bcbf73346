/** What stands on the shortcut sheet: the table's commands by menu, then the screens' own keys. */
import { APP_COMMANDS, type AppCommand, isForRole } from '../../../src-shared/commands/appCommands.ts';
import type { Role } from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { menuTitle } from './menuTitle.ts';
import { SCREEN_KEYS } from './screenKeys.ts';
import { shownKeys } from './shownKeys.ts';

export interface SheetGroup {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

/** One line a label: several keys may do the same. */
const grouped = (
  keyed: readonly { readonly title: string; readonly label: string; readonly keys: string }[],
): SheetGroup[] =>
  [...Map.groupBy(keyed, ({ title }) => title)].map(([title, lines]) => ({
    title,
    lines: [...Map.groupBy(lines, ({ label }) => label)].map(([label, same]) => ({
      label,
      keys: same.map(({ keys }) => keys),
    })),
  }));

export const sheetGroups = (words: Words, role: Role = 'owner', hasPins = true): SheetGroup[] => {
  const text = (key: string): string => words.find(key, {}) ?? key;
  const all: readonly AppCommand[] = APP_COMMANDS;
  const rows = all.filter((row) => isForRole(row, role) && (hasPins || !row.isForPins));
  const everywhere = rows.flatMap((row) => {
    const keys = shownKeys(row);
    return keys === undefined ? [] : [{ title: menuTitle(words, row.menu), label: text(row.label), keys }];
  });
  const editing = { title: words.t('menu.edit'), label: words.t('menu.undo'), keys: 'Mod+Z' };
  // Beside a key on its screen a command may be a word in a sentence; here it begins a line.
  const line = (label: string) => label.charAt(0).toLocaleUpperCase(words.locale) + label.slice(1);
  const onScreens = SCREEN_KEYS.map(({ title, label, keys }) => ({
    title: text(title),
    label: line(text(label)),
    keys,
  }));
  return [...grouped([...everywhere, editing]), ...grouped(onScreens)];
};
