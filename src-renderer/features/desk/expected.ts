/** In which order those who are booked for today are looked for. Pure. */
import type { Appointment } from '../../../src-shared/contract/appointmentContract.ts';

/** Whoever is this late is still looked for first. */
export const GRACE_MINUTES = 30;

/**
 * Open ones, whoever is expected next first: from half an hour ago on by time, then those without a time, and at the
 * end those whose time is over.
 * @param minuteNow after midnight on the shop's clock
 */
export const expectedFirst = (appointments: readonly Appointment[], minuteNow: number): Appointment[] => {
  const rank = ({ atMinute }: Appointment): number =>
    atMinute === null ? 1 : isOver(atMinute, minuteNow) ? 2 : 0;
  return appointments
    .filter(({ outcome }) => outcome === null)
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) || (a.atMinute ?? 0) - (b.atMinute ?? 0) || a.appointmentId - b.appointmentId,
    );
};

export const isOver = (atMinute: number | null, minuteNow: number): boolean =>
  atMinute !== null && atMinute < minuteNow - GRACE_MINUTES;

export const minuteOfClock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
