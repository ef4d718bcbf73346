import type { importing as english } from '../en/importing.ts';
import type { Translated } from '../message.ts';

export const importing: Translated<typeof english> = {};
