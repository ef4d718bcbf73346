/** Words that several areas share. */
export const common = {
  'common.waiting': 'One moment…',
} as const;
