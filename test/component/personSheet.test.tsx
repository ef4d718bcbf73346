/** The document a person is given: every section in every language, with what the tables hold told in words. */
import { cleanup, render } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { PrintedSheet } from '../../src-renderer/report/PrintedSheet.tsx';
import { type PrintedPage, printedPageSchema } from '../../src-shared/contract/reportContract.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';
import { PERSONAL_SECTIONS, type PersonalSections } from '../../src-shared/domain/personalSections.ts';

const NONE = Object.fromEntries(
  PERSONAL_SECTIONS.map((section) => [section, []]),
) as unknown as PersonalSections;
const AT_MS = Date.UTC(2026, 2, 14, 9, 5);

/** One row of each, as db/repositories/personalRecord.ts names its columns. */
const FULL: PersonalSections = {
  ...NONE,
  identity: [
    { name: 'Ewa Lis', phone: '601 234 567', birthday: '1971-03-29', locale: 'pl', createdAtMs: AT_MS },
    { name: 'E. Lis', createdAtMs: AT_MS },
  ],
  contacts: [{ kind: 'address', value: 'ul. Zakątek 7', label: 'dom', createdAtMs: AT_MS }],
  consents: [
    { channel: 'sms', purpose: 'marketing', isGiven: 1, atMs: AT_MS, evidence: 'desk', staff: 'Ania' },
    { channel: 'sms', purpose: 'marketing', isGiven: 0, atMs: AT_MS, evidence: 'till.csv', staff: null },
  ],
  preferences: [{ kind: 'warning', text: 'amoniak', createdAtMs: AT_MS }],
  tags: [{ name: 'VIP' }],
  ownFields: [{ field: 'Uwagi', value: 'okno' }],
  household: [{ others: 2 }],
  recommendations: [{ cameThroughSomebody: 1, broughtOthers: 3 }],
  visits: [
    {
      visit: 5,
      date: '2026-03-13',
      atMs: AT_MS,
      receipt: 'P-9',
      note: 'grzywka',
      source: 'import',
      staff: 'Ania',
    },
    {
      visit: 6,
      date: '2026-03-14',
      atMs: AT_MS,
      source: 'desk',
      cancelledAtMs: AT_MS,
      cancelReason: 'mistake',
    },
  ],
  visitLines: [
    { visit: 5, offering: 'Strzyżenie', quantityThousandths: 1000, amountMinor: 12_000, discountMinor: 500 },
    {
      visit: 5,
      offering: 'Farba',
      quantityThousandths: 2500,
      amountMinor: 3000,
      discountMinor: 0,
      paidWith: 'Bon',
    },
  ],
  visitFields: [{ visit: 5, field: 'Fryzura', value: 'krótka' }],
  opinions: [{ opinion: 7, date: '2026-03-13', atMs: AT_MS, nps: 0, comment: 'długo', channel: 'desk' }],
  answers: [{ opinion: 7, question: 'Co poprawić?', choice: null, text: 'kawę' }],
  appointments: [{ date: '2026-04-01', minuteOfDay: 545, offering: 'Strzyżenie', outcome: 'missed' }],
  promises: [{ text: 'oddzwonić', dueOn: '2026-04-02', createdAtMs: AT_MS, outcome: 'kept' }],
  gestures: [
    { date: '2026-03-13', gesture: 'Kawa', costMinor: 800, reason: 'czekała', cancelledAtMs: AT_MS },
  ],
  cases: [
    { openedOn: '2026-03-13', origin: 'phone', text: 'plama', closedOn: '2026-03-14', solution: 'pranie' },
  ],
  wishes: [{ wishedOn: '2026-03-13', text: 'piątki', solution: 'od maja', toldOn: '2026-03-14' }],
  lapseAnswers: [{ askedOn: '2026-03-13', reason: 'waiting', text: 'kolejka' }],
  benefits: [
    {
      benefit: 3,
      plan: 'Bon',
      kind: 'voucher',
      code: 'LATO',
      startsOn: '2026-03-01',
      endsOn: '2027-03-01',
      balance: 10_000,
    },
    { benefit: 4, plan: 'Gwarancja', kind: 'warranty', startsOn: '2026-03-01', balance: 1 },
  ],
  benefitEntries: [
    { benefit: 3, move: 'grant', amount: 10_000, date: '2026-03-01', expiresOn: '2027-03-01' },
    { benefit: 4, move: 'grant', amount: 1, date: '2026-03-01' },
  ],
  changes: [
    { atMs: AT_MS, action: 'update', subject: 'customer', fields: '["note","displayName"]', staff: 'Ania' },
  ],
  imports: [{ file: 'till.csv', atMs: AT_MS }],
  merges: [{ atMs: AT_MS, undoneAtMs: null, staff: 'Ania' }],
  privacyActs: [
    { atMs: AT_MS, act: 'withdraw', details: '{"channel":"sms","purpose":"marketing","by":"card"}' },
    { atMs: AT_MS, act: 'disclose', details: '{"records":9,"as":"pdf"}' },
  ],
};

const printed = (sections: PersonalSections, locale: Locale): PrintedPage =>
  printedPageSchema.parse({
    page: 'person',
    data: {
      locale,
      shopName: 'Salon',
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      madeOn: '2026-03-14',
      sections,
    },
  });

beforeEach(cleanup);

describe.each(LOCALES)('what is stored about a person, in %s', (locale) => {
  it('says of every section without an entry that there is nothing', () => {
    const { container } = render(<PrintedSheet page={printed(NONE, locale)} />);
    const nothing = { en: 'nothing', pl: 'nic', ro: 'nimic' }[locale];
    expect(container.querySelectorAll('h2')).toHaveLength(15);
    expect([...container.querySelectorAll('p')].filter((one) => one.textContent === nothing)).toHaveLength(
      15,
    );
    expect(container.querySelector('table')).toBeNull();
  });

  it('tells every row in words, days and amounts: no column, code or instant shows through', () => {
    const { container } = render(<PrintedSheet page={printed(FULL, locale)} />);
    const text = container.textContent;
    for (const section of Object.values(FULL).flat()) {
      for (const [column, value] of Object.entries(section)) {
        const isSaid =
          /name|value|text|note|receipt|offering|field|question|plan|code|file|solution|gesture/i;
        if (typeof value === 'string' && isSaid.test(column) && column !== 'fields')
          expect(text).toContain(value);
      }
    }
    expect(text).not.toMatch(/undefined|NaN|null|\[object|\{\w+\}|\d{9,}|marketing\b.*sms_|Ms\b/);
    expect(text).not.toMatch(/\b(nps|grant|update|otherShop|withdraw|disclose|createdAtMs)\b(?!\.)/);
    expect(container.querySelectorAll('table')).toHaveLength(15);
    expect(container.querySelectorAll('th[scope="row"]').length).toBeGreaterThan(30);
    expect(document.title).toMatch(/^Salon – /);
    expect(document.documentElement.lang).toBe(locale);
  });
});
