/** What writes the understood rows of one kind of file into an open transaction. Reads no files and ends no transaction. */
import type { Database } from '../../db/openDatabase.ts';
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import type { ImportNotes, RowOutcome } from './importNotes.ts';
import type { ImportRow } from './interpretRow.ts';

export interface WriterParts {
  readonly db: Database;
  readonly batchId: number;
  readonly nowMs: number;
  readonly fileName: string;
  readonly timeZone: string;
  readonly onKnown: NonNullable<Mapping['onKnown']>;
  readonly notes: ImportNotes;
}

export interface RowWriter<Row extends ImportRow = ImportRow> {
  readonly customersCreated: number;
  readonly visitsCreated: number;
  /** A reason where the database, not the row, is why it cannot be taken: nothing of it is written then. */
  writeTx(row: Row): RowOutcome | RejectionReason;
  /** Brings everything in line with what was written; answers how many rows turned out to change something after all. */
  finishTx(): number;
}
