/**
 * One message: plain text with `{name}` places, or one text per plural form, chosen by `{count}`
 * with the language's own rules (Intl.PluralRules). `<b>…</b>` marks the figure or name a sentence
 * is about; screens and pages draw it in a heavier weight, plain uses strip it. Never HTML.
 */
export interface PluralMessage {
  readonly zero?: string;
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
export type Message = string | PluralMessage;

type PlacesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never;
type TextOf<M> = M extends string ? M : M extends PluralMessage ? M['one'] | M['other'] : never;

/** The values a message needs; a plural message always needs `count`. */
export type PlacesOf<M> = PlacesIn<TextOf<M>> | (M extends PluralMessage ? 'count' : never);

/** The shape another language must have: same keys; plural where the English is plural. */
export type Translated<C> = {
  readonly [K in keyof C]: C[K] extends PluralMessage ? PluralMessage : string;
};
