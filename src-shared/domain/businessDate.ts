/**
 * From instants (UTC epoch milliseconds) to the shop's local calendar and back. The time zone is always
 * an argument; the rules come from the platform's own tz data through Intl. Asking Intl costs about a
 * microsecond or more, so offsets are kept per zone and UTC day: a day on which the offset does not change
 * needs two questions, however many visits it has.
 */
import { dayOfCivil, isoOfDay } from './calendar.ts';

const DAY_MS = 86_400_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offset of a whole UTC day in ms; NaN where it changes within that day. */
  readonly offsetOfUtcDay: Map<number, number>;
}

const zones = new Map<string, Zone>();

const zoneOf = (timeZone: string): Zone => {
  const known = zones.get(timeZone);
  if (known) return known;
  const made: Zone = {
    format: new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
    offsetOfUtcDay: new Map(),
  };
  zones.set(timeZone, made);
  return made;
};

const askOffsetMs = (zone: Zone, instantMs: number): number => {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of zone.format.formatToParts(instantMs)) part[type] = value;
  const yearOfEra = Number(part.year);
  const year = part.era?.startsWith('B') ? 1 - yearOfEra : yearOfEra;
  const localMs =
    dayOfCivil(year, Number(part.month), Number(part.day)) * DAY_MS +
    (Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second)) * 1000;
  return localMs - Math.floor(instantMs / 1000) * 1000;
};

const offsetMs = (timeZone: string, instantMs: number): number => {
  if (!Number.isFinite(instantMs)) throw new RangeError(`not an instant: ${instantMs}`);
  const zone = zoneOf(timeZone);
  const utcDay = Math.floor(instantMs / DAY_MS);
  let offset = zone.offsetOfUtcDay.get(utcDay);
  if (offset === undefined) {
    const atStart = askOffsetMs(zone, utcDay * DAY_MS);
    offset = atStart === askOffsetMs(zone, (utcDay + 1) * DAY_MS) ? atStart : Number.NaN;
    zone.offsetOfUtcDay.set(utcDay, offset);
  }
  return Number.isNaN(offset) ? askOffsetMs(zone, instantMs) : offset;
};

/** True when the platform knows the IANA name (`Europe/Warsaw`). */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    zoneOf(timeZone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Local day number of an instant. Throws RangeError for an unknown zone or a non-finite instant. */
export const localDayOfInstant = (instantMs: number, timeZone: string): number =>
  Math.floor((instantMs + offsetMs(timeZone, instantMs)) / DAY_MS);

/** ISO text of the local calendar day of an instant: the `businessDate` of a visit. */
export const businessDateOfInstant = (instantMs: number, timeZone: string): string =>
  isoOfDay(localDayOfInstant(instantMs, timeZone));

/** Milliseconds since local midnight as the wall clock shows them. */
export const localTimeOfInstant = (instantMs: number, timeZone: string): number => {
  const localMs = instantMs + offsetMs(timeZone, instantMs);
  return localMs - Math.floor(localMs / DAY_MS) * DAY_MS;
};

/**
 * Instant of a wall-clock time: `timeMs` milliseconds after local midnight of `day` as a clock shows them.
 * A time that occurs twice (clocks set back) is the earlier one; a time that is skipped (clocks set
 * forward) moves on by the skipped span, so 02:30 becomes 03:30. Where a whole day is skipped the
 * result lies in the next one.
 */
export const instantOfLocalTime = (day: number, timeMs: number, timeZone: string): number => {
  const asUtc = day * DAY_MS + timeMs;
  const before = offsetMs(timeZone, asUtc - DAY_MS);
  const after = offsetMs(timeZone, asUtc + DAY_MS);
  if (before === after) return asUtc - before;
  const earlier = asUtc - Math.max(before, after);
  const later = asUtc - Math.min(before, after);
  if (earlier + offsetMs(timeZone, earlier) === asUtc) return earlier;
  if (later + offsetMs(timeZone, later) === asUtc) return later;
  return asUtc - before;
};

/** What a clock on the wall there shows: '09:05'. */
export const clockTimeOfInstant = (instantMs: number, timeZone: string): string => {
  const minutes = Math.floor(localTimeOfInstant(instantMs, timeZone) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
