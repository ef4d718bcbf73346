/** What the palette offers besides customers: the table's commands and the sections of the settings. */
import {
  APP_COMMANDS,
  type AppCommand,
  type CommandId,
  isForRole,
} from '../../../src-shared/commands/appCommands.ts';
import type { Role } from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { PLACES } from '../../ui/places.ts';
import { sectionsFor } from '../settingsSections.tsx';
import { menuTitle } from './menuTitle.ts';
import { shownKeys } from './shownKeys.ts';

export type PaletteAct =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'place'; readonly address: string }
  | { readonly kind: 'customer'; readonly customerId: number };

export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  /** Where it stands otherwise: the menu, the settings, what tells one customer from another. */
  readonly where: string;
  readonly keys?: string;
  readonly act: PaletteAct;
}

/** A label of the menu ends in … where a dialog follows; in a list of commands that says nothing. */
const withoutDots = (label: string): string => label.replace(/…$/u, '');

export const paletteEntries = (words: Words, role: Role = 'owner', hasPins = false): PaletteEntry[] => {
  const rows: readonly AppCommand[] = APP_COMMANDS;
  const commands = rows
    // Choosing the palette in the palette would do nothing.
    .filter((row) => row.id !== 'palette' && isForRole(row, role) && (hasPins || !row.isForPins))
    .map((row): PaletteEntry => {
      const keys = shownKeys(row);
      return {
        key: row.id,
        label: withoutDots(words.find(row.label, {}) ?? row.id),
        where: menuTitle(words, row.menu),
        ...(keys === undefined ? {} : { keys }),
        act: { kind: 'command', id: row.id as CommandId },
      };
    });
  const settings = sectionsFor(role).map(
    (section): PaletteEntry => ({
      key: `setting ${section.id}`,
      label: section.name(words),
      where: words.t('shell.settings'),
      act: { kind: 'place', address: `${PLACES.settings}/${section.id}` },
    }),
  );
  return [...commands, ...settings];
};
