/** A card while it is edited: what is kept, what is wrong, what is sent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CardDraft,
  cardOf,
  draftOf,
  EMPTY_CARD,
  fieldsInDispute,
  isChanged,
  NO_CHANGES,
  withChange,
  withoutFields,
} from '../../src-renderer/features/customers/cardDraft.ts';
import { parseTypedDay, typedDayOf } from '../../src-renderer/features/customers/typedDay.ts';
import type { CardField, CustomerCard } from '../../src-shared/contract/customerContract.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { runs } from '../runs.ts';

const TODAY = '2026-11-22';
const FIELDS: readonly CardField[] = [
  { fieldId: 1, kind: 'number', name: 'Length', choices: [] },
  { fieldId: 2, kind: 'date', name: 'Patch test', choices: [] },
  { fieldId: 3, kind: 'yesNo', name: 'Loyal', choices: [] },
];
const context = { locale: 'pl', today: TODAY, fields: FIELDS } as const;

const CARD: CustomerCard = {
  ...EMPTY_CARD,
  name: 'Anna Żak',
  birthday: '1984-02-29',
  contacts: [
    { id: null, kind: 'phone', value: '601 234 567', label: null },
    { id: 4, kind: 'email', value: 'a@b.pl', label: 'work' },
  ],
  tags: ['VIP'],
  preferences: [{ id: 2, kind: 'warning', text: 'PPD' }],
  ownValues: [
    { fieldId: 1, value: '-12.5' },
    { fieldId: 2, value: '2027-01-31' },
    { fieldId: 3, value: 'no' },
  ],
};
const base = draftOf(CARD, null, context);
const read = (change: Partial<CardDraft>) => cardOf({ ...base, ...change }, context);

describe('a day that was typed', () => {
  it.each([
    ['29.02.1984', '1984-02-29'],
    ['29/2/84', '1984-02-29'],
    [' 1 5 2019 ', '2019-05-01'],
    ['1.5.26', '2026-05-01'],
    ['1.12.26', '1926-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['1984-02-29', '1984-02-29'],
    ['29.02.1985', null],
    ['5.', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (typed, iso) => {
    expect(parseTypedDay(typed, TODAY)).toBe(iso);
  });

  it('is understood as it is shown, in every language', () => {
    const day = fc.integer({ min: -300_000, max: 300_000 }).map(isoOfDay);
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'pl', 'ro'), (iso, locale) => {
        fc.pre(iso >= '1000-01-01');
        expect(parseTypedDay(typedDayOf(iso, locale), TODAY)).toBe(iso);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the draft of a card', () => {
  it('is sent as the card it was made from', () => {
    for (const locale of ['en', 'pl', 'ro'] as const) {
      const own = { ...context, locale };
      expect(cardOf(draftOf(CARD, null, own), own)).toEqual({ card: CARD });
    }
  });

  it('keeps only what differs, so that what another changed meanwhile is not written over', () => {
    const kept = withChange(base, withChange(base, NO_CHANGES, { note: 'x' }), { firstName: 'Anna' });
    const { changes } = kept;
    expect(kept).toEqual({ changes: { note: 'x', firstName: 'Anna' }, from: { note: '', firstName: '' } });
    expect(withChange(base, kept, { note: '' })).toEqual({
      changes: { firstName: 'Anna' },
      from: { firstName: '' },
    });
    const meanwhile = draftOf({ ...CARD, cardNumber: '17' }, null, context);
    expect(cardOf({ ...meanwhile, ...changes }, context)).toMatchObject({
      card: { cardNumber: '17', note: 'x', firstName: 'Anna' },
    });
  });

  it('says which fields another changed meanwhile too, and lets go of those alone', () => {
    const typed = { note: 'x', firstName: 'Anna', tags: ['VIP', 'new'] };
    const kept = withChange(base, NO_CHANGES, typed);
    expect(fieldsInDispute(base, kept)).toEqual([]);
    const meanwhile = draftOf({ ...CARD, note: 'y', firstName: 'Anna', cardNumber: '17' }, null, context);
    // The same first name from both is no dispute, and the card number was not typed over.
    expect(fieldsInDispute(meanwhile, kept)).toEqual(['note']);
    // Typing on does not make it forgotten; a field begun later was begun from what stands there now.
    const longer = withChange(meanwhile, kept, { note: 'xx', cardNumber: '18' });
    expect(fieldsInDispute(meanwhile, longer)).toEqual(['note']);
    expect(withoutFields(longer, ['note'])).toEqual({
      changes: { tags: ['VIP', 'new'], cardNumber: '18' },
      from: { tags: ['VIP'], cardNumber: '17' },
    });
    expect(fieldsInDispute(base, NO_CHANGES)).toEqual([]);
  });

  it('is no change while a new entry is empty', () => {
    const empty = { key: 'new1', id: null, kind: 'phone', value: ' ', label: '' } as const;
    const { changes } = withChange(base, NO_CHANGES, { contacts: [...base.contacts, empty] });
    expect(isChanged(base, changes)).toBe(false);
    expect(isChanged(base, { contacts: [...base.contacts, { ...empty, value: '1' }] })).toBe(true);
    expect(isChanged(base, { contacts: [] })).toBe(true);
    expect(isChanged(base, { note: 'x' })).toBe(true);
    expect(read(changes)).toEqual({ card: CARD });
  });

  it.each<[string, Partial<CardDraft>, object]>([
    ['no name', { name: ' ' }, { name: 'nameMissing' }],
    ['a day that is none', { birthday: '31.2.1990' }, { birthday: 'dayUnread' }],
    ['a birthday to come', { birthday: '1.1.2030' }, { birthday: 'dayInFuture' }],
    ['a relationship to come', { customerSince: '1.1.2030' }, { customerSince: 'dayInFuture' }],
    [
      'no e-mail address',
      { contacts: [{ key: 'k', id: null, kind: 'email', value: 'anna', label: '' }] },
      { k: 'emailUnread' },
    ],
    ['no number', { ownValues: { 1: 'many' } }, { own1: 'numberUnread' }],
    ['no date', { ownValues: { 2: 'soon' } }, { own2: 'dayUnread' }],
    ['two at once', { name: '', birthday: 'x' }, { name: 'nameMissing', birthday: 'dayUnread' }],
  ])('says what is wrong: %s', (_what, change, faults) => {
    expect(read(change)).toEqual({ faults });
  });

  it('takes any telephone number, readable or not, and numbers as people write them', () => {
    const contacts = [{ key: 'k', id: null, kind: 'phone', value: 'ask the husband', label: ' ' }] as const;
    expect(read({ contacts, ownValues: { 1: '1 200,50' } })).toMatchObject({
      card: {
        contacts: [{ value: 'ask the husband', label: null }],
        ownValues: [{ fieldId: 1, value: '1200.50' }],
      },
    });
  });
});
