/**
 * The keys of a command, printed once beside it. Written as on the keyboard in front of the person:
 * `Mod` is Ctrl, and ⌘ on a Mac.
 */
import styles from './text.module.css';

export const isMac = (): boolean => /mac/i.test(navigator.platform);

const CAPS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Esc: 'Esc', Plus: '+', '-': '−' };
const MAC_CAPS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Enter: '⏎',
  Alt: '⌥',
  Shift: '⇧',
  Control: '⌃',
};

const capOf = (name: string): string =>
  (isMac() ? MAC_CAPS[name] : name === 'Mod' ? 'Ctrl' : undefined) ?? CAPS[name] ?? name;

/** `keys` such as `Enter` or `Mod+Enter`. Decoration for eyes: the command itself carries `aria-keyshortcuts`. */
export function Key({ keys, isOnFilled = false }: { keys: string; isOnFilled?: boolean }) {
  return (
    <span className={`${styles.key} ${isOnFilled ? styles.onFilled : ''}`} aria-hidden="true">
      {keyText(keys)}
    </span>
  );
}

/** The same in a sentence: `Ctrl T`. */
export const keyText = (keys: string): string => keys.split('+').map(capOf).join(' ');

/** The value of `aria-keyshortcuts` for the same `keys`. */
export const ariaShortcut = (keys: string): string => keys.replace('Mod', isMac() ? 'Meta' : 'Control');

/** Whether a key press is Ctrl (⌘ on a Mac) with `key` and nothing else. */
export const isMod = (
  event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; key: string },
  key: string,
): boolean =>
  (isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  event.key.toLowerCase() === key.toLowerCase();
