/** Writes the rows of a customers file: finds the person, makes the card or brings it up to date. */

import { hasImportedRows, insertImportedRowTx, isRowImported } from '../../db/repositories/imported.ts';
import { ImportedNames } from '../../db/repositories/importedNames.ts';
import type { RejectionReason } from '../../src-shared/contract/importContract.ts';
import { phoneCountryOf, phoneE164 } from '../../src-shared/domain/phone.ts';
import { CardWriter } from './cardWriter.ts';
import type { RowOutcome } from './importNotes.ts';
import type { CustomerRow } from './interpretCustomer.ts';
import { PersonMatcher } from './personMatcher.ts';
import { RowCounts } from './rowCounts.ts';
import { rowHash } from './rowHash.ts';
import { emailOf } from './rowPerson.ts';
import type { RowWriter, WriterParts } from './rowWriter.ts';

interface OpenRecommendation {
  readonly customerId: number;
  readonly text: string;
  readonly line: number;
  /** The row counts as one that changed nothing, so far. */
  readonly isUnchanged: boolean;
}

export class CustomerWriter implements RowWriter<CustomerRow> {
  customersCreated = 0;
  readonly visitsCreated = 0;
  readonly #parts: WriterParts;
  readonly #cards: CardWriter;
  readonly #matcher: PersonMatcher;
  readonly #rowCounts = new RowCounts();
  readonly #hadImportedRows: boolean;
  /** Recommended by somebody who may stand further down. */
  readonly #open: OpenRecommendation[] = [];

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#cards = new CardWriter(parts, new ImportedNames(parts.db, parts));
    // Every card is written at once, so every card is found in its table.
    this.#matcher = new PersonMatcher(parts.db, {
      flushTx: () => undefined,
      remembersMade: false,
      recognisesName: false,
    });
    this.#hadImportedRows = hasImportedRows(parts.db);
  }

  writeTx(row: CustomerRow): RowOutcome | RejectionReason {
    const { notes } = this.#parts;
    const match = this.#matcher.matchTx(row);
    if (typeof match === 'string') return match;
    notes.leaveOut(row.leftOut);
    const recommenderId = row.recommendedBy === null ? null : this.#recommender(row.recommendedBy);
    let outcome: RowOutcome;
    let { customerId } = match;
    if (customerId === null) {
      if (this.#isTakenBeforeTx(row)) return 'unchanged';
      customerId = this.#cards.createTx(row, recommenderId);
      this.customersCreated++;
      this.#matcher.remember(customerId, row);
      if (match.twinId !== null) notes.possibleDuplicate(row.displayName, match.twinId, false);
      outcome = 'created';
    } else {
      if (match.by !== null) notes.recognised(match.by);
      outcome = this.#cards.changeTx(customerId, row, recommenderId) ? 'updated' : 'unchanged';
      if (row.name !== null) this.#matcher.remember(customerId, row);
    }
    if (row.recommendedBy !== null && recommenderId === null) {
      this.#open.push({
        customerId,
        text: row.recommendedBy,
        line: notes.line,
        isUnchanged: outcome === 'unchanged',
      });
    }
    return outcome;
  }

  finishTx(): number {
    let turnedOut = 0;
    for (const { customerId, text, line, isUnchanged } of this.#open) {
      const recommenderId = this.#recommender(text);
      if (recommenderId === null || recommenderId === customerId) {
        this.#parts.notes.leaveOut([{ field: 'recommendedBy', text }], line);
      } else if (this.#cards.recommendTx(customerId, recommenderId, text) && isUnchanged) turnedOut++;
    }
    this.#matcher.finishTx();
    return turnedOut;
  }

  /**
   * Somebody of whom the file says nothing to be recognised by: the same row again is the same person, the n-th of equal
   * rows the n-th of them.
   */
  #isTakenBeforeTx(row: CustomerRow): boolean {
    const { externalId, cardNumber, phones, emails, name, birthday } = row;
    const isKnownAgain =
      externalId !== null ||
      cardNumber !== null ||
      phones.length > 0 ||
      emails.length > 0 ||
      (name !== null && birthday !== null);
    if (isKnownAgain) return false;
    const { db, batchId } = this.#parts;
    const { leftOut: _leftOut, ...said } = row;
    const hash = rowHash(JSON.stringify(said));
    const ordinal = this.#rowCounts.add(hash);
    if (this.#hadImportedRows && isRowImported(db, hash, ordinal)) return true;
    insertImportedRowTx(db, hash, ordinal, batchId);
    return false;
  }

  /** Another customer by number, card, telephone, e-mail, or a name that only one has. */
  #recommender(text: string): number | null {
    const phone = phoneE164(text, phoneCountryOf(this.#parts.timeZone));
    const email = emailOf(text);
    const match = this.#matcher.matchTx({
      externalId: text,
      cardNumber: text,
      phones: phone === null ? [] : [phone],
      emails: email === null ? [] : [email],
      name: null,
      birthday: null,
    });
    const found = typeof match === 'string' ? null : match.customerId;
    return found ?? this.#matcher.onlyOfName(text);
  }
}
