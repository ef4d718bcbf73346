/** Whom the box brings first, whatever the spelling: names of three languages, typed as people at a desk type. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { insertCustomerTx, refreshTokensTx, updateCustomerTx } from '../../db/repositories/customer.ts';
import { getOrCreateTagTx, writeCardTx } from '../../db/repositories/customerDetail.ts';
import { searchCustomers } from '../../db/repositories/customerSearch.ts';
import { nearWords } from '../../db/repositories/searchVocabulary.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { findCustomers } from '../../src-main/services/searchService.ts';
import { fold, foldedWords } from '../../src-shared/domain/fold.ts';
import { runs } from '../runs.ts';
import { insertTestShop, KEY, NOW_MS, newDatabaseFile, openShop } from './support/databases.ts';

const AT = { occurredAtMs: NOW_MS, createdAtMs: NOW_MS } as const;

interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly card?: string;
  readonly externalId?: string;
  readonly tags?: readonly string[];
  /** Day of the last visit. */
  readonly seen?: string;
}

/** Open for all tests of one `describe`. */
function shopForAll(people: readonly Person[]): () => Database {
  let db: Database;
  const folder = mkdtempSync(join(tmpdir(), 'revino-search-'));
  beforeAll(() => {
    db = openDatabase({ file: newDatabaseFile(KEY, folder), key: KEY, mode: 'write' });
    insertTestShop(db);
    addTo(db, people);
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => db;
}

/** In place of everybody who was there. */
function onlyIn(db: Database, names: readonly string[]): void {
  inTransaction(db, () => {
    for (const table of ['customer_token', 'customer']) db.sqlite.prepare(`DELETE FROM ${table}`).run();
  });
  addTo(
    db,
    names.map((name) => ({ name })),
  );
}

function addTo(db: Database, people: readonly Person[]): void {
  inTransaction(db, () => {
    for (const { name, phone, email, card, externalId, tags, seen } of people) {
      const id = insertCustomerTx(db, {
        displayName: name,
        phoneE164: phone ?? null,
        email: email ?? null,
        cardNumber: card ?? null,
        externalId: externalId ?? null,
        createdAtMs: NOW_MS,
      });
      if (tags) writeCardTx(db, id, { tagIds: tags.map((tag) => getOrCreateTagTx(db, tag, NOW_MS)) });
      if (seen !== undefined) {
        recordVisitTx(db, { ...AT, customerId: id, businessDate: seen, source: 'desk' }, []);
      }
    }
  });
}

const TOWN: readonly Person[] = [
  { name: 'Agnieszka Kowalska', phone: '+48601234118', seen: '2026-03-10', tags: ['VIP'] },
  { name: 'Joanna Kowalska-Nowak', phone: '+48698410035', seen: '2026-03-08', email: 'jkn@poczta.pl' },
  { name: 'Marek Kowalski', phone: '+48512880447', seen: '2026-03-12', card: '100200' },
  { name: 'Zofia Kowal', phone: '+48730115902', seen: '2025-01-05' },
  { name: 'Łukasz Żółć', phone: '+48604771390', seen: '2026-02-01', card: 'K-17' },
  { name: 'Świętosława Dąbrowska', phone: '+48511000222', seen: '2026-01-20' },
  { name: 'Grzegorz Brzęczyszczykiewicz', phone: '+48511000333', seen: '2026-01-21' },
  { name: 'Małgorzata Wójcik', seen: '2026-01-22', tags: ['alergia na amoniak'] },
  { name: 'Anna Nowak', seen: '2026-01-02', card: '1002' },
  { name: 'Anna Maria Nowak', seen: '2026-03-13' },
  { name: 'Jan Nowakowski', seen: '2026-03-14' },
  { name: 'Ştefan Ţepeş', phone: '+40722123456', seen: '2026-02-11' },
  { name: 'Ioana Mănăilă', phone: '+40733999888', seen: '2026-02-12', email: 'ioana.manaila@exemplu.ro' },
  { name: 'Crăciun Gheorghe', seen: '2026-02-13' },
  { name: 'Bianca Drăgușin', seen: '2026-02-14' },
  { name: 'Đorđe Petrović', seen: '2026-02-15' },
  { name: 'Siobhán O’Neill', seen: '2026-02-16', phone: '+442079460018' },
  { name: 'Zoë Müller-Smith', seen: '2026-02-17', externalId: 'T-0099' },
  { name: 'Christopher Wright', seen: '2026-02-18' },
  { name: 'Catherine MacDonald', seen: '2026-02-19' },
  { name: 'Bob Ng', seen: '2026-02-20' },
  { name: 'Ewa Lis', seen: '2026-02-21' },
  { name: '00042', externalId: '00042' },
];

/** Each typed text with who must stand first, or null for nobody. */
const CASES: readonly (readonly [typed: string, first: string | null, why?: string])[] = [
  // Letters without their marks, any case, any order.
  ['lukasz zolc', 'Łukasz Żółć'],
  ['ŁUKASZ', 'Łukasz Żółć'],
  ['zolc lukasz', 'Łukasz Żółć'],
  ['Zolc', 'Łukasz Żółć'],
  ['ŻÓŁĆ', 'Łukasz Żółć'],
  ['swietoslawa', 'Świętosława Dąbrowska'],
  ['dabrowska', 'Świętosława Dąbrowska'],
  ['DĄBROWSKA ŚWIĘTOSŁAWA', 'Świętosława Dąbrowska'],
  ['wojcik malgorzata', 'Małgorzata Wójcik'],
  ['brzeczyszczykiewicz', 'Grzegorz Brzęczyszczykiewicz'],
  ['stefan tepes', 'Ştefan Ţepeş'],
  ['Ștefan Țepeș', 'Ştefan Ţepeş', 'comma below, stored with a cedilla'],
  ['ŞTEFAN', 'Ştefan Ţepeş'],
  ['manaila', 'Ioana Mănăilă'],
  ['Mănăila', 'Ioana Mănăilă'],
  ['gheorghe craciun', 'Crăciun Gheorghe'],
  ['dragusin', 'Bianca Drăgușin'],
  ['Drăguşin', 'Bianca Drăgușin'],
  ['dorde', 'Đorđe Petrović'],
  ['petrovic dorde', 'Đorđe Petrović'],
  ['siobhan', 'Siobhán O’Neill'],
  ['neill', 'Siobhán O’Neill'],
  ['o neill', 'Siobhán O’Neill'],
  ["o'neill", 'Siobhán O’Neill'],
  ['oneill', 'Siobhán O’Neill', 'the apostrophe left out'],
  ['zoe muller', 'Zoë Müller-Smith'],
  ['smith zoe', 'Zoë Müller-Smith'],
  // Beginnings, from one letter on.
  ['z', 'Zoë Müller-Smith', 'the last seen of those who begin so'],
  ['ś', 'Zoë Müller-Smith', 'Smith, seen after Świętosława'],
  ['ng', 'Bob Ng'],
  ['bo', 'Bob Ng'],
  ['ew', 'Ewa Lis'],
  ['ko', 'Marek Kowalski', 'last seen of the four'],
  ['kowalsk', 'Marek Kowalski'],
  ['agn kow', 'Agnieszka Kowalska'],
  ['k agn', 'Agnieszka Kowalska'],
  ['kow nowak', 'Joanna Kowalska-Nowak'],
  ['catherine mac', 'Catherine MacDonald'],
  ['chris', 'Christopher Wright'],
  // Whole words before beginnings, whole names before longer ones.
  ['kowal', 'Zofia Kowal', 'long not seen, but the word itself'],
  ['kowalska', 'Agnieszka Kowalska'],
  ['anna nowak', 'Anna Nowak', 'before Anna Maria, who came later'],
  ['anna', 'Anna Maria Nowak'],
  ['nowak', 'Anna Maria Nowak'],
  ['nowako', 'Jan Nowakowski'],
  // A slip: wrong, missing, extra, swapped.
  ['kowlaska', 'Agnieszka Kowalska'],
  ['kovalski', 'Marek Kowalski'],
  ['kowalskii', 'Marek Kowalski'],
  ['kwalski', 'Marek Kowalski'],
  ['mraek kowalski', 'Marek Kowalski'],
  ['agnieska', 'Agnieszka Kowalska'],
  ['gregorz', 'Grzegorz Brzęczyszczykiewicz'],
  ['brzeczyszczykiewcz', 'Grzegorz Brzęczyszczykiewicz'],
  ['dambrowska', 'Świętosława Dąbrowska'],
  ['malgozata', 'Małgorzata Wójcik'],
  ['stefna', 'Ştefan Ţepeş'],
  ['tepse', 'Ştefan Ţepeş'],
  ['georghe', 'Crăciun Gheorghe'],
  ['cracium', 'Crăciun Gheorghe'],
  ['dragsuin bianca', 'Bianca Drăgușin'],
  ['chritopher', 'Christopher Wright'],
  ['katherine', 'Catherine MacDonald'],
  ['cathrine macdonald', 'Catherine MacDonald'],
  ['wrihgt', 'Christopher Wright'],
  ['jna', 'Jan Nowakowski'],
  // Two slips in a long word; half typed with one.
  ['brzenczyszczykievicz', 'Grzegorz Brzęczyszczykiewicz'],
  ['mcdonnald', 'Catherine MacDonald'],
  ['cristoper', 'Christopher Wright'],
  ['nowakovs', 'Jan Nowakowski'],
  ['swieotsl', 'Świętosława Dąbrowska'],
  // A space too many, or missing.
  ['kowal ska agnieszka', 'Agnieszka Kowalska'],
  ['mac donald', 'Catherine MacDonald'],
  ['jannowakowski', 'Jan Nowakowski'],
  ['bianca dragusin', 'Bianca Drăgușin'],
  // Telephones in any format.
  ['601234118', 'Agnieszka Kowalska'],
  ['601 234 118', 'Agnieszka Kowalska'],
  ['601-234', 'Agnieszka Kowalska'],
  ['+48 601 234 118', 'Agnieszka Kowalska'],
  ['0048 601', 'Agnieszka Kowalska'],
  ['(601) 234.118', 'Agnieszka Kowalska'],
  ['4118', 'Agnieszka Kowalska', 'the last four'],
  ['0040 722 123 456', 'Ştefan Ţepeş'],
  ['722123456', 'Ştefan Ţepeş', 'a number of another country, without its code'],
  ['0044 20 7946', 'Siobhán O’Neill'],
  // Cards, numbers of the till, e-mail, tags.
  ['100200', 'Marek Kowalski'],
  ['1002', 'Anna Nowak', 'the whole number before the one that begins so'],
  ['10020', 'Marek Kowalski'],
  ['k-17', 'Łukasz Żółć'],
  ['K17', 'Łukasz Żółć'],
  ['k 17', 'Łukasz Żółć'],
  ['t-0099', 'Zoë Müller-Smith'],
  ['00042', '00042'],
  ['jkn@', 'Joanna Kowalska-Nowak'],
  ['IOANA.MANAILA@exemplu.ro', 'Ioana Mănăilă'],
  ['ioana.m', 'Ioana Mănăilă'],
  ['vip', 'Agnieszka Kowalska'],
  ['vip kowalska', 'Agnieszka Kowalska'],
  ['amoniak', 'Małgorzata Wójcik'],
  ['amoniac', 'Małgorzata Wójcik'],
  // One word of several that nobody has.
  ['zofia kowal rudnicka', 'Zofia Kowal'],
  // Nobody.
  ['xyzzyx', null],
  ['100201', null, 'a number one digit off is another card'],
  ['601234119', null],
  ['  ', null],
  ['%', null],
  ['_', null],
  ['*', null],
  ["'; DROP TABLE customer; --", null],
];

describe('finding in any spelling', () => {
  const town = shopForAll(TOWN);
  const first = (text: string) => searchCustomers(town(), text, 8, '48')[0]?.displayName ?? null;

  it('counts enough cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(CASES.map(([typed, name]) => [typed, name] as const))('%s → %s', (typed, name) => {
    expect(first(typed)).toBe(name);
  });

  it('shows the closer before the farther, and of the equally close who was here last', () => {
    const names = (text: string) =>
      searchCustomers(town(), text, 8, '48').map(({ displayName }) => displayName);
    expect(names('kowalska')).toEqual(['Agnieszka Kowalska', 'Joanna Kowalska-Nowak', 'Marek Kowalski']);
    expect(names('kowal')).toEqual([
      'Zofia Kowal',
      'Marek Kowalski',
      'Agnieszka Kowalska',
      'Joanna Kowalska-Nowak',
    ]);
    expect(names('nowak').slice(0, 4)).toEqual([
      'Anna Maria Nowak',
      'Joanna Kowalska-Nowak',
      'Anna Nowak',
      'Jan Nowakowski',
    ]);
  });

  it('says what was meant of the name, and what else it was', () => {
    const phones = { e164: () => null, shown: (phone: string) => phone, callingCode: '48' };
    const one = (text: string) => findCustomers(town(), { text, limit: 8 }, phones).customers[0];
    expect(one('kow agn')).toMatchObject({
      marks: [
        { word: 'kowalska', letters: 3 },
        { word: 'agnieszka', letters: 3 },
      ],
      foundBy: null,
    });
    expect(one('kowlaska')).toMatchObject({ marks: [{ word: 'kowalska', letters: 8 }] });
    expect(one('vip')).toMatchObject({ marks: [], foundBy: { what: 'tag', text: 'VIP' } });
    expect(one('100200')).toMatchObject({ foundBy: { what: 'cardNumber', text: '100200' } });
    expect(one('4118')).toMatchObject({ foundBy: { what: 'phone', text: '+48601234118' } });
    expect(one('jkn')).toMatchObject({ foundBy: { what: 'email', text: 'jkn@poczta.pl' } });
    expect(one('t-00')).toMatchObject({ foundBy: { what: 'externalId', text: 'T-0099' } });
  });
});

describe('any name', () => {
  const ALPHABET = [...'aąbcćdđeęfghiîjklłmnńoóprsșştțţuvwyzżźăâößæ'];
  const word = fc
    .array(fc.constantFrom(...ALPHABET), { minLength: 2, maxLength: 12 })
    .map((letters) => letters.join(''));
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

  /** Every text one slip away: a letter wrong, missing, extra, or two neighbours swapped. */
  const slip = (text: string, kind: number, place: number, letter: string): string => {
    const at = place % text.length;
    if (kind === 0) return text.slice(0, at) + letter + text.slice(at + 1);
    if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
    if (kind === 2) return text.slice(0, at) + letter + text.slice(at);
    return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
  };
  const letter = fc.constantFrom(...'abcdefghijklmnoprstuwyz');

  const shop = shopForAll([]);

  it('is found folded, and by every form one slip away of five letters or more', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.nat(3),
        fc.nat(40),
        letter,
        (names, who, kind, place, other) => {
          onlyIn(shop(), names);
          const wanted = names[who % names.length]!;
          const found = (typed: string) =>
            searchCustomers(shop(), typed, 100).map(({ displayName }) => displayName);
          expect(found(fold(wanted)), 'folded').toContain(wanted);
          for (const one of foldedWords(wanted)) {
            const typed = slip(one, kind, place, other);
            if (typed.length >= 5) expect(found(typed), `${one} as ${typed}`).toContain(wanted);
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('is found by the whole name with one slip in any of its words', () => {
    fc.assert(
      fc.property(name, fc.nat(3), fc.nat(60), letter, (wanted, kind, place, other) => {
        const folded = foldedWords(wanted).join(' ');
        const typed = slip(folded, kind, place, other);
        // Of shorter words a slip leaves too little.
        if (foldedWords(wanted).some((one) => one.length < 5)) return;
        onlyIn(shop(), [wanted]);
        expect(
          searchCustomers(shop(), typed, 10).map(({ displayName }) => displayName),
          typed,
        ).toContain(wanted);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the words a slip is looked for among', () => {
  it('follow the cards: new ones are there, changed ones lead nowhere', () => {
    const db = openShop();
    addTo(db, [{ name: 'Marzena Bielecka' }]);
    expect(searchCustomers(db, 'bieleckka', 5)).toHaveLength(1);
    inTransaction(db, () => {
      insertCustomerTx(db, { displayName: 'Hortensja Wrona', createdAtMs: NOW_MS });
    });
    expect(searchCustomers(db, 'hortnesja', 5)[0]?.displayName).toBe('Hortensja Wrona');
    const { id } = searchCustomers(db, 'marzena', 1)[0]!;
    inTransaction(db, () => updateCustomerTx(db, id, { displayName: 'Marzena Sowa' }));
    expect(searchCustomers(db, 'bieleckka', 5)).toEqual([]);
    expect(nearWords(db, 'bieleckka'), 'dropped once nobody had it').toEqual([]);
    inTransaction(db, () => refreshTokensTx(db, id));
    expect(searchCustomers(db, 'sowwa', 5)[0]?.displayName).toBe('Marzena Sowa');
  });
});
