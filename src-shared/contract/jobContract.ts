/** Long work: started by other procedures, watched and cancelled here. A job outlives its window. */
import { z } from 'zod';
import { ERROR_CODES } from './errors.ts';
import { importResultSchema, undoResultSchema } from './importContract.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema } from './values.ts';

/** Whoever adds a kind adds its name, `jobs.kind.<kind>` in words/<language>/commands.ts. */
export const JOB_KINDS = [
  'import',
  'report',
  'backup',
  'restore',
  'demo',
  'export',
  'bringIn',
  'importUndo',
  'tidy',
] as const;

export const jobSchema = z.strictObject({
  jobId: z.string(),
  kind: z.enum(JOB_KINDS),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** 0 to 1, or null while the amount of work is unknown. */
  progress: z.number().min(0).max(1).nullable(),
  result: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('import'), value: importResultSchema }),
      z.strictObject({ kind: z.literal('importUndo'), value: undoResultSchema }),
      /** `fileName` without its folder; null when the owner cancelled the save dialog. */
      z.strictObject({
        kind: z.literal('report'),
        value: z.strictObject({ fileName: z.string().nullable() }),
      }),
      z.strictObject({
        kind: z.enum(['export', 'bringIn']),
        value: z.strictObject({ fileName: z.string(), rows: z.int().nonnegative() }),
      }),
      /** Places that have it, and places that do not. */
      z.strictObject({
        kind: z.literal('backup'),
        value: z.strictObject({ good: z.int().nonnegative(), failed: z.int().nonnegative() }),
      }),
      /** The database was written anew. */
      z.strictObject({ kind: z.literal('tidy'), value: z.strictObject({}) }),
      z.strictObject({
        kind: z.literal('demo'),
        value: z.strictObject({ customers: z.int().nonnegative(), visits: z.int().nonnegative() }),
      }),
      z.strictObject({
        kind: z.literal('restore'),
        value: z.strictObject({ customers: z.int().nonnegative(), visits: z.int().nonnegative() }),
      }),
    ])
    .nullable(),
  error: z
    .strictObject({
      code: z.enum(ERROR_CODES),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const jobContract = {
  'job.get': query({ input: z.strictObject({ jobId: z.string().max(64) }), output: jobSchema }),
  /** All that are running, and the last that ended, oldest first. */
  'job.list': query({ input: emptySchema, output: z.array(jobSchema) }),
  'job.cancel': command({ input: z.strictObject({ jobId: z.string().max(64) }), output: doneSchema }),
} as const;
