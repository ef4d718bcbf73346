/**
 * Google Contacts, Export > Google CSV (support.google.com/contacts/answer/7199294). The header was changed in 2024: given and
 * family name became first and last name, "Type" became "Label", groups became labels. English in every language.
 */
import type { ShippedPreset } from './preset.ts';

export const googleContacts: ShippedPreset = {
  key: 'google-contacts',
  kind: 'customers',
  signature: [['First Name'], ['Last Name'], ['Phonetic First Name'], ['File As'], ['Labels']],
  columns: {
    firstName: ['First Name'],
    lastName: ['Last Name'],
    phone: ['Phone 1 - Value'],
    phone2: ['Phone 2 - Value'],
    phone3: ['Phone 3 - Value'],
    email: ['E-mail 1 - Value'],
    email2: ['E-mail 2 - Value'],
    birthday: ['Birthday'],
    note: ['Notes'],
    address: ['Address 1 - Formatted'],
  },
};

export const googleContactsOld: ShippedPreset = {
  key: 'google-contacts-old',
  kind: 'customers',
  signature: [['Name'], ['Given Name'], ['Family Name'], ['Yomi Name'], ['Group Membership']],
  columns: {
    customerName: ['Name'],
    firstName: ['Given Name'],
    lastName: ['Family Name'],
    phone: ['Phone 1 - Value'],
    phone2: ['Phone 2 - Value'],
    phone3: ['Phone 3 - Value'],
    email: ['E-mail 1 - Value'],
    email2: ['E-mail 2 - Value'],
    birthday: ['Birthday'],
    note: ['Notes'],
    address: ['Address 1 - Formatted'],
  },
};
