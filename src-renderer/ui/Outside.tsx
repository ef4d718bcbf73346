/** A page that stands before the shop: the first start, the lock, a shop that cannot be opened. */
import type { ReactNode } from 'react';
import { BrandMark } from './BrandMark.tsx';
import styles from './Outside.module.css';

export interface OutsideProps {
  /** Opposite the mark, such as the choice of language. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Outside({ aside, children }: OutsideProps) {
  return (
    <div className={styles.outside}>
      <header className={styles.top}>
        <div className={styles.brand}>
          <BrandMark />
          <span>Revino</span>
        </div>
        {aside}
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
