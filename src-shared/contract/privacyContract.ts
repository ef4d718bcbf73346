/** A person's data: told, forgotten, and the register of both. */
import { z } from 'zod';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, PRIVACY_ACTS } from '../domain/closedLists.ts';
import { holdingSchema } from './benefitContract.ts';
import { command, query } from './procedure.ts';
import { isoDateSchema, recordIdSchema } from './values.ts';

const byId = z.strictObject({ customerId: recordIdSchema });
const countSchema = z.int().nonnegative();

/** Readable as a document, or for another program. */
export const DISCLOSURE_FORMATS = ['pdf', 'json'] as const;
export type DisclosureFormat = (typeof DISCLOSURE_FORMATS)[number];

const previewSchema = z.strictObject({
  customerId: recordIdSchema,
  name: z.string(),
  visits: countSchema,
  opinions: countSchema,
  /** Appointments, promises, gestures, cases, wishes and reasons why somebody stayed away. */
  others: countSchema,
  /** Other cards that were made one with this one, and go with it. */
  merged: countSchema,
  /** What they have paid ahead or collected and not used: it ends. */
  holdings: z.array(holdingSchema),
});
export type ErasurePreview = z.infer<typeof previewSchema>;

const actSchema = z.strictObject({
  id: recordIdSchema,
  act: z.enum(PRIVACY_ACTS),
  on: isoDateSchema,
  time: z.string(),
  staff: z.string().nullable(),
  /** Of a copy: how many entries, and in which form. */
  records: countSchema.nullable(),
  as: z.enum(DISCLOSURE_FORMATS).nullable(),
  /** Of an erasure. */
  cards: countSchema.nullable(),
  visits: countSchema.nullable(),
  opinions: countSchema.nullable(),
  /** Of a withdrawal. */
  channel: z.enum(CONSENT_CHANNELS).nullable(),
  purpose: z.enum(CONSENT_PURPOSES).nullable(),
  isByImport: z.boolean(),
});
export type PrivacyEntry = z.infer<typeof actSchema>;

export const privacyContract = {
  /** What an erasure would take and what it would leave. */
  'privacy.preview': query({ input: byId, output: previewSchema }),
  /** Cannot be undone. The job writes the database anew, so that no byte stays. */
  'privacy.erase': command({
    input: z.strictObject({
      customerId: recordIdSchema,
      /** As it stands on the card, in any case and with or without accents. */
      name: z.string().max(500),
    }),
    output: z.strictObject({ visits: countSchema, opinions: countSchema, jobId: z.string() }),
  }),
  /** Everything stored about a person; `saved` is false when the dialog was closed. Noted in the register. */
  'privacy.disclose': command({
    input: z.strictObject({ customerId: recordIdSchema, format: z.enum(DISCLOSURE_FORMATS) }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
  /** The register, newest first. */
  'privacy.acts': query({
    input: z.strictObject({
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ acts: z.array(actSchema), total: countSchema }),
  }),
} as const;
