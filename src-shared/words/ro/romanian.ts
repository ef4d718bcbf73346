import { access } from './access.ts';
import { backups } from './backups.ts';
import { benefits } from './benefits.ts';
import { catalogue } from './catalogue.ts';
import { commandLine } from './commandLine.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { customers } from './customers.ts';
import { desk } from './desk.ts';
import { duplicates } from './duplicates.ts';
import { errors } from './errors.ts';
import { exporting } from './exporting.ts';
import { followUp } from './followUp.ts';
import { importing } from './importing.ts';
import { importWizard } from './importWizard.ts';
import { kiosk } from './kiosk.ts';
import { native } from './native.ts';
import { opinions } from './opinions.ts';
import { person } from './person.ts';
import { privacy } from './privacy.ts';
import { report } from './report.ts';
import { retention } from './retention.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { surveys } from './surveys.ts';
import { visits } from './visits.ts';

export const romanian = {
  ...common,
  ...errors,
  ...setup,
  ...shell,
  ...commands,
  ...native,
  ...access,
  ...backups,
  ...benefits,
  ...desk,
  ...customers,
  ...duplicates,
  ...person,
  ...privacy,
  ...visits,
  ...opinions,
  ...kiosk,
  ...followUp,
  ...importing,
  ...importWizard,
  ...retention,
  ...report,
  ...exporting,
  ...catalogue,
  ...settings,
  ...surveys,
  ...commandLine,
} as const;
