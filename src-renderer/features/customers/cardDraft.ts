/**
 * A card while it is being edited: texts as they are typed. Only what differs from the stored card is kept as the
 * draft, so that what an import or another window changes meanwhile is not written over. Pure.
 */
import type { CardField, CustomerCard, Person } from '../../../src-shared/contract/customerContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import type { ContactKind } from '../../../src-shared/domain/closedLists.ts';
import { parseTypedDay, typedDayOf } from './typedDay.ts';

export interface ContactDraft {
  /** Tells it from the others while it has no id. */
  readonly key: string;
  readonly id: number | null;
  readonly kind: ContactKind;
  readonly value: string;
  readonly label: string;
}

export interface PreferenceDraft {
  readonly key: string;
  readonly id: number | null;
  readonly kind: 'preference' | 'warning';
  readonly text: string;
}

export interface CardDraft {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly contacts: readonly ContactDraft[];
  readonly cardNumber: string;
  readonly birthday: string;
  readonly customerSince: string;
  readonly locale: string;
  readonly source: string;
  readonly recommendedBy: Person | null;
  readonly tags: readonly string[];
  readonly preferences: readonly PreferenceDraft[];
  readonly note: string;
  /** By the id of the field, as typed. */
  readonly ownValues: Readonly<Record<string, string>>;
}
export type CardChanges = Partial<CardDraft>;

/** What is typed over a card, and what stood in those fields when it was begun. */
export interface KeptChanges {
  readonly changes: CardChanges;
  readonly from: CardChanges;
}

export const NO_CHANGES: KeptChanges = { changes: {}, from: {} };

export const EMPTY_CARD: CustomerCard = {
  name: '',
  firstName: null,
  lastName: null,
  contacts: [],
  cardNumber: null,
  birthday: null,
  locale: null,
  source: null,
  recommendedById: null,
  customerSince: null,
  tags: [],
  preferences: [],
  note: null,
  ownValues: [],
};

/** What a new card asks for before anybody adds to it. */
export const FIRST_CONTACTS: readonly ContactDraft[] = [
  { key: 'phone', id: null, kind: 'phone', value: '', label: '' },
  { key: 'email', id: null, kind: 'email', value: '', label: '' },
];

export interface DraftContext {
  readonly locale: Locale;
  readonly today: string;
  readonly fields: readonly CardField[];
}

export const draftOf = (
  card: CustomerCard,
  recommendedBy: Person | null,
  { locale, fields }: DraftContext,
): CardDraft => {
  const kinds = new Map(fields.map(({ fieldId, kind }) => [fieldId, kind]));
  const shown = (fieldId: number, value: string) => {
    if (kinds.get(fieldId) === 'date') return typedDayOf(value, locale);
    return kinds.get(fieldId) === 'number' && locale !== 'en' ? value.replace('.', ',') : value;
  };
  return {
    name: card.name,
    firstName: card.firstName ?? '',
    lastName: card.lastName ?? '',
    contacts: card.contacts.map(({ id, kind, value, label }) => ({
      key: `${kind}${id ?? ''}`,
      id,
      kind,
      value,
      label: label ?? '',
    })),
    cardNumber: card.cardNumber ?? '',
    birthday: card.birthday === null ? '' : typedDayOf(card.birthday, locale),
    customerSince: card.customerSince === null ? '' : typedDayOf(card.customerSince, locale),
    locale: card.locale ?? '',
    source: card.source ?? '',
    recommendedBy,
    tags: card.tags,
    preferences: card.preferences.map(({ id, kind, text }) => ({ key: `${id ?? ''}`, id, kind, text })),
    note: card.note ?? '',
    ownValues: Object.fromEntries(
      card.ownValues.map(({ fieldId, value }) => [fieldId, shown(fieldId, value)]),
    ),
  };
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The changes with one more; a field that is as stored again is no change. Empty entries of lists are none either. */
export const withChange = (
  base: CardDraft,
  { changes, from }: KeptChanges,
  more: CardChanges,
): KeptChanges => {
  const left = Object.entries({ ...changes, ...more }).filter(
    ([field, value]) => !isSame(value, base[field as keyof CardDraft]),
  );
  return {
    changes: Object.fromEntries(left),
    from: Object.fromEntries(left.map(([field]) => [field, { ...base, ...from }[field as keyof CardDraft]])),
  };
};

/** Fields that are typed over and stand otherwise in the card by now than when that was begun: one of the two would be lost. */
export const fieldsInDispute = (base: CardDraft, { changes, from }: KeptChanges): (keyof CardDraft)[] =>
  (Object.keys(changes) as (keyof CardDraft)[]).filter(
    (field) => !isSame(base[field], from[field]) && !isSame(base[field], changes[field]),
  );

/** Without these fields: what the card says now holds. */
export const withoutFields = (kept: KeptChanges, fields: readonly (keyof CardDraft)[]): KeptChanges => {
  const others = (changes: CardChanges): CardChanges =>
    Object.fromEntries(
      Object.entries(changes).filter(([field]) => !fields.includes(field as keyof CardDraft)),
    );
  return { changes: others(kept.changes), from: others(kept.from) };
};

/** Whether there is anything to save: an entry that was opened and left empty is nothing. */
export const isChanged = (base: CardDraft, changes: CardChanges): boolean =>
  Object.keys(changes).some((field) => {
    const after = { ...base, ...changes };
    return JSON.stringify(filled(field, after)) !== JSON.stringify(filled(field, base));
  });

const filled = (field: string, draft: CardDraft): unknown => {
  if (field === 'contacts') return draft.contacts.filter(({ value }) => value.trim() !== '');
  if (field === 'preferences') return draft.preferences.filter(({ text }) => text.trim() !== '');
  return draft[field as keyof CardDraft];
};

/** What is wrong with a field: named by the field, or by the key of an entry. */
export type Faults = Readonly<
  Record<string, 'nameMissing' | 'dayUnread' | 'dayInFuture' | 'emailUnread' | 'numberUnread'>
>;

const textOrNull = (text: string): string | null => text.trim() || null;

/** The card to be saved, or what keeps it from being. */
export const cardOf = (
  draft: CardDraft,
  { today, fields }: DraftContext,
): { readonly card: CustomerCard } | { readonly faults: Faults } => {
  const faults: Record<string, Faults[string]> = {};
  const day = (field: string, typed: string, mayBeInFuture = false): string | null => {
    if (typed.trim() === '') return null;
    const iso = parseTypedDay(typed, today);
    if (iso === null) faults[field] = 'dayUnread';
    else if (iso > today && !mayBeInFuture) faults[field] = 'dayInFuture';
    return iso;
  };
  if (draft.name.trim() === '') faults.name = 'nameMissing';
  const contacts = draft.contacts.filter(({ value }) => value.trim() !== '');
  for (const { key, kind, value } of contacts) {
    if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value.trim())) faults[key] = 'emailUnread';
  }
  const ownValues = fields.flatMap(({ fieldId, kind }) => {
    const typed = (draft.ownValues[fieldId] ?? '').trim();
    if (typed === '') return [];
    const value =
      kind === 'date' ? day(`own${fieldId}`, typed, true) : kind === 'number' ? numberOf(typed) : typed;
    if (value === null && kind === 'number') faults[`own${fieldId}`] = 'numberUnread';
    return value === null ? [] : [{ fieldId, value }];
  });
  const card: CustomerCard = {
    name: draft.name.trim(),
    firstName: textOrNull(draft.firstName),
    lastName: textOrNull(draft.lastName),
    contacts: contacts.map(({ id, kind, value, label }) => ({
      id,
      kind,
      value: value.trim(),
      label: textOrNull(label),
    })),
    cardNumber: textOrNull(draft.cardNumber),
    birthday: day('birthday', draft.birthday),
    locale: draft.locale === 'en' || draft.locale === 'pl' || draft.locale === 'ro' ? draft.locale : null,
    source: textOrNull(draft.source),
    recommendedById: draft.recommendedBy?.customerId ?? null,
    customerSince: day('customerSince', draft.customerSince),
    tags: [...draft.tags],
    preferences: draft.preferences
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, kind, text }) => ({ id, kind, text: text.trim() })),
    note: textOrNull(draft.note),
    ownValues,
  };
  return Object.keys(faults).length > 0 ? { faults } : { card };
};

/** In one form, with a decimal point; null for what is no number. */
const numberOf = (typed: string): string | null => {
  const plain = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? plain : null;
};
