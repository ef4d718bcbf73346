/** What somebody is called on screen: whoever was forgotten has no name any more. */
import type { Words } from '../../src-shared/words/words.ts';

export const personName = (words: Words, name: string): string =>
  name === '' ? words.t('privacy.forgottenPerson') : name;

/** Of a visit or an opinion that may be nobody's. */
export const nameOr = (words: Words, name: string | null | undefined, nobody: string): string =>
  name == null ? nobody : personName(words, name);

const LONG_NAME = 60;
/** A name this long is set in the smaller size: it is still read at a glance, and the work below keeps its place. */
export const isLongName = (name: string): boolean => name.length > LONG_NAME;
