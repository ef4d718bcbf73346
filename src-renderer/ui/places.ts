/** Addresses of the screens that exist, so that one screen can lead to another without knowing it. */
export const PLACES = {
  desk: '/',
  customers: '/customers',
  opinions: '/opinions',
  retention: '/retention',
  import: '/import',
  reports: '/reports',
  settings: '/settings',
} as const;
export type Place = keyof typeof PLACES;

export type VisitMode = 'view' | 'edit' | 'refund' | 'cancel';

/** One visit; opened by the desk, a customer's card, an opinion. */
export const visitPath = (visitId: number, mode: VisitMode = 'view'): string =>
  mode === 'view' ? `/visits/${visitId}` : `/visits/${visitId}/${mode}`;
