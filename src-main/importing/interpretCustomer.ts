/** What one row of a customers file says, or why it cannot be taken. A cell that is not understood is left out, not the row. */
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import {
  CONSENT_FIELDS,
  type ConsentField,
  type CustomerField,
} from '../../src-shared/contract/importFields.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { fold, showsNothing } from '../../src-shared/domain/fold.ts';
import { phoneCountryOf, phoneE164 } from '../../src-shared/domain/phone.ts';
import { dateParser, EARLIEST_DAY } from './dateText.ts';
import type { ResolvedColumns } from './resolveColumns.ts';
import { type LeftOutCell, MAX_NOTE, MAX_TEXT, oneLine, rowReader, type ShopContext } from './rowCells.ts';
import { emailOf, type PersonClues } from './rowPerson.ts';

export interface CustomerRow extends PersonClues {
  readonly kind: 'customers';
  /** What the card is called; never empty. */
  readonly displayName: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Numbers as written that no numbering plan has; kept on the card, but nobody is recognised by them. */
  readonly oddPhones: readonly string[];
  readonly customerSince: string | null;
  readonly tags: readonly string[];
  readonly source: string | null;
  /** Number, card, phone, e-mail or name of another customer. */
  readonly recommendedBy: string | null;
  readonly address: string | null;
  readonly note: string | null;
  readonly locale: string | null;
  readonly consents: readonly { readonly field: ConsentField; readonly isGiven: boolean }[];
  readonly leftOut: readonly LeftOutCell[];
}

/** Several values of one cell; Google separates by ` ::: `. */
const SEVERAL = /\s*(?::::|[;,|\n])\s*/;
/** A slash too, but only between whole numbers: `22/123 45 67` is one. */
const PHONES = /\s*(?::::|[;,|\n]|\/(?=\s*(?:\+|0|\d{9})))\s*/;

const YES = new Set(
  'yes y true 1 x tak t da d ✓ ✔ ok on given granted subscribed zgoda wyrazona acord'.split(' '),
);
const NO = new Set('no n false 0 nie nu - off none unsubscribed brak refuz'.split(' '));
const yesOrNo = (text: string): boolean | null => {
  const word = fold(text);
  return YES.has(word) ? true : NO.has(word) ? false : null;
};

/** Codes and names of the languages people are written to in. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  angielski: 'en',
  engleza: 'en',
  polish: 'pl',
  polski: 'pl',
  poloneza: 'pl',
  romanian: 'ro',
  rumunski: 'ro',
  romana: 'ro',
};
const localeOf = (text: string): string | null => {
  const word = fold(text);
  return LANGUAGES[word] ?? (/^(en|pl|ro)(?:[-_][a-z]{2})?$/.exec(word)?.[1] || null);
};

const parts = (text: string, by: RegExp): string[] => text.split(by).filter((part) => !showsNothing(part));

export const customerInterpreter = (
  _mapping: Pick<Mapping, 'decimal'>,
  columns: ResolvedColumns,
  { timeZone, todayDay }: ShopContext,
): ((cells: readonly string[] | null) => CustomerRow | RejectionReason) => {
  const { parseDate } = columns;
  const at: Readonly<Partial<Record<CustomerField, number | undefined>>> = {
    ...columns.at,
    customer: columns.at.customer ?? columns.at.externalId,
    customerName: columns.at.customerName ?? columns.at.name,
  };
  const consentFields = CONSENT_FIELDS.filter((field) => at[field] !== undefined);
  const reader = rowReader(columns);
  const { cell } = reader;
  const country = phoneCountryOf(timeZone);
  // One file may write two columns of days in two ways; the unmistakable one is always understood.
  const parseIso = dateParser('yyyy-MM-dd HH:mm:ss');

  return (cells) => {
    const fault = reader.begin(cells);
    if (fault !== null) return fault;
    const leftOut: LeftOutCell[] = [];
    const dayOf = (field: 'birthday' | 'customerSince'): string | null => {
      const text = cell(at[field]);
      if (text === '') return null;
      const date = parseDate(text) ?? parseIso?.(text);
      if (date && date.day >= EARLIEST_DAY && date.day <= todayDay) return isoOfDay(date.day);
      leftOut.push({ field, text });
      return null;
    };
    const phones: string[] = [];
    const oddPhones: string[] = [];
    for (const field of ['phone', 'phone2', 'phone3'] as const) {
      for (const text of parts(cell(at[field]), PHONES)) {
        const number = phoneE164(text, country);
        if (number === null) oddPhones.push(oneLine(text));
        else if (!phones.includes(number)) phones.push(number);
      }
    }
    const emails: string[] = [];
    for (const field of ['email', 'email2'] as const) {
      for (const text of parts(cell(at[field]), SEVERAL)) {
        const email = emailOf(text);
        if (email === null) leftOut.push({ field, text });
        else if (!emails.includes(email)) emails.push(email);
      }
    }
    const externalId = cell(at.customer);
    const cardNumber = cell(at.cardNumber);
    const firstName = oneLine(cell(at.firstName));
    const lastName = oneLine(cell(at.lastName));
    const name =
      oneLine(cell(at.customerName)) || [firstName, lastName].filter((part) => part !== '').join(' ');
    const displayName = name || externalId || cardNumber || phones[0] || emails[0] || '';
    if (displayName === '') return 'missingName';
    const tags = [...new Map(parts(cell(at.tags), SEVERAL).map((tag) => [fold(oneLine(tag)), oneLine(tag)]))]
      .filter(([folded]) => folded !== '')
      .map(([, tag]) => tag);
    const source = oneLine(cell(at.source));
    const recommendedBy = oneLine(cell(at.recommendedBy));
    const address = cell(at.address);
    const note = cell(at.note);
    const short = [
      externalId,
      cardNumber,
      name,
      firstName,
      lastName,
      source,
      recommendedBy,
      ...tags,
      ...emails,
      ...oddPhones,
    ];
    if (short.some((text) => text.length > MAX_TEXT) || Math.max(note.length, address.length) > MAX_NOTE) {
      return 'textTooLong';
    }
    const localeText = cell(at.locale);
    const locale = localeText === '' ? null : localeOf(localeText);
    if (localeText !== '' && locale === null) leftOut.push({ field: 'locale', text: localeText });
    const consents = consentFields.flatMap((field) => {
      const text = cell(at[field]);
      if (text === '') return [];
      const isGiven = yesOrNo(text);
      if (isGiven === null) leftOut.push({ field, text });
      return isGiven === null ? [] : [{ field, isGiven }];
    });
    return {
      kind: 'customers',
      externalId: externalId || null,
      cardNumber: cardNumber || null,
      phones,
      emails,
      name: name || null,
      birthday: dayOf('birthday'),
      displayName,
      firstName: firstName || null,
      lastName: lastName || null,
      oddPhones,
      customerSince: dayOf('customerSince'),
      tags,
      source: source || null,
      recommendedBy: recommendedBy || null,
      address: address || null,
      note: note || null,
      locale,
      consents,
      leftOut,
    };
  };
};
