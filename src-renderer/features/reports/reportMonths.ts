/** Which month is meant when nobody has chosen. Pure. */

export const monthOf = (isoDate: string): string => isoDate.slice(0, 7);

/** The last month with visits that is over; in a shop's first month, that one. `months` are newest first. */
export const usualMonth = (months: readonly string[], today: string): string | null =>
  months.find((month) => month < monthOf(today)) ?? months[0] ?? null;

export const isRunning = (month: string, today: string): boolean => month === monthOf(today);
