import { expect, test } from 'vitest';
import { phoneCountryOf, phoneE164 } from '../../src-shared/domain/phone.ts';

test.each([
  ['Europe/Warsaw', 'PL'],
  ['Europe/Bucharest', 'RO'],
  ['Europe/London', 'GB'],
  ['Europe/Berlin', 'DE'],
  ['UTC', null],
])('%s means numbers of %s', (timeZone, country) => {
  expect(phoneCountryOf(timeZone)).toBe(country);
});

test.each([
  ['601 234 567', 'PL', '+48601234567'],
  ['601-234-567', 'PL', '+48601234567'],
  ['(22) 628 12 34', 'PL', '+48226281234'],
  ['48601234567', 'PL', '+48601234567'],
  ['+40 722-123-456', 'PL', '+40722123456'],
  ['0040722123456', 'PL', '+40722123456'],
  ['0722 123 456', 'RO', '+40722123456'],
  ['tel. 0722.123.456', 'RO', '+40722123456'],
  ['+48 601 234 567', null, '+48601234567'],
] as const)('%s written in %s is %s', (text, country, expected) => {
  expect(phoneE164(text, country)).toBe(expected);
});

test.each([
  ['601 234 567', null],
  ['12', 'PL'],
  ['Kowalska 601 234 567', 'PL'],
  ['12.10.2026', 'PL'],
  ['', 'PL'],
  ['601234567601234567', 'PL'],
] as const)('%s in %s is no number', (text, country) => {
  expect(phoneE164(text, country)).toBeNull();
});
