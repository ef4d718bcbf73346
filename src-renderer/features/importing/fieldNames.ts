/** What the fields of a visit are called on screen. */
import type { VisitField } from '../../../src-shared/contract/importContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export const fieldNames = (words: Words): Readonly<Record<VisitField, string>> => ({
  customer: words.t('import.field.customer'),
  customerName: words.t('import.field.customerName'),
  phone: words.t('import.field.phone'),
  email: words.t('import.field.email'),
  date: words.t('import.field.date'),
  receipt: words.t('import.field.receipt'),
  offering: words.t('import.field.offering'),
  category: words.t('import.field.category'),
  quantity: words.t('import.field.quantity'),
  unitPrice: words.t('import.field.unitPrice'),
  amount: words.t('import.field.amount'),
  staff: words.t('import.field.staff'),
  note: words.t('import.field.note'),
  source: words.t('import.field.source'),
});
