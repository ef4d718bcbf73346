/** Addresses of the screens that exist, so that one screen can lead to another without knowing it. */
export const PLACES = {
  desk: '/',
  retention: '/retention',
  import: '/import',
  reports: '/reports',
  settings: '/settings',
} as const;
export type Place = keyof typeof PLACES;
