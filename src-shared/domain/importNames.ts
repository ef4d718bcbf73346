/** What the import's screens list, without the schemas of the contract: a page that starts should not read those. */

const CHANNELS = ['Sms', 'Email', 'Phone', 'Post', 'Messenger'] as const;
const PURPOSES = ['marketing', 'reminders', 'opinions'] as const;
/** One column each: 'marketingSms' says yes or no to offers by text message. */
export const CONSENT_FIELDS = PURPOSES.flatMap((purpose) =>
  CHANNELS.map((channel) => `${purpose}${channel}` as const),
);
export type ConsentField = (typeof CONSENT_FIELDS)[number];

/** How people of the file were recognised, in this order; `created` are those who were not. */
export const RECOGNISED_BY = [
  'externalId',
  'cardNumber',
  'phone',
  'email',
  'nameAndBirthday',
  'name',
] as const;
export type RecognisedBy = (typeof RECOGNISED_BY)[number];
