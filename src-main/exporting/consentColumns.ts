/**
 * What people allowed, as it holds at this moment: a column for each purpose and channel that was ever asked about.
 * Empty where nobody asked. Their names are known to the importer.
 */
import type { Database } from '../../db/openDatabase.ts';
import { prepared } from '../../db/transaction.ts';
import {
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  type ConsentChannel,
  type ConsentPurpose,
} from '../../src-shared/domain/closedLists.ts';
import type { ConsentField } from '../../src-shared/domain/importNames.ts';
import { consentTitle } from '../../src-shared/words/privacyWords.ts';
import type { Words } from '../../src-shared/words/words.ts';
import type { Cell, ExportColumn } from './exportTable.ts';

interface Pair {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
}

/** As the importer calls it: 'marketingSms'. */
const fieldOf = ({ purpose, channel }: Pair): ConsentField =>
  `${purpose}${channel.charAt(0).toUpperCase()}${channel.slice(1)}` as ConsentField;

export const CONSENT_PAIRS: readonly (Pair & { readonly field: ConsentField })[] = CONSENT_PURPOSES.flatMap(
  (purpose) =>
    CONSENT_CHANNELS.map((channel) => ({ purpose, channel, field: fieldOf({ purpose, channel }) })),
);

export interface ConsentColumns {
  readonly columns: readonly ExportColumn[];
  /** To select, of the customer `c`; begins with a comma where there is anything. */
  readonly sql: string;
  readonly cells: (row: Readonly<Record<string, unknown>>) => readonly Cell[];
}

export const consentColumns = (db: Database, words: Words): ConsentColumns => {
  const asked = prepared(db, 'SELECT 1 FROM customer_consent WHERE purpose = ? AND channel = ? LIMIT 1');
  const pairs = CONSENT_PAIRS.filter(({ purpose, channel }) => asked.get(purpose, channel) !== undefined);
  return {
    columns: pairs.map(({ field, ...pair }) => ({
      key: field,
      title: consentTitle(words, pair),
      type: 'yesNo',
    })),
    // The newest of a purpose and channel holds.
    sql: pairs
      .map(
        ({ field, purpose, channel }) => `, (SELECT is_given FROM customer_consent
          WHERE customer_id = c.id AND purpose = '${purpose}' AND channel = '${channel}' ORDER BY id DESC LIMIT 1) AS ${field}`,
      )
      .join(''),
    cells: (row) => pairs.map(({ field }) => (row[field] === null ? null : row[field] === 1)),
  };
};
