/** What is chosen of two cards, and what the one card would be. */
import type { MergeChoice, MergeField } from '../../../src-shared/contract/mergeContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import type { Received } from '../../api/procedures.ts';
import type { Format } from '../../ui/wordsContext.tsx';

export type Preview = Received<'customer.mergePreview'>;
export type PreviewField = Preview['fields'][number];
export type Chosen = Readonly<Partial<Record<MergeField, MergeChoice>>>;

export const fieldName = (words: Words, field: MergeField): string => {
  const names: Record<MergeField, string> = {
    name: words.t('customers.name'),
    phone: words.t('customers.contact.phone'),
    email: words.t('customers.contact.email'),
    birthday: words.t('customers.birthday'),
    cardNumber: words.t('customers.cardNumber'),
    customerSince: words.t('customers.customerSince'),
    source: words.t('customers.source'),
    locale: words.t('customers.locale'),
    note: words.t('customers.note'),
  };
  return names[field];
};

/** As people write it; null where the card says nothing. */
export const valueText = (
  words: Words,
  format: Format,
  field: MergeField,
  value: string | null,
): string | null => {
  if (value === null) return null;
  if (field === 'birthday' || field === 'customerSince') return format.date(value);
  if (field !== 'locale') return value;
  const languages: Readonly<Record<string, string>> = {
    en: words.t('common.english'),
    pl: words.t('common.polish'),
    ro: words.t('common.romanian'),
  };
  return languages[value] ?? value;
};

/** A person has something to choose where both cards say something, and not the same. */
export const isToChoose = ({ kept, merged }: PreviewField): boolean =>
  kept !== null && merged !== null && kept !== merged;

export const choiceIn = (field: PreviewField, chosen: Chosen): MergeChoice =>
  isToChoose(field) ? (chosen[field.field] ?? field.choice) : field.choice;

/** What of a field the one card would have: two values where both stay. */
export const resultOf = (field: PreviewField, chosen: Chosen): string[] => {
  const choice = choiceIn(field, chosen);
  const values =
    choice === 'both' ? [field.kept, field.merged] : [choice === 'kept' ? field.kept : field.merged];
  return values.filter((value) => value !== null);
};

/** Of the other two cards: whoever chose a value still means that value. */
export const swapped = (chosen: Chosen): Chosen =>
  Object.fromEntries(
    Object.entries(chosen).map(([field, choice]) => [
      field,
      choice === 'both' ? 'both' : choice === 'kept' ? 'merged' : 'kept',
    ]),
  );

/** A telephone or address that was not chosen stays on the card as a further one. */
export const furtherContacts = (preview: Preview, chosen: Chosen): string[] => {
  const left = preview.fields
    .filter(({ field }) => field === 'phone' || field === 'email')
    .flatMap((field) => {
      if (!isToChoose(field)) return [];
      return [choiceIn(field, chosen) === 'kept' ? field.merged : field.kept];
    })
    .filter((value) => value !== null);
  const first = new Set(preview.fields.flatMap((field) => resultOf(field, chosen)));
  return [...new Set([...left, ...preview.joined.contacts])].filter((contact) => !first.has(contact));
};
