/** The catalogues, each handed out when it is first asked for. In a build each is a text until then: most starts need one. */
import type { Locale } from '../contract/values.ts';
import { english } from './en/english.ts';
import type { Message } from './message.ts';
import { polish } from './pl/polish.ts';
import { romanian } from './ro/romanian.ts';

export type Catalogue = typeof english;
export type MessageKey = keyof Catalogue;

export const CATALOGUES: Record<Locale, () => Readonly<Record<MessageKey, Message>>> = {
  en: () => english,
  pl: () => polish,
  ro: () => romanian,
};
