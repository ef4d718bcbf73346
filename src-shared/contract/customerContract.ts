/** Customers: the card, its history, the table of all cards, and what may be the same person. */
import { z } from 'zod';
import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_KINDS,
  DUPLICATE_REASONS,
  LIST_ORDERS,
  OWN_FIELD_KINDS,
  PREFERENCE_KINDS,
} from '../domain/closedLists.ts';
import { followUpEntrySchemas } from './followUpEntries.ts';
import { command, query } from './procedure.ts';
import {
  doneSchema,
  emptySchema,
  isoDateSchema,
  localeSchema,
  longTextSchema,
  recordIdSchema,
  revisionSchema,
  shortTextSchema,
} from './values.ts';

/** How a consent was given or withdrawn, where it is one of the usual ways; an import may bring other words. */
export const CONSENT_EVIDENCES = ['desk', 'paper', 'phone', 'message'] as const;
export type ConsentEvidence = (typeof CONSENT_EVIDENCES)[number];

const optional = shortTextSchema.nullable();

const contactSchema = z.strictObject({
  /** Null: a new one, or the first telephone number or e-mail address, which lies in the card itself. */
  id: recordIdSchema.nullable(),
  kind: z.enum(CONTACT_KINDS),
  /** An imported address may have many lines. */
  value: longTextSchema.min(1),
  label: optional,
});

const preferenceSchema = z.strictObject({
  id: recordIdSchema.nullable(),
  kind: z.enum(PREFERENCE_KINDS),
  text: z.string().trim().min(1).max(500),
});

/** Everything on a card that is edited and saved at once. */
export const cardSchema = z.strictObject({
  name: shortTextSchema,
  firstName: optional,
  lastName: optional,
  /** In the order shown. The first readable telephone number and the first e-mail address are the card's own. */
  contacts: z.array(contactSchema).max(200),
  cardNumber: shortTextSchema.nullable(),
  birthday: isoDateSchema.nullable(),
  locale: localeSchema.nullable(),
  /** A name that is in no list joins the list. */
  source: optional,
  recommendedById: recordIdSchema.nullable(),
  customerSince: isoDateSchema.nullable(),
  /** Names; one that is not known yet is made. */
  tags: z.array(shortTextSchema).max(500),
  preferences: z.array(preferenceSchema).max(100),
  note: longTextSchema.min(1).nullable(),
  /** As text in one form per kind: ISO day, decimal point, 'yes' or 'no'. */
  ownValues: z
    .array(z.strictObject({ fieldId: recordIdSchema, value: z.string().trim().min(1).max(2000) }))
    .max(200),
});
export type CustomerCard = z.infer<typeof cardSchema>;

const shownText = z.string().nullable();
/** The card as it is: whatever an import or an earlier version wrote on it, it can be opened, and be put right. */
const shownCardSchema = z.strictObject({
  ...cardSchema.shape,
  name: z.string(),
  firstName: shownText,
  lastName: shownText,
  contacts: z.array(z.strictObject({ ...contactSchema.shape, value: z.string(), label: shownText })),
  cardNumber: shownText,
  source: shownText,
  tags: z.array(z.string()),
  preferences: z.array(z.strictObject({ ...preferenceSchema.shape, text: z.string() })),
  note: shownText,
  ownValues: z.array(z.strictObject({ fieldId: recordIdSchema, value: z.string() })),
});

const personSchema = z.strictObject({ customerId: recordIdSchema, name: z.string() });
export type Person = z.infer<typeof personSchema>;

const consentSchema = z.strictObject({
  channel: z.enum(CONSENT_CHANNELS),
  purpose: z.enum(CONSENT_PURPOSES),
  isGiven: z.boolean(),
  atMs: z.int(),
  on: isoDateSchema,
  evidence: z.string().nullable(),
  staff: z.string().nullable(),
});
export type ConsentEntry = z.infer<typeof consentSchema>;

export const openedCardSchema = z.strictObject({
  customerId: recordIdSchema,
  revision: revisionSchema,
  card: shownCardSchema,
  /** Number in the till or in an earlier program: by it imports know the person, so it is not edited. */
  externalId: z.string().nullable(),
  isInTrash: z.boolean(),
  /** The day on which the person was forgotten: nothing else is known of them. */
  erasedOn: isoDateSchema.nullable(),
  addedOn: isoDateSchema,
  recommendedBy: personSchema.nullable(),
  recommended: z.array(personSchema),
  recommendedCount: z.int(),
  /** The others who live with them. */
  household: z.array(personSchema),
  /** Newest first. */
  consents: z.array(consentSchema),
  occasions: z.int(),
  /** Null: not for this role. */
  netMinor: z.int().nullable(),
  firstVisitOn: isoDateSchema.nullable(),
  lastVisitOn: isoDateSchema.nullable(),
});
export type OpenedCard = z.infer<typeof openedCardSchema>;

export const cardFieldSchema = z.strictObject({
  fieldId: recordIdSchema,
  kind: z.enum(OWN_FIELD_KINDS),
  name: z.string(),
  choices: z.array(z.string()),
});
export type CardField = z.infer<typeof cardFieldSchema>;

const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('visit'),
    id: recordIdSchema,
    on: isoDateSchema,
    offerings: z.array(z.string()),
    /** Null while the till has not said, and for a front desk that is not to see amounts. */
    amountMinor: z.int().nullable(),
    hasAmount: z.boolean(),
    staff: z.string().nullable(),
    note: z.string().nullable(),
    cancelled: z
      .strictObject({ on: isoDateSchema, by: z.string().nullable(), reason: z.string().nullable() })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('opinion'),
    id: recordIdSchema,
    on: isoDateSchema,
    nps: z.int().nullable(),
    csat: z.int().nullable(),
    ces: z.int().nullable(),
    comment: z.string().nullable(),
    channel: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('consent'),
    id: recordIdSchema,
    on: isoDateSchema,
    channel: z.enum(CONSENT_CHANNELS),
    purpose: z.enum(CONSENT_PURPOSES),
    isGiven: z.boolean(),
    evidence: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('change'),
    id: recordIdSchema,
    on: isoDateSchema,
    action: z.string(),
    /** Names of fields, as the card's record has them. */
    fields: z.array(z.string()),
    staff: z.string().nullable(),
    /** Another card was merged into this one; `undoChangeId` takes them apart for as long as that is possible. */
    merge: z
      .strictObject({ name: z.string(), undoChangeId: recordIdSchema.nullable(), isUndone: z.boolean() })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('import'),
    id: recordIdSchema,
    on: isoDateSchema,
    fileName: z.string(),
    isUndone: z.boolean(),
  }),
  ...followUpEntrySchemas,
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const byId = z.strictObject({ customerId: recordIdSchema });
const changedSchema = z.strictObject({ changeId: recordIdSchema.nullable() });

export const listRowSchema = z.strictObject({
  customerId: recordIdSchema,
  name: z.string(),
  phone: z.string().nullable(),
  lastVisitOn: isoDateSchema.nullable(),
  occasions: z.int(),
  /** Null: not for this role. */
  netMinor: z.int().nullable(),
  source: z.string().nullable(),
  tags: z.array(z.string()),
  email: z.string().nullable(),
  cardNumber: z.string().nullable(),
  birthday: isoDateSchema.nullable(),
  addedOn: isoDateSchema,
});
export type CustomerRow = z.infer<typeof listRowSchema>;

/** Who is in the table of customers, and in which order. */
export const customerListSchema = z.strictObject({
  text: z.string().max(200).default(''),
  tagId: recordIdSchema.nullable().default(null),
  source: shortTextSchema.nullable().default(null),
  neverCame: z.boolean().default(false),
  /** Only people who agreed to be written to so, for that. */
  consent: z
    .strictObject({ channel: z.enum(CONSENT_CHANNELS), purpose: z.enum(CONSENT_PURPOSES) })
    .nullable()
    .default(null),
  /** Last here on that day or later; on that day or earlier. */
  lastFrom: isoDateSchema.nullable().default(null),
  lastTo: isoDateSchema.nullable().default(null),
  /** 1 to 12. */
  birthdayMonth: z.int().min(1).max(12).nullable().default(null),
  inTrash: z.boolean().default(false),
  order: z.enum(LIST_ORDERS).default('lastVisit'),
  isDescending: z.boolean().default(true),
});

export const customerContract = {
  'customer.card': query({ input: byId, output: openedCardSchema }),
  /** What the fields of a card offer. */
  'customer.choices': query({
    input: emptySchema,
    output: z.strictObject({
      sources: z.array(z.string()),
      tags: z.array(z.string()),
      fields: z.array(cardFieldSchema),
    }),
  }),
  /** Saves a whole card. `changeId` is null where nothing was different. */
  'customer.save': command({
    input: z.strictObject({
      /** Null: a new card, whose uid the window makes, so that a repeated call makes one card. */
      customerId: recordIdSchema.nullable(),
      uid: z.uuid().nullable(),
      /** Of the card that was looked at: another one there by now is not written over. */
      revision: revisionSchema.nullable().default(null),
      card: cardSchema,
    }),
    output: z.strictObject({ customerId: recordIdSchema, changeId: recordIdSchema.nullable() }),
  }),
  /** Who has the same telephone number, e-mail address or card number, or the same name and birthday. */
  'customer.duplicates': query({
    input: z.strictObject({
      names: z.array(shortTextSchema).max(3),
      phones: z.array(longTextSchema.min(1)).max(200),
      emails: z.array(longTextSchema.min(1)).max(200),
      cardNumber: shortTextSchema.nullable(),
      birthday: isoDateSchema.nullable(),
      /** The card that is being changed; nor is anybody shown who was said to be another person. */
      exceptId: recordIdSchema.nullable().default(null),
    }),
    output: z.strictObject({
      people: z.array(
        personSchema.extend({
          /** What tells people of one name apart. */
          phone: z.string().nullable(),
          lastVisitOn: isoDateSchema.nullable(),
          isInTrash: z.boolean(),
          reasons: z.array(z.enum(DUPLICATE_REASONS)),
        }),
      ),
    }),
  }),
  'customer.setConsent': command({
    input: z.strictObject({
      customerId: recordIdSchema,
      channel: z.enum(CONSENT_CHANNELS),
      purpose: z.enum(CONSENT_PURPOSES),
      isGiven: z.boolean(),
      evidence: z.enum(CONSENT_EVIDENCES),
    }),
    output: doneSchema,
  }),
  'customer.joinHousehold': command({
    input: z.strictObject({ customerId: recordIdSchema, withCustomerId: recordIdSchema }),
    output: changedSchema,
  }),
  'customer.leaveHousehold': command({ input: byId, output: changedSchema }),
  /** Into the trash: out of search and lists, still in the figures of the past. */
  'customer.archive': command({ input: byId, output: changedSchema }),
  'customer.restore': command({ input: byId, output: changedSchema }),
  'customer.timeline': query({
    input: z.strictObject({ customerId: recordIdSchema, limit: z.int().min(1).max(5000).default(20) }),
    output: z.strictObject({ entries: z.array(timelineEntrySchema), total: z.int() }),
  }),
  'customer.page': query({
    input: z.strictObject({
      ...customerListSchema.shape,
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.strictObject({ rows: z.array(listRowSchema), total: z.int() }),
  }),
  /** What the table can be narrowed to, with how many are there. */
  'customer.listCounts': query({
    input: emptySchema,
    output: z.strictObject({
      all: z.int(),
      neverCame: z.int(),
      inTrash: z.int(),
      tags: z.array(z.strictObject({ tagId: recordIdSchema, name: z.string(), customers: z.int() })),
      sources: z.array(z.strictObject({ source: z.string(), customers: z.int() })),
    }),
  }),
} as const;
