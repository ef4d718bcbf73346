/** Which months a report can be made for, and which one is meant when nobody has chosen. Pure. */

const monthOf = (isoDate: string): string => isoDate.slice(0, 7);

export const monthBefore = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

export interface Coverage {
  readonly firstVisitOn: string;
  readonly lastVisitOn: string;
}

/** From the month of the first visit to that of the last, newest first; never a month still to come. */
export const reportMonths = ({ firstVisitOn, lastVisitOn }: Coverage, today: string): string[] => {
  const first = monthOf(firstVisitOn);
  const last = monthOf(lastVisitOn < today ? lastVisitOn : today);
  const months: string[] = [];
  for (let month = last; month >= first; month = monthBefore(month)) months.push(month);
  return months;
};

/** The last month with visits that is over; in a shop's first month, that one. */
export const usualMonth = (months: readonly string[], today: string): string | null =>
  months.find((month) => month < monthOf(today)) ?? months[0] ?? null;

export const isRunning = (month: string, today: string): boolean => month === monthOf(today);
