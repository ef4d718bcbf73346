/** The whole contract of the app's door, and the events that main sends without being asked. */
import { z } from 'zod';
import { accessContract, accessStateSchema } from './accessContract.ts';
import { backupContract } from './backupContract.ts';
import { benefitContract } from './benefitContract.ts';
import { catalogueContract } from './catalogueContract.ts';
import { customerContract } from './customerContract.ts';
import { customerListContract } from './customerListContract.ts';
import { deskContract } from './deskContract.ts';
import { exportContract } from './exportContract.ts';
import { followUpContract } from './followUpContract.ts';
import { glanceContract } from './glanceContract.ts';
import { historyContract } from './historyContract.ts';
import { importContract, openedFileSchema } from './importContract.ts';
import { jobContract, jobSchema } from './jobContract.ts';
import { kioskDeskContract } from './kioskDeskContract.ts';
import { mergeContract } from './mergeContract.ts';
import { opinionContract } from './opinionContract.ts';
import { privacyContract } from './privacyContract.ts';
import { command } from './procedure.ts';
import { reportContract } from './reportContract.ts';
import { retentionContract } from './retentionContract.ts';
import { settingsContract } from './settingsContract.ts';
import { appStateSchema, shopContract } from './shopContract.ts';
import { surveyContract } from './surveyContract.ts';
import { emptySchema } from './values.ts';
import { visitContract } from './visitContract.ts';
import { menuChosenSchema, windowContract, windowLookSchema } from './windowContract.ts';

/**
 * A dropped file reaches main through the preload alone, which turns the dropped File into a path;
 * the window cannot name one. It is therefore apart from what the window may call.
 */
export const dropContract = {
  'import.openDropped': command({
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: openedFileSchema,
  }),
} as const;

export const appContract = {
  ...windowContract,
  ...shopContract,
  ...accessContract,
  ...catalogueContract,
  ...settingsContract,
  ...surveyContract,
  ...deskContract,
  ...glanceContract,
  ...visitContract,
  ...opinionContract,
  ...kioskDeskContract,
  ...benefitContract,
  ...backupContract,
  ...historyContract,
  ...followUpContract,
  ...customerContract,
  ...customerListContract,
  ...mergeContract,
  ...privacyContract,
  ...importContract,
  ...exportContract,
  ...jobContract,
  ...retentionContract,
  ...reportContract,
} as const;
export type AppContract = typeof appContract;
export type ProcedureName = keyof AppContract;

export const appEvents = {
  'app.stateChanged': appStateSchema,
  /** Somebody signed in or out, or may do something else now. */
  'access.changed': accessStateSchema,
  'job.changed': jobSchema,
  /** Visits or customers changed: figures on screen are to be read again. */
  'data.changed': emptySchema,
  'menu.chosen': menuChosenSchema,
  /** Undo was chosen in the native menu: a text's, or the last thing done. */
  'menu.undo': emptySchema,
  'window.lookChanged': windowLookSchema,
  /** Opened, left, or handed to somebody. */
  'kiosk.changed': emptySchema,
} as const;
export type EventName = keyof typeof appEvents;
export type EventValue<E extends EventName> = z.infer<(typeof appEvents)[E]>;

export {
  CALL_CHANNEL,
  DROP_CHANNEL,
  EVENT_CHANNEL,
  MAX_INPUT_CHARACTERS,
  PRINT_CHANNEL,
} from './channels.ts';
