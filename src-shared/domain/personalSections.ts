/** What a person is told of what is stored about them, section by section; the columns of each: db/repositories/personalRecord.ts. */

export const PERSONAL_SECTIONS = [
  'identity',
  'contacts',
  'consents',
  'preferences',
  'tags',
  'ownFields',
  'household',
  'recommendations',
  'visits',
  'visitLines',
  'visitFields',
  'opinions',
  'answers',
  'appointments',
  'promises',
  'gestures',
  'cases',
  'wishes',
  'lapseAnswers',
  'benefits',
  'benefitEntries',
  'changes',
  'imports',
  'merges',
  'privacyActs',
] as const;
export type PersonalSection = (typeof PERSONAL_SECTIONS)[number];

export type PersonalValue = string | number | null;
export type PersonalRow = Readonly<Record<string, PersonalValue>>;
/** Sections without an entry are there too, empty. */
export type PersonalSections = Readonly<Record<PersonalSection, readonly PersonalRow[]>>;
