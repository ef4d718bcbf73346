/** Writes the rows of an opinions file. The same opinion again, in this file or a later one, is one. */

import { hasImportedRows, insertImportedRowTx, isRowImported } from '../../db/repositories/imported.ts';
import { ImportedNames } from '../../db/repositories/importedNames.ts';
import { insertImportedOpinionTx } from '../../db/repositories/importedOpinion.ts';
import type { RejectionReason } from '../../src-shared/contract/importContract.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { CardWriter } from './cardWriter.ts';
import type { RowOutcome } from './importNotes.ts';
import type { OpinionRow } from './interpretOpinion.ts';
import { PersonMatcher } from './personMatcher.ts';
import { cardRowOf, recordNameOnlyTx } from './rowCard.ts';
import { RowCounts } from './rowCounts.ts';
import { rowHash } from './rowHash.ts';
import type { RowPerson } from './rowPerson.ts';
import type { RowWriter, WriterParts } from './rowWriter.ts';

const SEPARATOR = '\u001f';

type Person = number | 'conflictingPerson' | 'forgotten';

export class OpinionWriter implements RowWriter<OpinionRow> {
  customersCreated = 0;
  readonly visitsCreated = 0;
  readonly #parts: WriterParts;
  readonly #names: ImportedNames;
  readonly #cards: CardWriter;
  readonly #matcher: PersonMatcher;
  readonly #rowCounts = new RowCounts();
  readonly #hadImportedRows: boolean;
  readonly #people = new Map<string, Person>();

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#names = new ImportedNames(parts.db, parts);
    this.#cards = new CardWriter({ ...parts, onKnown: 'fill' }, this.#names);
    this.#matcher = new PersonMatcher(parts.db, {
      flushTx: () => undefined,
      remembersMade: true,
      recognisesName: true,
    });
    this.#hadImportedRows = hasImportedRows(parts.db);
  }

  writeTx(row: OpinionRow): RowOutcome | RejectionReason {
    const { db, batchId, nowMs } = this.#parts;
    const { person, businessDate, secondOfDay, nps, csat, ces, comment } = row;
    const hash = rowHash(
      ['opinions', person?.key ?? '', businessDate, secondOfDay, nps, csat, ces, fold(comment ?? '')].join(
        SEPARATOR,
      ),
    );
    const ordinal = this.#rowCounts.add(hash);
    if (this.#hadImportedRows && isRowImported(db, hash, ordinal)) return 'unchanged';
    const found = person === null ? null : this.#customerTx(person);
    if (found === 'conflictingPerson') return found;
    const isForgotten = found === 'forgotten';
    // Scores count without a person; words could be about one.
    if (isForgotten && nps === null && csat === null && ces === null) return 'forgotten';
    const customerId = isForgotten ? null : found;
    insertImportedOpinionTx(db, {
      customerId,
      businessDate,
      atMs: row.occurredAtMs,
      nps,
      csat,
      ces,
      comment: isForgotten ? null : comment,
      channel: row.channel,
      staffId: row.staff === null ? null : this.#names.getTx('staff', row.staff).id,
      importBatchId: batchId,
      createdAtMs: nowMs,
    });
    insertImportedRowTx(db, hash, ordinal, batchId);
    return 'created';
  }

  finishTx(): number {
    this.#matcher.finishTx();
    return 0;
  }

  #customerTx(person: RowPerson): Person {
    const seen = this.#people.get(person.said);
    if (seen !== undefined) return seen;
    const { notes } = this.#parts;
    const match = this.#matcher.matchTx(person);
    let found: Person;
    if (typeof match === 'string') found = match;
    else if (match.customerId !== null) {
      found = match.customerId;
      if (match.by !== null) notes.recognised(match.by);
    } else {
      const card = cardRowOf(person, null);
      found = this.#cards.createTx(card, null);
      recordNameOnlyTx(this.#parts, person, found);
      this.#matcher.remember(found, person);
      this.customersCreated++;
      if (match.twinId !== null) notes.possibleDuplicate(card.displayName, match.twinId, false);
    }
    this.#people.set(person.said, found);
    return found;
  }
}
