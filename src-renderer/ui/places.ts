/** Addresses of the screens that exist, so that one screen can lead to another without knowing it. */
export const PLACES = {
  desk: '/',
  customers: '/customers',
  appointments: '/customers/appointments',
  wishes: '/customers/wishes',
  duplicates: '/customers/duplicates',
  opinions: '/opinions',
  cases: '/opinions/cases',
  askWhy: '/opinions/ask-why',
  retention: '/retention',
  import: '/import',
  reports: '/reports',
  settings: '/settings',
} as const;
export type Place = keyof typeof PLACES;

/** `finish`: changed from the desk's list of what is still to be done, and back to the desk. */
export type VisitMode = 'view' | 'edit' | 'finish' | 'refund' | 'cancel';

/** A customer's card, or writing down what they said. */
export const cardPath = (customerId: number, mode: 'view' | 'opinion' = 'view'): string =>
  mode === 'view' ? `${PLACES.customers}/${customerId}` : `${PLACES.customers}/${customerId}/${mode}`;

/** One visit; opened by the desk, a customer's card, an opinion. */
export const visitPath = (visitId: number, mode: VisitMode = 'view'): string =>
  mode === 'view' ? `/visits/${visitId}` : `/visits/${visitId}/${mode}`;

/** Two cards side by side: the first is the one that would stay. */
export const comparePath = (keptId: number, mergedId: number): string =>
  `${PLACES.duplicates}/${keptId}/${mergedId}`;
