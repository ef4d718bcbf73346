/**
 * Which keys reach the kiosk's page: those a person answers with, and no others. A list of what is let in, because a list
 * of what is kept out is never whole. Keys that the operating system takes for itself never come here: docs/kiosk.md.
 */

export interface PressedKey {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** What a keyboard needs to write, to move in what was written, and to go from one answer to the next. */
const NAMED: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Shift',
  'CapsLock',
  'AltGraph',
  // Half of a letter with its accent, and what a keyboard on the screen sends.
  'Dead',
  'Compose',
  'Process',
  'Unidentified',
]);

const isOneCharacter = (key: string): boolean => [...key].length === 1;
const isBeyondAscii = (key: string): boolean => !/^[\0-\x7f]*$/.test(key);

export const isKioskKey = ({ key, control, alt, meta }: PressedKey): boolean => {
  if (meta) return false;
  if (!control && !alt) return isOneCharacter(key) || NAMED.has(key);
  // AltGr is Ctrl and Alt together on Windows, and Option on a Mac: without it no ą and no ș.
  const writes = isOneCharacter(key) && isBeyondAscii(key);
  return writes || (key === 'Dead' && alt) || key === 'AltGraph';
};
