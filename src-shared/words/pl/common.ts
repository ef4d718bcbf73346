import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.waiting': 'Chwileczkę…',
};
