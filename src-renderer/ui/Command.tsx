/** A command that reads like a word in the text: "Undo", "How do we know?". Its key, if any, is printed beside it. */
import type { ComponentProps } from 'react';
import styles from './Command.module.css';
import { ariaShortcut, Key } from './Key.tsx';

export interface CommandProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** Such as `Mod+Z`. */
  keys?: string;
  /** Quiet commands are grey until the hand comes near. */
  isQuiet?: boolean;
}

export function Command({ keys, isQuiet = false, children, className, ...rest }: CommandProps) {
  return (
    <button
      type="button"
      className={`${styles.command} ${isQuiet ? styles.quiet : ''} ${className ?? ''}`}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaShortcut(keys) })}
      {...rest}
    >
      <span>{children}</span>
      {keys === undefined ? null : <Key keys={keys} />}
    </button>
  );
}
