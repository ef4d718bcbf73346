/**
 * Something that stands over the screen until it is answered or left: the browser's own modal dialog, which keeps
 * the focus inside, gives it back afterwards, and closes on Esc. A click beside it closes it too.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Overlay.module.css';

export interface OverlayProps {
  label: string;
  onClose(): void;
  children: ReactNode;
  width?: 'narrow' | 'wide';
}

export function Overlay({ label, onClose, children, width = 'narrow' }: OverlayProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown && !shown.open) shown.showModal();
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      // React takes the element away, and the browser gives the focus back only when it is closed first.
      shown?.close();
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same, and is the dialog's own
    <dialog
      ref={dialog}
      className={`${styles.overlay} ${styles[width]}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}
