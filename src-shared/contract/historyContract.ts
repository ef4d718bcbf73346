/** Taking back a change that was logged with what it replaced. */

import { z } from 'zod';
import { command } from './procedure.ts';
import { doneSchema, recordIdSchema } from './values.ts';

export const historyContract = {
  /** Taken back before: done, and nothing happens. */
  'change.undo': command({ input: z.strictObject({ changeId: recordIdSchema }), output: doneSchema }),
} as const;
