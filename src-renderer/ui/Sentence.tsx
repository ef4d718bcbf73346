/**
 * A sentence from words: what stands between `<b>` and `</b>` is drawn in the heavier weight.
 * Nothing else is markup; the text never becomes HTML.
 */
import { Fragment, type ReactNode } from 'react';
import styles from './text.module.css';

/** A single letter never ends a line ("w domu", "i my"), nor is a number parted from what it counts. */
const keptTogether = (text: string): string => text.replace(/(?<=^|[\s(„“>])(\p{L}|\d{1,3}) /gu, '$1\u00a0');

const MARK = /<b>(.*?)<\/b>/gs;

interface Piece {
  readonly text: string;
  readonly isStrong: boolean;
  /** Where it starts: what tells it from the others. */
  readonly at: number;
}

const piecesOf = (text: string): Piece[] => {
  let at = 0;
  // Odd pieces are what the marks enclosed: String.split keeps the captured groups.
  return keptTogether(text)
    .split(MARK)
    .map((piece, index) => {
      const made = { text: piece, isStrong: index % 2 === 1, at };
      at += piece.length + 1;
      return made;
    });
};

/** The text of a message with its marks drawn, for use inside other elements. */
export function Marked({ text }: { text: string }): ReactNode {
  return piecesOf(text).map((piece) =>
    piece.isStrong ? (
      <strong key={piece.at}>{piece.text}</strong>
    ) : (
      <Fragment key={piece.at}>{piece.text}</Fragment>
    ),
  );
}

export interface SentenceProps {
  text: string;
  /** `lead`: opens a screen, 20 px. `text`: 15 px. `note`: 13 px, muted. */
  size?: 'lead' | 'text' | 'note';
  /** What follows inside the same paragraph, such as an explanation. */
  children?: ReactNode;
}

export function Sentence({ text, size = 'text', children }: SentenceProps) {
  return (
    <p className={styles[size]}>
      <Marked text={text} />
      {children}
    </p>
  );
}
