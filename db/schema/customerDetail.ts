/** What a card holds beside the person's name: further contacts, consents, tags, preferences, own fields. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_KINDS,
  OWN_FIELD_KINDS,
  OWN_FIELD_SUBJECTS,
  PREFERENCE_KINDS,
} from '../../src-shared/domain/closedLists.ts';
import { staffTable } from './catalogue.ts';
import { createdAtMsColumn, isUid, uidColumn } from './columns.ts';
import { customerTable } from './customer.ts';
import { visitTable } from './visit.ts';

/** Contacts beside the first telephone number and e-mail address, which lie in the card itself. */
export const customerContactTable = sqliteTable(
  'customer_contact',
  {
    id: integer('id').primaryKey(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    kind: text('kind', { enum: CONTACT_KINDS }).notNull(),
    /** As it is shown. */
    value: text('value').notNull(),
    /** E.164 or lower case, by which it is found; null where it has no such form. */
    normalised: text('normalised'),
    label: text('label'),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    index('customer_contact_customer_index').on(table.customerId),
    index('customer_contact_normalised_index')
      .on(table.normalised)
      .where(sql`${table.normalised} IS NOT NULL`),
    check('customer_contact_kind_is_known', sql`${table.kind} IN ('phone', 'email', 'address', 'other')`),
  ],
);

/** Append-only: the newest row of a channel and purpose holds; without one there is no consent. */
export const customerConsentTable = sqliteTable(
  'customer_consent',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    channel: text('channel', { enum: CONSENT_CHANNELS }).notNull(),
    purpose: text('purpose', { enum: CONSENT_PURPOSES }).notNull(),
    isGiven: integer('is_given', { mode: 'boolean' }).notNull(),
    atMs: integer('at_ms').notNull(),
    /** How it was given or withdrawn: at the desk, on paper, by telephone, or as an imported file says. */
    evidence: text('evidence'),
    staffId: integer('staff_id').references(() => staffTable.id),
  },
  (table) => [
    index('customer_consent_customer_index').on(table.customerId, table.channel, table.purpose, table.id),
    check('customer_consent_uid_is_uuid', isUid(table.uid)),
    check(
      'customer_consent_channel_is_known',
      sql`${table.channel} IN ('phone', 'sms', 'email', 'post', 'messenger')`,
    ),
    check(
      'customer_consent_purpose_is_known',
      sql`${table.purpose} IN ('reminders', 'marketing', 'opinions')`,
    ),
    check('customer_consent_given_is_boolean', sql`${table.isGiven} IN (0, 1)`),
  ],
);

export const tagTable = sqliteTable(
  'tag',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    uniqueIndex('tag_folded_name_index').on(table.foldedName),
    check('tag_uid_is_uuid', isUid(table.uid)),
  ],
);

/** WITHOUT ROWID. */
export const customerTagTable = sqliteTable(
  'customer_tag',
  {
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tagTable.id),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.tagId] }),
    index('customer_tag_tag_index').on(table.tagId),
  ],
);

/** "Tea without sugar"; "allergic to ammonia". */
export const customerPreferenceTable = sqliteTable(
  'customer_preference',
  {
    id: integer('id').primaryKey(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    kind: text('kind', { enum: PREFERENCE_KINDS }).notNull(),
    text: text('text').notNull(),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    index('customer_preference_customer_index').on(table.customerId),
    check('customer_preference_kind_is_known', sql`${table.kind} IN ('preference', 'warning')`),
  ],
);

/** A field that the shop added to its cards or visits. */
export const ownFieldTable = sqliteTable(
  'own_field',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    subject: text('subject', { enum: OWN_FIELD_SUBJECTS }).notNull(),
    kind: text('kind', { enum: OWN_FIELD_KINDS }).notNull(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    /** JSON list of texts, for kind 'choice'. */
    choices: text('choices'),
    position: integer('position').notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('own_field_name_index').on(table.subject, table.foldedName),
    check('own_field_uid_is_uuid', isUid(table.uid)),
    check('own_field_subject_is_known', sql`${table.subject} IN ('customer', 'visit')`),
    check('own_field_kind_is_known', sql`${table.kind} IN ('text', 'number', 'date', 'choice', 'yesNo')`),
    check(
      'own_field_choices_belong_to_choice',
      sql`(${table.kind} = 'choice') = (${table.choices} IS NOT NULL) AND (${table.choices} IS NULL OR json_valid(${table.choices}))`,
    ),
  ],
);

/** Values as text in one form per kind: ISO day, decimal point, 'yes' or 'no'. WITHOUT ROWID. */
export const customerOwnValueTable = sqliteTable(
  'customer_own_value',
  {
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    ownFieldId: integer('own_field_id')
      .notNull()
      .references(() => ownFieldTable.id),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.ownFieldId] })],
);

/** As `customer_own_value`. WITHOUT ROWID. */
export const visitOwnValueTable = sqliteTable(
  'visit_own_value',
  {
    visitId: integer('visit_id')
      .notNull()
      .references(() => visitTable.id),
    ownFieldId: integer('own_field_id')
      .notNull()
      .references(() => ownFieldTable.id),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.ownFieldId] })],
);
