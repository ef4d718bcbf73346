import { commandLine } from './commandLine.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { errors } from './errors.ts';
import { importing } from './importing.ts';
import { native } from './native.ts';
import { report } from './report.ts';
import { retention } from './retention.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';

export const romanian = {
  ...common,
  ...errors,
  ...setup,
  ...shell,
  ...native,
  ...desk,
  ...importing,
  ...retention,
  ...report,
  ...commandLine,
} as const;
