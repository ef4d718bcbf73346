/** The keys of a command as this computer has them. */
import type { AppCommand } from '../../../src-shared/commands/appCommands.ts';
import { isMac } from '../../ui/Key.tsx';

export const shownKeys = (row: AppCommand): string | undefined =>
  (isMac() ? row.macKeys : undefined) ?? row.keys;
