/** The margins of a screen. */
import type { ReactNode } from 'react';
import styles from './Page.module.css';

export function Page({ children, width = 'wide' }: { children: ReactNode; width?: 'wide' | 'reading' }) {
  return <main className={`${styles.page} ${width === 'reading' ? styles.reading : ''}`}>{children}</main>;
}
