/**
 * The distinct words that cards are found by, in memory, so that a mistyped word finds the words it may have been
 * meant for. Read once when first needed, and again when another process has written. It may hold a word too many,
 * never one too few: who carries a word is always asked of `customer_token`, and one that nobody carries any more is
 * dropped then.
 */
import {
  lettersOf,
  missingLetters,
  mostTyposIn,
  SHORTEST_HALF_TYPED,
  typoDistance,
} from '../../src-shared/domain/typos.ts';
import type { Sqlite } from '../driver.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

export interface NearWord {
  readonly word: string;
  readonly typos: number;
  /** Only the beginning of the word is near: it may be half typed. */
  readonly isBeginning: boolean;
}

interface Vocabulary {
  readonly version: number;
  /** With the bits of its letters. */
  readonly words: Map<string, number>;
}

const vocabularies = new WeakMap<Sqlite, Vocabulary>();

/** Shorter ones are found as they stand. */
const SHORTEST_WORD = 3;

/** Numbers and addresses are typed right or not found: one digit off is another card. */
const isWord = (token: string): boolean => /^\p{L}{3,}$/u.test(token);

const versionOf = (db: Database): number => db.sqlite.pragma('data_version', { simple: true }) as number;

function vocabularyOf(db: Database): Vocabulary {
  const version = versionOf(db);
  const known = vocabularies.get(db.sqlite);
  if (known?.version === version) return known;
  const words = new Map<string, number>();
  const tokens = db.sqlite
    .prepare("SELECT DISTINCT token FROM customer_token WHERE token >= 'a'")
    .pluck()
    .all() as string[];
  for (const token of tokens) if (isWord(token)) words.set(token, lettersOf(token));
  const read = { version, words };
  vocabularies.set(db.sqlite, read);
  return read;
}

/** Words just written by this connection; `data_version` speaks of the others only. */
export function noteWords(db: Database, tokens: readonly string[]): void {
  const known = vocabularies.get(db.sqlite);
  if (known === undefined) return;
  for (const token of tokens) if (isWord(token)) known.words.set(token, lettersOf(token));
}

/** After this connection wrote words in bulk: read anew when next needed. */
export function forgetVocabulary(db: Database): void {
  vocabularies.delete(db.sqlite);
}

export function dropWord(db: Database, word: string): void {
  vocabularies.get(db.sqlite)?.words.delete(word);
}

/** Words that `typed` may have been meant for, the nearest first; none of those it begins or is. */
export function nearWords(db: Database, typed: string): NearWord[] {
  const most = isWord(typed) ? mostTyposIn(typed.length) : 0;
  if (most === 0) return [];
  const near: NearWord[] = [];
  const letters = lettersOf(typed);
  for (const [word, others] of vocabularyOf(db).words) {
    if (missingLetters(letters, others) > most) continue;
    const distance = typoDistance(typed, word, most);
    if (distance === null || distance.beginning === 0) continue;
    const isBeginning = distance.beginning < distance.whole;
    if (isBeginning && typed.length < SHORTEST_HALF_TYPED && distance.whole > most) continue;
    near.push({ word, typos: isBeginning ? distance.beginning : distance.whole, isBeginning });
  }
  return near.sort((a, b) => costOfTypos(a) - costOfTypos(b));
}

/** A whole word with one slip is nearer than a half typed one with one slip. */
export const costOfTypos = ({ typos, isBeginning }: Omit<NearWord, 'word'>): number =>
  typos * 3 + (isBeginning ? 1 : 0);

/** Where the space between two words is missing, or is a letter: `annanowak`. The second may be half typed. */
export function splitWord(db: Database, typed: string): readonly [string, string][] {
  const { words } = vocabularyOf(db);
  const splits: [string, string][] = [];
  const begins = prepared(db, 'SELECT 1 FROM customer_token WHERE token >= ? AND token < ? LIMIT 1');
  for (let at = SHORTEST_WORD; at <= typed.length - SHORTEST_WORD; at++) {
    const first = typed.slice(0, at);
    if (!words.has(first)) continue;
    for (const second of [typed.slice(at), typed.slice(at + 1)]) {
      if (second.length < SHORTEST_WORD) continue;
      if (begins.get(second, `${second}\u{10ffff}`) !== undefined) splits.push([first, second]);
    }
  }
  return splits;
}
