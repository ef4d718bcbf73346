/**
 * The three catalogues against each other and against the code: no key without a use, none missing, no
 * place or plural form lost in translation.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_KINDS } from '../../db/checkDatabase.ts';
import { CARD_FIELDS } from '../../db/repositories/customerDetail.ts';
import { COMMANDS } from '../../src-main/cli/options.ts';
import { STEPS } from '../../src-renderer/followUp/steps.ts';
import { CONSENT_EVIDENCES } from '../../src-shared/contract/customerContract.ts';
import { ERROR_CODES } from '../../src-shared/contract/errors.ts';
import { OVER_BUDGET } from '../../src-shared/contract/gestureContract.ts';
import {
  DIFFERENCE_OUTCOMES,
  RECOGNISED_BY,
  REJECTION_REASONS,
} from '../../src-shared/contract/importContract.ts';
import { CONSENT_FIELDS, IMPORT_KINDS, importFieldSchema } from '../../src-shared/contract/importFields.ts';
import { JOB_KINDS } from '../../src-shared/contract/jobContract.ts';
import { MOODS, OPINION_CHANNELS } from '../../src-shared/contract/opinionContract.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';
import { CANCEL_REASONS } from '../../src-shared/contract/visitContract.ts';
import {
  APPOINTMENT_OUTCOMES,
  BENEFIT_KINDS,
  BENEFIT_MOVES,
  CASE_ORIGINS,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_KINDS,
  DUPLICATE_CERTAINTIES,
  DUPLICATE_DOUBTS,
  DUPLICATE_REASONS,
  FOUND_BY,
  LAPSE_REASONS,
  LIST_ORDERS,
  PROMISE_OUTCOMES,
} from '../../src-shared/domain/closedLists.ts';
import { VALUE_BANDS } from '../../src-shared/domain/deskFacts.ts';
import { SCORE_KINDS } from '../../src-shared/domain/opinionScores.ts';
import { english } from '../../src-shared/words/en/english.ts';
import type { Message, PluralMessage } from '../../src-shared/words/message.ts';
import { polish } from '../../src-shared/words/pl/polish.ts';
import { romanian } from '../../src-shared/words/ro/romanian.ts';
import { wordsFor } from '../../src-shared/words/words.ts';

type Catalogue = Readonly<Record<string, Message>>;
const catalogues: Readonly<Record<Locale, Catalogue>> = { en: english, pl: polish, ro: romanian };
const keys = Object.keys(english);

const repoFolder = join(import.meta.dirname, '..', '..');
const sourceOf = (folder: string): string[] =>
  readdirSync(join(repoFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/]words[\\/](en|pl|ro)[\\/]/.test(file));
const sources = ['src-shared', 'db', 'src-main', 'src-renderer']
  .flatMap(sourceOf)
  .map((file) => readFileSync(file, 'utf8'));

/** Families whose keys are put together at run time; each with the list it is put together from. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  error: ERROR_CODES,
  rejection: REJECTION_REASONS,
  'benefits.kind': BENEFIT_KINDS,
  'benefits.means': BENEFIT_KINDS,
  'benefits.move': [...BENEFIT_MOVES, 'bought'],
  'cli.does': COMMANDS,
  'cli.check.kind': CHECK_KINDS,
  'jobs.kind': JOB_KINDS,
  'privacy.doc.changed': ['customer', 'visit', 'opinion'],
  'privacy.doc.did': [
    'create',
    'update',
    'cancel',
    'uncancel',
    'undo',
    'archive',
    'unarchive',
    'delete',
    'merge',
  ],
  'visits.why': CANCEL_REASONS,
  'opinions.score': SCORE_KINDS,
  'opinions.means': SCORE_KINDS,
  'opinions.scaleLow': SCORE_KINDS,
  'opinions.scaleHigh': SCORE_KINDS,
  'opinions.mood': MOODS,
  'opinions.channel': [...OPINION_CHANNELS, 'kiosk'],
  'opinions.period': ['month', 'quarter', 'year'],
  'person.every': ['days', 'weeks', 'months', 'years'],
  'person.ago': ['days', 'weeks', 'months', 'years'],
  'person.in': ['days', 'weeks', 'months', 'years'],
  'person.band': VALUE_BANDS,
  'desk.next.gesture.over': OVER_BUDGET,
  'followUp.gesture.over': OVER_BUDGET,
  'followUp.do': STEPS,
  'followUp.does': STEPS,
  'followUp.case.origin': CASE_ORIGINS,
  'followUp.line.wish': ['wished', 'solved', 'told'],
  'followUp.score': SCORE_KINDS,
  'followUp.told': [...APPOINTMENT_OUTCOMES, ...PROMISE_OUTCOMES],
  'followUp.said': APPOINTMENT_OUTCOMES,
  'settings.cases': SCORE_KINDS,
  'askWhy.reason': LAPSE_REASONS,
  'customers.fault': ['nameMissing', 'dayUnread', 'dayInFuture', 'emailUnread', 'numberUnread'],
  'customers.channel': CONSENT_CHANNELS,
  'customers.purpose': CONSENT_PURPOSES,
  'customers.evidence': CONSENT_EVIDENCES,
  'customers.contact': CONTACT_KINDS,
  'customers.contact.add': CONTACT_KINDS,
  'customers.remember': ['warning', 'preference'],
  'customers.remember.add': ['warning', 'preference'],
  'customers.column': LIST_ORDERS,
  'desk.foundBy': FOUND_BY.filter((what) => what !== 'phone'),
  'customers.duplicate': DUPLICATE_REASONS,
  'customers.cancelReason': CANCEL_REASONS,
  'customers.change': ['create', 'update', 'undo', 'archive', 'unarchive', 'merge', 'erase'],
  'duplicates.certainty': DUPLICATE_CERTAINTIES,
  'duplicates.doubt': DUPLICATE_DOUBTS,
  'customers.field': CARD_FIELDS,
  'import.kind': IMPORT_KINDS,
  'import.pick': IMPORT_KINDS.map((kind) => `${kind}.need`),
  'import.done': ['title', 'customers', 'opinions', 'offerings'],
  'import.field': importFieldSchema.options.filter(
    (field) => field !== 'externalId' && !(CONSENT_FIELDS as readonly string[]).includes(field),
  ),
  'import.purpose': CONSENT_PURPOSES,
  'import.channel': ['Sms', 'Email', 'Phone', 'Post', 'Messenger'],
  'import.missing': ['date', 'quantity', 'customerName', 'name', 'nps'],
  'import.recognised': RECOGNISED_BY,
  'import.diff': DIFFERENCE_OUTCOMES.filter((outcome) => outcome !== 'rejected'),
  'import.undo': ['running', 'done', 'failed'],
  'import.undo.kept': ['used', 'edited'],
};
const familyKeys = new Set(
  Object.entries(FAMILIES).flatMap(([family, members]) => members.map((member) => `${family}.${member}`)),
);

const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const placesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
const placesOf = (message: Message): string[] => [...new Set(formsOf(message).flatMap(placesIn))].sort();

/** The forms a whole-number count can take in the language, and the one for fractions. */
const NEEDED: Readonly<Record<Locale, readonly (keyof PluralMessage)[]>> = {
  en: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
  ro: ['one', 'few', 'other'],
};

describe('words', () => {
  it('has the same keys in every language', () => {
    for (const locale of LOCALES) expect(Object.keys(catalogues[locale]).sort()).toEqual([...keys].sort());
  });

  it('has words for every member of a family, and each family is really put together somewhere', () => {
    expect([...familyKeys].filter((key) => !keys.includes(key))).toEqual([]);
    const unused = Object.keys(FAMILIES).filter(
      (family) => !sources.some((source) => source.includes(`\`${family}.\${`)),
    );
    expect(unused).toEqual([]);
  });

  it('has no key that nothing uses', () => {
    const unused = keys.filter((key) => {
      if (familyKeys.has(key)) return false;
      const literals = [`'${key}'`, `"${key}"`, `\`${key}\``];
      return !sources.some((source) => literals.some((literal) => source.includes(literal)));
    });
    expect(unused).toEqual([]);
  });

  it('is asked for no key that does not exist', () => {
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/\b(?:t|find)\(\s*['"]([a-z]\w*\.[\w.]+)['"]/gi)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  describe.each(LOCALES)('in %s', (locale) => {
    const catalogue = catalogues[locale];
    const entries = Object.entries(catalogue);

    it('is plural where English is, with every form of the language and no other', () => {
      const faults = entries.flatMap(([key, message]) => {
        const isPlural = typeof message !== 'string';
        if (isPlural !== (typeof (english as Catalogue)[key] !== 'string')) return [key];
        if (!isPlural) return [];
        const forms = Object.keys(message).filter((form) => form !== 'zero');
        return [...forms].sort().join() === [...NEEDED[locale]].sort().join() ? [] : [`${key}: ${forms}`];
      });
      expect(faults).toEqual([]);
    });

    it('has the places of the English', () => {
      const faults = entries.filter(([key, message]) => {
        const wanted = placesOf((english as Catalogue)[key] ?? '').filter((place) => place !== 'count');
        if (placesOf(message).some((place) => place !== 'count' && !wanted.includes(place))) return true;
        const forms = typeof message === 'string' ? { other: message } : message;
        // "Nobody came" has nothing to list, and one visit was on one day, not last on it.
        return Object.entries(forms).some(
          ([form, text]) =>
            form !== 'one' && form !== 'zero' && wanted.some((place) => !placesIn(text).includes(place)),
        );
      });
      expect(faults.map(([key]) => key)).toEqual([]);
    });

    it('says the number in every form but those for one and none', () => {
      const faults = entries.filter(
        ([key, message]) =>
          typeof message !== 'string' &&
          placesOf((english as Catalogue)[key] ?? '').includes('count') &&
          Object.entries(message).some(
            ([form, text]) => form !== 'one' && form !== 'zero' && !placesIn(text).includes('count'),
          ),
      );
      expect(faults.map(([key]) => key)).toEqual([]);
    });

    it('marks with <b> in pairs and has no other markup, no stray spaces, no straight quotes', () => {
      const faults = entries.filter(([, message]) =>
        formsOf(message).some((text) => {
          const bare = text.replace(/<b>[^<>]*<\/b>/g, '');
          return /[<>]/.test(bare) || text !== text.trim() || / {2}/.test(text) || text.includes('"');
        }),
      );
      expect(faults.map(([key]) => key)).toEqual([]);
    });

    it('is written in the letters of the language', () => {
      const text = entries.flatMap(([, message]) => formsOf(message)).join(' ');
      // Cedilla letters look like Romanian and are Turkish; they are missing from search and from many fonts.
      expect(text).not.toMatch(/[şţŞŢ]/);
      if (locale === 'ro') for (const letter of 'ăâîșț') expect(text).toContain(letter);
      if (locale === 'pl') for (const letter of 'ąćęłńóśźż') expect(text).toContain(letter);
    });
  });

  it('chooses plural forms as people count', () => {
    const visits = (locale: Locale, count: number) =>
      wordsFor(locale)
        .t('import.counts.visits', { count })
        .replace(/\u00a0/g, ' ');
    expect([1, 2, 5, 22, 112].map((count) => visits('pl', count))).toEqual([
      '1 wizytę',
      '2 wizyty',
      '5 wizyt',
      '22 wizyty',
      '112 wizyt',
    ]);
    expect([1, 2, 19, 20, 101, 120].map((count) => visits('ro', count))).toEqual([
      'o vizită',
      '2 vizite',
      '19 vizite',
      '20 de vizite',
      '101 vizite',
      '120 de vizite',
    ]);
  });
});
