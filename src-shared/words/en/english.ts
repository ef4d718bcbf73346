/** The English catalogue: the source of every key. One file per area of the product; keys are `area.name`. */

import { backups } from './backups.ts';
import { commandLine } from './commandLine.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { errors } from './errors.ts';
import { exporting } from './exporting.ts';
import { importing } from './importing.ts';
import { native } from './native.ts';
import { report } from './report.ts';
import { retention } from './retention.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';

export const english = {
  ...common,
  ...errors,
  ...setup,
  ...shell,
  ...commands,
  ...native,
  ...backups,
  ...desk,
  ...importing,
  ...retention,
  ...report,
  ...exporting,
  ...commandLine,
} as const;
