/** What the page and main both know of asking for opinions, without the schemas of the contract. */

/** Where an opinion is taken down by hand; imported ones bring their own names. */
export const OPINION_CHANNELS = ['desk', 'phone', 'paper'] as const;
export type OpinionChannel = (typeof OPINION_CHANNELS)[number];

/** From the hand-over to the answer. Whoever has not answered by then has most likely walked on. */
export const KIOSK_LINK_MINUTES = 3;
