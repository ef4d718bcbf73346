import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessDateOfInstant,
  instantOfLocalTime,
  isTimeZone,
  localDayOfInstant,
  localTimeOfInstant,
} from '../../../src-shared/domain/businessDate.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import { runs } from '../../runs.ts';

const ZONES = [
  'Europe/Warsaw',
  'Europe/Bucharest',
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Santiago',
  'Africa/Casablanca',
] as const;
const HOUR_MS = 3_600_000;

describe('the business date of an instant', () => {
  it.each([
    ['2026-03-28T23:30:00Z', 'Europe/Warsaw', '2026-03-29'],
    ['2026-03-29T21:59:59Z', 'Europe/Warsaw', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Warsaw', '2026-03-30'],
    ['2026-10-25T22:59:59Z', 'Europe/Warsaw', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Warsaw', '2026-10-26'],
    ['2026-07-01T21:00:00Z', 'Europe/Bucharest', '2026-07-02'],
    // Samoa went from the 29th to the 31st.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    // Midnight itself does not exist on this day in Chile.
    ['2019-09-08T03:59:59Z', 'America/Santiago', '2019-09-07'],
    ['2019-09-08T04:00:00Z', 'America/Santiago', '2019-09-08'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(businessDateOfInstant(Date.parse(instant), zone)).toBe(expected);
  });

  it('agrees with Intl and with date-fns in every zone', () => {
    const formats = new Map(
      ZONES.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })]),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2040-01-01') }),
        (zone, instant) => {
          const date = businessDateOfInstant(instant, zone);
          expect(date).toBe(formats.get(zone)?.format(instant));
          const byDateFns = new TZDate(instant, zone);
          expect(localTimeOfInstant(instant, zone)).toBe(
            ((byDateFns.getHours() * 60 + byDateFns.getMinutes()) * 60 + byDateFns.getSeconds()) * 1000 +
              byDateFns.getMilliseconds(),
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('holds minute by minute round a change of clocks', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Australia/Lord_Howe',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const start = Date.parse('2026-04-04T12:00:00Z');
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const instant = start + minute * 60_000;
      const [date, time = ''] = format.format(instant).split(' ');
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      expect(businessDateOfInstant(instant, 'Australia/Lord_Howe')).toBe(date);
      expect(localTimeOfInstant(instant, 'Australia/Lord_Howe')).toBe((hours * 60 + minutes) * 60_000);
    }
  });

  it('refuses what is no instant and what is no zone', () => {
    expect(() => businessDateOfInstant(Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => businessDateOfInstant(0, 'Europe/Atlantis')).toThrow(RangeError);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('Europe/Warsaw')).toBe(true);
  });
});

describe('the instant of a local time', () => {
  it.each([
    ['2026-07-01', 12, 'Europe/Warsaw', '2026-07-01T10:00:00Z'],
    ['2026-01-01', 0, 'Europe/Bucharest', '2025-12-31T22:00:00Z'],
    // 02:30 is skipped in spring and becomes 03:30; it occurs twice in autumn and is the earlier one.
    ['2026-03-29', 2.5, 'Europe/Warsaw', '2026-03-29T01:30:00Z'],
    ['2026-10-25', 2.5, 'Europe/Warsaw', '2026-10-25T00:30:00Z'],
    ['2026-03-29', 4, 'Europe/Warsaw', '2026-03-29T02:00:00Z'],
    ['2026-11-01', 1.5, 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-03-08', 2.5, 'America/New_York', '2026-03-08T07:30:00Z'],
  ])('%s %d h in %s is %s', (iso, hours, zone, expected) => {
    expect(instantOfLocalTime(dayOfIso(iso), hours * HOUR_MS, zone)).toBe(Date.parse(expected));
  });

  it('comes back to the same clock, wherever that time exists', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.parse('1990-01-01') / 1000, max: Date.parse('2040-01-01') / 1000 }),
        (zone, second) => {
          const instant = second * 1000;
          const day = localDayOfInstant(instant, zone);
          const time = localTimeOfInstant(instant, zone);
          const back = instantOfLocalTime(day, time, zone);
          expect(back).toBeLessThanOrEqual(instant);
          expect([localDayOfInstant(back, zone), localTimeOfInstant(back, zone)]).toEqual([day, time]);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
