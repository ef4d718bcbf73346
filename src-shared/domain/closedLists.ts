/**
 * The closed lists that the tables and the door both know: what kinds of a thing there are. A table's check constraint
 * holds the same words in its migration, so a new one here wants a migration too.
 */
import { SCORE_KINDS } from './opinionScores.ts';

/** Where a visit came from. */
export const VISIT_SOURCES = ['desk', 'import', 'demo'] as const;
export type VisitSource = (typeof VISIT_SOURCES)[number];

export const CONTACT_KINDS = ['phone', 'email', 'address', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONSENT_CHANNELS = ['phone', 'sms', 'email', 'post', 'messenger'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];
export const CONSENT_PURPOSES = ['reminders', 'marketing', 'opinions'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const PREFERENCE_KINDS = ['preference', 'warning'] as const;
export type PreferenceKind = (typeof PREFERENCE_KINDS)[number];

/** The shop's own fields, on cards and on visits. */
export const OWN_FIELD_KINDS = ['text', 'number', 'date', 'choice', 'yesNo'] as const;
export type OwnFieldKind = (typeof OWN_FIELD_KINDS)[number];
export const OWN_FIELD_SUBJECTS = ['customer', 'visit'] as const;
export type OwnFieldSubject = (typeof OWN_FIELD_SUBJECTS)[number];

export const QUESTION_KINDS = [...SCORE_KINDS, 'choice', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What a file brings in. */
export const IMPORT_KINDS = ['visits', 'customers', 'opinions', 'offerings'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** By what the table of all customers is ordered. */
export const LIST_ORDERS = [
  'name',
  'phone',
  'email',
  'cardNumber',
  'birthday',
  'lastVisit',
  'visits',
  'value',
  'tags',
  'source',
  'added',
] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** The columns it may show beside the name, in the order in which they stand; each can be sorted by. */
export const LIST_COLUMNS = LIST_ORDERS.slice(1) as readonly Exclude<ListOrder, 'name'>[] as readonly [
  Exclude<ListOrder, 'name'>,
  ...Exclude<ListOrder, 'name'>[],
];
export type ListColumn = (typeof LIST_COLUMNS)[number];
/** Until somebody chooses. */
export const FIRST_COLUMNS: readonly ListColumn[] = [
  'phone',
  'lastVisit',
  'visits',
  'value',
  'tags',
  'source',
];

/** What the search box found somebody by, where it was not the name. */
export const FOUND_BY = ['phone', 'email', 'cardNumber', 'externalId', 'tag'] as const;
export type FoundByKind = (typeof FOUND_BY)[number];

/** Why somebody may be the person whose card is about to be made. */
export const DUPLICATE_REASONS = [
  'phone',
  'email',
  'cardNumber',
  'nameAndBirthday',
  'nearNameAndBirthday',
  'sameName',
  'nearName',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
/** What speaks against two cards being one person's. */
export const DUPLICATE_DOUBTS = ['differentNames', 'differentBirthdays'] as const;
export type DuplicateDoubt = (typeof DUPLICATE_DOUBTS)[number];
/** How sure it is, in steps that a person can act on. */
export const DUPLICATE_CERTAINTIES = ['sure', 'likely', 'perhaps'] as const;
export type DuplicateCertainty = (typeof DUPLICATE_CERTAINTIES)[number];

export const BACKUP_KINDS = ['backup', 'beforeUpdate', 'replaced', 'other'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];
/** Why a backup cannot be restored, or that it can. 'otherKey' also stands for a damaged first page: they look the same. */
export const BACKUP_STATES = ['opens', 'otherKey', 'damaged', 'newer', 'foreign'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** Who may do what: `src-shared/contract/roleMatrix.ts` says which procedures each role may call. */
export const ROLES = ['owner', 'manager', 'desk'] as const;
export type Role = (typeof ROLES)[number];

/** What the front desk is shown of what a customer has brought: the setting 'desk.valueShown'. */
export const DESK_VALUES_SHOWN = ['amount', 'band', 'nothing'] as const;
export type DeskValueShown = (typeof DESK_VALUES_SHOWN)[number];

/** How an appointment ended; null in the table while it is ahead. */
export const APPOINTMENT_OUTCOMES = ['came', 'missed', 'cancelled'] as const;
export type AppointmentOutcome = (typeof APPOINTMENT_OUTCOMES)[number];

export const PROMISE_OUTCOMES = ['kept', 'dropped'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** Where an open case came from. */
export const CASE_ORIGINS = ['opinion', 'desk', 'phone', 'message'] as const;
export type CaseOrigin = (typeof CASE_ORIGINS)[number];

/** What a shop gives its customers as a reason to stay. */
export const BENEFIT_KINDS = ['stamps', 'points', 'package', 'voucher', 'membership', 'warranty'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];
/** Why a balance moved. `correct` is the counter-entry of another entry. */
export const BENEFIT_MOVES = ['grant', 'earn', 'use', 'expire', 'correct'] as const;
export type BenefitMove = (typeof BENEFIT_MOVES)[number];
/** What an offering does to a plan: its line earns, or the plan pays for it. */
export const BENEFIT_EFFECTS = ['earns', 'pays'] as const;
export type BenefitEffect = (typeof BENEFIT_EFFECTS)[number];

/** Why somebody stopped coming, as they said it or as staff understood it. */
export const LAPSE_REASONS = [
  'price',
  'quality',
  'attitude',
  'waiting',
  'offer',
  'otherShop',
  'moved',
  'noNeed',
  'health',
  'forgot',
  'other',
  'noAnswer',
] as const;
export type LapseReason = (typeof LAPSE_REASONS)[number];

/** Acts of the privacy register. */
export const PRIVACY_ACTS = ['disclose', 'erase', 'eraseAgain', 'withdraw'] as const;
export type PrivacyAct = (typeof PRIVACY_ACTS)[number];

/** Which table a saved filter belongs to. */
export const FILTER_SUBJECTS = ['customers'] as const;
export type FilterSubject = (typeof FILTER_SUBJECTS)[number];
