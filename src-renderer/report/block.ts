/** What a report is made of: blocks that are never cut, and tables that break between rows. */
import type { ReactNode } from 'react';

export interface Block {
  readonly key: string;
  /** White before it, in mm. */
  readonly gapMm: number;
  readonly keepsWithNext?: boolean;
  readonly content:
    | { readonly kind: 'whole'; readonly node: ReactNode }
    /** A drawing with a height of its own. */
    | { readonly kind: 'drawing'; readonly draw: (height: number) => ReactNode }
    | {
        readonly kind: 'table';
        readonly className: string;
        readonly label: string;
        readonly head: ReactNode;
        readonly rows: readonly ReactNode[];
      };
}

export const whole = (key: string, gapMm: number, node: ReactNode, keepsWithNext = false): Block => ({
  key,
  gapMm,
  keepsWithNext,
  content: { kind: 'whole', node },
});
