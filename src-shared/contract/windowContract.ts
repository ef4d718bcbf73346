/** What the window asks of the system around it: its look, and the commands that only main can do. */
import { z } from 'zod';
import { MAIN_COMMANDS, WINDOW_COMMANDS } from '../commands/appCommands.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema } from './values.ts';

const APPEARANCES = ['auto', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Of this computer, not of the shop. */
export const windowLookSchema = z.strictObject({
  appearance: z.enum(APPEARANCES),
  zoomPercent: z.int().min(50).max(200),
});
export type WindowLook = z.infer<typeof windowLookSchema>;

export const windowContract = {
  'window.look': query({ input: emptySchema, output: windowLookSchema }),
  /** A command of the native menu, chosen in the window. */
  'window.perform': command({
    input: z.strictObject({ command: z.enum(MAIN_COMMANDS) }),
    output: doneSchema,
  }),
  /** A fault in the page itself, for the log, which keeps its kind and its places in the program. */
  'window.reportDefect': command({
    input: z.strictObject({ kind: z.string().max(60), stack: z.string().max(8000) }),
    output: doneSchema,
  }),
} as const;

/** A menu item or its shortcut was chosen. */
export const menuChosenSchema = z.strictObject({ item: z.enum(WINDOW_COMMANDS) });
