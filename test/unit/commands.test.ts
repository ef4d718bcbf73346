/** One table of commands: the native menu and the shortcut sheet agree with it, and no key does two things. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, menuTemplate } from '../../src-main/windows/menuTemplate.ts';
import { withMnemonics } from '../../src-main/windows/mnemonics.ts';
import { fitOf, fitting } from '../../src-renderer/app/commands/fuzzy.ts';
import { commandOfPress } from '../../src-renderer/app/commands/keyPress.ts';
import { SCREEN_KEYS } from '../../src-renderer/app/commands/screenKeys.ts';
import { sheetGroups } from '../../src-renderer/app/commands/sheetGroups.ts';
import { PLACES } from '../../src-renderer/ui/places.ts';
import { APP_COMMANDS, type AppCommand } from '../../src-shared/commands/appCommands.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { wordsFor } from '../../src-shared/words/words.ts';

const repoFolder = join(import.meta.dirname, '..', '..');
const rows: readonly AppCommand[] = APP_COMMANDS;

const menu = (
  isMac: boolean,
  locale: 'en' | 'pl' | 'ro' = 'en',
  chosen: string[] = [],
  role: Role | null = 'owner',
) =>
  menuTemplate(
    {
      words: wordsFor(locale),
      hasOpenShop: true,
      role,
      hasPins: true,
      look: { appearance: 'dark', zoomPercent: 100 },
      onChosen: (item) => chosen.push(item),
      onPerform: (command) => chosen.push(command),
      onUndo: () => chosen.push('undo'),
    },
    { isMac, isPackaged: true, appName: 'Revino' },
  );
const itemsOf = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[]);

describe('the table of commands', () => {
  it('gives no key to two commands', () => {
    for (const keysOf of [(row: AppCommand) => row.keys, (row: AppCommand) => row.macKeys ?? row.keys]) {
      const keys = [...rows.flatMap((row) => [keysOf(row), ...(row.moreKeys ?? [])]), 'Mod+Z'].filter(
        Boolean,
      );
      expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([]);
    }
  });

  it('has a command for every screen', () => {
    const ids = new Set<string>(rows.map(({ id }) => id));
    expect(Object.keys(PLACES).filter((place) => !ids.has(place))).toEqual([]);
  });
});

describe.each([false, true])('the native menu (Mac: %s)', (isMac) => {
  it('has every command of the table once, with its keys', () => {
    const items = itemsOf(menu(isMac)).filter(({ visible }) => visible !== false);
    for (const row of rows) {
      const own = items.filter(({ id }) => id === row.id);
      expect(own, row.id).toHaveLength(1);
      const keys = (isMac ? row.macKeys : undefined) ?? row.keys;
      expect(own[0]?.accelerator, row.id).toBe(keys === undefined ? undefined : acceleratorOf(keys));
    }
  });

  it('does what was chosen', () => {
    const chosen: string[] = [];
    const items = itemsOf(menu(isMac, 'en', chosen));
    for (const { id } of rows)
      items.find((item) => item.id === id)?.click?.(undefined as never, undefined, undefined as never);
    expect(chosen).toEqual(rows.map(({ id }) => id));
  });

  it('lets each role choose what it may, and a locked till what concerns nobody', () => {
    const enabled = (role: Role | null) =>
      rows
        .filter(({ id }) => itemsOf(menu(isMac, 'en', [], role)).find((item) => item.id === id)?.enabled)
        .map(({ id }) => id);
    const notAtDesk = [
      'import',
      'opinions',
      'retention',
      'reports',
      'duplicates',
      'openDataFolder',
      'openLogFolder',
    ];
    const all = rows.map(({ id }) => id);
    expect(enabled('owner')).toEqual(all);
    expect(enabled('desk')).toEqual(all.filter((id) => !notAtDesk.includes(id)));
    expect(enabled(null)).toEqual(
      rows.filter(({ isForShop, roles }) => !isForShop && roles === undefined).map(({ id }) => id),
    );
  });

  it('marks the colours that are on', () => {
    const radios = itemsOf(menu(isMac)).filter(({ type }) => type === 'radio');
    expect(radios.filter(({ checked }) => checked).map(({ id }) => id)).toEqual(['appearance.dark']);
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  it('the sheet says what the menu says: the same names with the same keys', () => {
    const shown = (keys: string) => acceleratorOf(keys);
    const fromMenu = itemsOf(menu(false, locale))
      .filter(({ visible, accelerator }) => visible !== false && accelerator !== undefined)
      .map(({ label, accelerator }) => `${label?.replace('&', '')}: ${accelerator}`);
    const everywhere = sheetGroups(wordsFor(locale)).filter(
      ({ title }) => !SCREEN_KEYS.some((row) => wordsFor(locale).find(row.title, {}) === title),
    );
    const fromSheet = everywhere.flatMap(({ lines }) =>
      lines.flatMap(({ label, keys }) => keys.map((one) => `${label}: ${shown(one)}`)),
    );
    expect(fromSheet.sort()).toEqual(fromMenu.sort());
  });

  it('every menu, and every item in it, has a letter of its own for Alt', () => {
    const letters = (items: readonly MenuItemConstructorOptions[]) =>
      items
        .filter(({ label, visible }) => label !== undefined && visible !== false)
        .map(({ label }) => /&([a-z0-9])/i.exec(label ?? '')?.[1]?.toLowerCase());
    for (const items of [menu(false, locale), ...menu(false, locale).map((top) => itemsOf([top]))]) {
      const found = letters(items);
      expect(found).not.toContain(undefined);
      expect(new Set(found).size).toBe(found.length);
    }
  });
});

it('letters for Alt are never given twice, and the label stays readable', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 12 }), (labels) => {
      const lettered = withMnemonics(labels);
      expect(lettered.map((label) => label.replace(/&(.)/gs, '$1'))).toEqual(labels);
      const letters = lettered.flatMap((label) =>
        [...label.matchAll(/&(.)/gs)]
          .map((match) => match[1]?.toLowerCase() ?? '')
          .filter((one) => one !== '&'),
      );
      expect(new Set(letters).size).toBe(letters.length);
    }),
  );
});

describe('keys of the screens', () => {
  /** Keys that a screen's own code names: `useShortcut('n'`, `keys="Mod+N"`, `keys: 'Mod+Z'`. */
  const named = (feature: string): string[] => {
    const folder = join(repoFolder, 'src-renderer/features', feature);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .flatMap((source) => [
        ...[...source.matchAll(/useShortcut\(\s*'(.+?)'/g)].map(
          (match) => `Mod+${(match[1] ?? '').replace(/^./, (letter) => letter.toUpperCase())}`,
        ),
        ...[...source.matchAll(/\bkeys(?:=|: )["'](.+?)["']/g)].map((match) => match[1] ?? ''),
      ]);
  };
  const features = readdirSync(join(repoFolder, 'src-renderer/features'));

  it('stand on the sheet', () => {
    const everywhere = rows.flatMap(({ keys }) => (keys === undefined ? [] : [keys]));
    const missing = features.flatMap((feature) =>
      named(feature)
        .filter((keys) => !everywhere.includes(keys))
        .filter((keys) => !SCREEN_KEYS.some((row) => row.feature === feature && row.keys === keys))
        // Enter and Esc do what they do everywhere: the button that is in front, and back.
        .filter((keys) => !['Enter', 'Esc', 'Up', 'Down'].includes(keys))
        .map((keys) => `${feature}: ${keys}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are on no screen twice, and take none of the window’s', () => {
    const everywhere = rows.flatMap(({ keys, moreKeys }) => [keys, ...(moreKeys ?? [])]);
    for (const [feature, own] of Map.groupBy(SCREEN_KEYS, (row) => row.feature)) {
      const keys = own.map((row) => `${row.keys} ${row.label}`);
      expect(new Set(keys).size, feature).toBe(keys.length);
      expect(own.filter((row) => everywhere.includes(row.keys)).map((row) => row.keys)).toEqual([]);
    }
  });
});

describe('a key press', () => {
  const press = (key: string, change = {}) =>
    commandOfPress({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change });

  it('chooses its command, and only with exactly its keys', () => {
    // Plain Node has no keyboard of a Mac, so Ctrl it is.
    expect(press('k', { ctrlKey: true })).toBe('palette');
    expect(press('K', { ctrlKey: true })).toBe('palette');
    expect(press('F1')).toBe('shortcuts');
    expect(press('/', { ctrlKey: true })).toBe('shortcuts');
    expect(press('k')).toBeUndefined();
    expect(press('k', { ctrlKey: true, altKey: true })).toBeUndefined();
    expect(press('F1', { shiftKey: true })).toBeUndefined();
  });
});

describe('finding by letters', () => {
  it('forgives spelling, takes beginnings and initials, and puts the best first', () => {
    expect(fitOf('przejdz', 'Przejdź')).toBeGreaterThan(0);
    expect(fitOf('SCURTATURI', 'Scurtături de la tastatură')).toBeGreaterThan(0);
    expect(fitOf('klaw skr', 'Skróty klawiszowe')).toBeGreaterThan(0);
    expect(fitOf('odf', 'Open the data folder')).toBeGreaterThan(0);
    expect(fitOf('zzz', 'Open the data folder')).toBe(0);
    expect(fitting(['Front desk, more', 'Reports', 'The reports'], (text) => fitOf('re', text))).toEqual([
      'Reports',
      'The reports',
      'Front desk, more',
    ]);
  });

  it('always finds a label by any beginning of it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Ząćęłńóśźżăâîșț]{1,12}$/),
        fc.integer({ min: 1 }),
        (label, length) => {
          expect(fitOf(label.slice(0, length), `x ${label} y`)).toBeGreaterThan(0);
        },
      ),
    );
  });
});
