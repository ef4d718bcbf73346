/**
 * Looks messages up: one typed catalogue in three languages, shared by screens, PDF, CSV headers,
 * command line and native menus. A missing key does not compile; test/unit/words.test.ts fails on
 * an unused key, a missing place or a missing plural form.
 */
import type { Locale } from '../contract/values.ts';
import { CATALOGUES, type Catalogue, type MessageKey } from './catalogues.ts';
import type { Message, PlacesOf, PluralMessage } from './message.ts';

export type { Catalogue, MessageKey };
export type MessageValues<K extends MessageKey> = [PlacesOf<Catalogue[K]>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<Catalogue[K]>, string | number>>];

export interface Words {
  readonly locale: Locale;
  /** The text of a key in this language. Numbers in `values` are written by the language's rules. */
  t<K extends MessageKey>(key: K, ...values: MessageValues<K>): string;
  /** As `t`, for a key known only at run time (`error.<code>`); undefined where there is no such key. */
  find(key: string, values: Readonly<Record<string, string | number>>): string | undefined;
}

const pluralText = (
  message: PluralMessage,
  formOf: (count: number) => Intl.LDMLPluralRule,
  count: number,
): string => {
  if (count === 0 && message.zero !== undefined) return message.zero;
  const form = formOf(count);
  return message[form === 'two' ? 'other' : form] ?? message.other;
};

const wordsByLocale = new Map<Locale, Words>();

/** The words of one language; made once per language. */
export const wordsFor = (locale: Locale): Words => {
  const known = wordsByLocale.get(locale);
  if (known) return known;
  const catalogue = CATALOGUES[locale]();
  // Made when first needed: together they take longer than all other words of a start.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const formOf = (count: number): Intl.LDMLPluralRule => {
    rules ??= new Intl.PluralRules(locale);
    return rules.select(count);
  };
  const written = (value: number): string => {
    numbers ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    return numbers.format(value);
  };
  const fill = (message: Message, values: Readonly<Record<string, string | number>>): string => {
    const text =
      typeof message === 'string' ? message : pluralText(message, formOf, Number(values.count ?? 0));
    return text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? written(value) : value;
    });
  };
  const words: Words = {
    locale,
    t: (key, ...values) => fill(catalogue[key], values[0] ?? {}),
    find: (key, values) =>
      Object.hasOwn(catalogue, key) ? fill(catalogue[key as MessageKey], values) : undefined,
  };
  wordsByLocale.set(locale, words);
  return words;
};
