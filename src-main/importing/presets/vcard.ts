/** vCard: the columns are those that vcardReader.ts makes of the cards. */
import type { ShippedPreset } from './preset.ts';

export const vcard: ShippedPreset = {
  key: 'vcard',
  kind: 'customers',
  signature: [['Name'], ['First name'], ['Last name'], ['Phone 2'], ['Email 2'], ['Categories'], ['UID']],
  columns: {
    customerName: ['Name'],
    firstName: ['First name'],
    lastName: ['Last name'],
    phone: ['Phone'],
    phone2: ['Phone 2'],
    phone3: ['Phone 3'],
    email: ['Email'],
    email2: ['Email 2'],
    birthday: ['Birthday'],
    address: ['Address'],
    tags: ['Categories'],
    note: ['Note'],
  },
  dateFormat: 'yyyy-MM-dd',
};
