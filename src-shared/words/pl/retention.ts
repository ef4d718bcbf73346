import type { retention as english } from '../en/retention.ts';
import type { Translated } from '../message.ts';

export const retention: Translated<typeof english> = {};
