/** Schemas that the procedures of the next step share. */
import { z } from 'zod';
import { showsNothing } from '../domain/fold.ts';
import { longTextSchema, recordIdSchema } from './values.ts';

/** The id by which a change is taken back; null: nothing changed. */
export const changeSchema = z.strictObject({ changeId: recordIdSchema.nullable() });
/** Something of it is to be seen. */
export const saidSchema = longTextSchema.min(1).refine((text) => !showsNothing(text));
export const noteSchema = longTextSchema.nullable();
export const personSchema = z.strictObject({ customerId: recordIdSchema, name: z.string() });
