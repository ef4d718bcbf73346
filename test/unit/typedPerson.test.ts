import { describe, expect, it } from 'vitest';
import { typedPerson } from '../../src-shared/domain/typedPerson.ts';

const NOTHING = { name: '', phone: '', email: '', cardNumber: '' };

describe('what was typed, as a card to be made', () => {
  it.each([
    ['jan nowak', { name: 'Jan Nowak' }],
    ['Jan NOWAK', { name: 'Jan NOWAK' }],
    ['łucja żak-ćwik', { name: 'Łucja Żak-Ćwik' }],
    ["siobhan o'neill", { name: "Siobhan O'neill" }],
    ['601 234 567', { phone: '601 234 567' }],
    ['+40 722-123-456', { phone: '+40 722-123-456' }],
    ['(22) 555.12.34', { phone: '(22) 555.12.34' }],
    ['jan nowak 601234567', { name: 'Jan Nowak', phone: '601234567' }],
    ['601 234 567 jan nowak', { name: 'Jan Nowak', phone: '601 234 567' }],
    ['jan@poczta.pl', { email: 'jan@poczta.pl' }],
    ['Jan Nowak, jan.nowak@poczta.pl', { name: 'Jan Nowak', email: 'jan.nowak@poczta.pl' }],
    ['jan2@poczta.pl 0722123456 ion', { name: 'Ion', phone: '0722123456', email: 'jan2@poczta.pl' }],
    ['100200', { cardNumber: '100200' }],
    ['K-17', { cardNumber: 'K-17' }],
    ['ewa 1002', { name: 'Ewa', cardNumber: '1002' }],
    ['ștefan țepeș', { name: 'Ștefan Țepeș' }],
    ['', {}],
    ['   ', {}],
  ])('%s', (typed, parts) => {
    expect(typedPerson(typed, 'pl')).toEqual({ ...NOTHING, ...parts });
  });
});
