/** What the parts of a card get: the texts as they stand now, what is wrong with them, and how to change them. */
import type { CardField } from '../../../src-shared/contract/customerContract.ts';
import type { CardChanges, CardDraft } from './cardDraft.ts';

export interface Editing {
  readonly draft: CardDraft;
  /** What to say beside a field, by its name or the key of its entry. */
  readonly faults: Readonly<Record<string, string>>;
  readonly fields: readonly CardField[];
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  /** Null for a new card. */
  readonly customerId: number | null;
  change(changes: CardChanges): void;
}

let made = 0;
/** A key for an entry of a list that has no id yet. */
export const newKey = (): string => {
  made += 1;
  return `new${made}`;
};
