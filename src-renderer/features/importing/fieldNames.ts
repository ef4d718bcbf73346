/** What the fields of a file are called on screen. */
import type { ConsentField, ImportField } from '../../../src-shared/contract/importFields.ts';
import { CONSENT_FIELDS } from '../../../src-shared/domain/importNames.ts';
import type { Words } from '../../../src-shared/words/words.ts';

type PlainField = Exclude<ImportField, ConsentField | 'externalId'>;

const isConsent = (field: ImportField): field is ConsentField =>
  (CONSENT_FIELDS as readonly ImportField[]).includes(field);

const consentName = (words: Words, field: ConsentField): string => {
  const [purpose, channel] = field.split(/(?=[A-Z])/) as ['marketing' | 'reminders' | 'opinions', string];
  return words.t('import.field.consent', {
    purpose: words.t(`import.purpose.${purpose}`),
    channel: words.t(`import.channel.${channel as 'Sms' | 'Email' | 'Phone' | 'Post' | 'Messenger'}`),
  });
};

export const fieldName = (words: Words, field: ImportField): string => {
  if (isConsent(field)) return consentName(words, field);
  const plain: PlainField = field === 'externalId' ? 'customer' : field;
  return words.t(`import.field.${plain}`);
};
