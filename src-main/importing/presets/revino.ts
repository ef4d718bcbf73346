/** Revino's own tables (src-main/exporting/shopTables.ts), in each language it writes them in. */
import { LOCALES } from '../../../src-shared/contract/values.ts';
import type { ConsentField } from '../../../src-shared/domain/importNames.ts';
import { consentTitle } from '../../../src-shared/words/privacyWords.ts';
import { type MessageKey, wordsFor } from '../../../src-shared/words/words.ts';
import { CONSENT_PAIRS } from '../../exporting/consentColumns.ts';
import type { Names, ShippedPreset } from './preset.ts';

type ColumnKey = Extract<MessageKey, `export.${string}`>;

const column = (key: ColumnKey): Names => LOCALES.map((locale) => wordsFor(locale).find(key, {}) ?? key);

const consents = Object.fromEntries(
  CONSENT_PAIRS.map(({ field, ...pair }) => [
    field,
    LOCALES.map((locale) => consentTitle(wordsFor(locale), pair)),
  ]),
) as Partial<Record<ConsentField, Names>>;

/** Days as ISO, moments with a blank before the time; a workbook brings its dates itself. */
const MOMENT = 'yyyy-MM-dd HH:mm';
const DAY = 'yyyy-MM-dd';

export const revinoCustomers: ShippedPreset = {
  key: 'revino-customers',
  kind: 'customers',
  signature: [column('export.customer'), column('export.customerSince'), column('export.visitCount')],
  columns: {
    customer: column('export.customer'),
    customerName: column('export.customerName'),
    firstName: column('export.firstName'),
    lastName: column('export.lastName'),
    phone: column('export.phone'),
    email: column('export.email'),
    cardNumber: column('export.cardNumber'),
    birthday: column('export.birthday'),
    customerSince: column('export.customerSince'),
    source: column('export.source'),
    recommendedBy: column('export.recommendedBy'),
    tags: column('export.tags'),
    locale: column('export.language'),
    note: column('export.note'),
    ...consents,
  },
  dateFormat: DAY,
};

export const revinoVisits: ShippedPreset = {
  key: 'revino-visits',
  kind: 'visits',
  signature: [
    column('export.customer'),
    column('export.date'),
    column('export.receipt'),
    column('export.amount'),
    column('export.discount'),
  ],
  columns: {
    customer: column('export.customer'),
    customerName: column('export.customerName'),
    date: column('export.date'),
    receipt: column('export.receipt'),
    offering: column('export.offering'),
    category: column('export.category'),
    quantity: column('export.quantity'),
    amount: column('export.amount'),
    discount: column('export.discount'),
    staff: column('export.staff'),
    note: column('export.note'),
  },
  dateFormat: MOMENT,
};

export const revinoOpinions: ShippedPreset = {
  key: 'revino-opinions',
  kind: 'opinions',
  signature: [column('export.customer'), column('export.date'), ['NPS'], ['CSAT'], ['CES']],
  columns: {
    customer: column('export.customer'),
    customerName: column('export.customerName'),
    date: column('export.date'),
    nps: ['NPS'],
    csat: ['CSAT'],
    ces: ['CES'],
    comment: column('export.comment'),
    channel: column('export.channel'),
  },
  dateFormat: MOMENT,
};

export const revinoOfferings: ShippedPreset = {
  key: 'revino-offerings',
  kind: 'offerings',
  signature: [column('export.offering'), column('export.price'), column('export.plannedInterval')],
  columns: {
    name: column('export.offering'),
    category: column('export.category'),
    price: column('export.price'),
    tax: column('export.taxRate'),
    cost: column('export.cost'),
    plannedInterval: column('export.plannedInterval'),
  },
};
