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

export const polish = {
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
