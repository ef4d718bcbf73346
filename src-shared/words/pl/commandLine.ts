import type { commandLine as english } from '../en/commandLine.ts';
import type { Translated } from '../message.ts';

export const commandLine: Translated<typeof english> = {};
