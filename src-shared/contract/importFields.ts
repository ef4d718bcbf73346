/** What a column of an imported file can be, by the kind of file. What each field means: docs/importing.md. */
import { z } from 'zod';
import { IMPORT_KINDS, type ImportKind } from '../domain/closedLists.ts';
import { CONSENT_FIELDS, type ConsentField } from '../domain/importNames.ts';

export { CONSENT_FIELDS, type ConsentField, IMPORT_KINDS, type ImportKind };
export const importKindSchema = z.enum(IMPORT_KINDS);

export const VISIT_FIELDS = [
  'customer',
  'customerName',
  'cardNumber',
  'phone',
  'email',
  'date',
  'receipt',
  'offering',
  'category',
  'quantity',
  'unitPrice',
  'discount',
  'amount',
  'staff',
  'note',
  'source',
] as const;

export const CUSTOMER_FIELDS = [
  'customer',
  'customerName',
  'firstName',
  'lastName',
  'phone',
  'phone2',
  'phone3',
  'email',
  'email2',
  'cardNumber',
  'birthday',
  'customerSince',
  'tags',
  'source',
  'recommendedBy',
  'address',
  'note',
  'locale',
  ...CONSENT_FIELDS,
  // As the mapping files of the command line may call them.
  'externalId',
  'name',
] as const;

export const OPINION_FIELDS = [
  'date',
  'customer',
  'customerName',
  'cardNumber',
  'phone',
  'email',
  'nps',
  'csat',
  'ces',
  'comment',
  'channel',
  'staff',
] as const;

export const OFFERING_FIELDS = ['name', 'category', 'price', 'tax', 'cost', 'plannedInterval'] as const;

const FIELDS = {
  visits: VISIT_FIELDS,
  customers: CUSTOMER_FIELDS,
  opinions: OPINION_FIELDS,
  offerings: OFFERING_FIELDS,
} as const satisfies Record<ImportKind, readonly string[]>;

export type VisitField = (typeof VISIT_FIELDS)[number];
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];
export type OpinionField = (typeof OPINION_FIELDS)[number];
export type OfferingField = (typeof OFFERING_FIELDS)[number];
export type ImportField = VisitField | CustomerField | OpinionField | OfferingField;

export const importFieldSchema = z.enum([...new Set<ImportField>(Object.values(FIELDS).flat())] as [
  ImportField,
  ...ImportField[],
]);

export const fieldsOf = (kind: ImportKind): readonly ImportField[] => FIELDS[kind];
