/**
 * Writes understood rows into an open transaction: finds or makes the customer, joins rows of one receipt, fills visits
 * that the desk entered first, and takes a row that was imported before for what it is. Reads no files and ends no
 * transaction.
 */
import { hasPlans } from '../../db/repositories/benefitPlan.ts';
import { settleVisitTx } from '../../db/repositories/benefitSettle.ts';
import { BulkRecords } from '../../db/repositories/bulkRecords.ts';
import { settleAllTx } from '../../db/repositories/followUpVisits.ts';
import { recordChangeTx } from '../../db/repositories/importChange.ts';
import { hasImportedRows, isRowImported } from '../../db/repositories/imported.ts';
import { ImportedNames } from '../../db/repositories/importedNames.ts';
import { hasDeskVisitToFill, hasVisits, readVisitOrigin } from '../../db/repositories/importLookup.ts';
import {
  rebuildAllSummariesTx,
  rebuildForCustomersTx,
  rebuildWalkInMonthsTx,
} from '../../db/repositories/summary.ts';
import { completeVisitTx, findDeskVisitToFill, findVisitByReceipt } from '../../db/repositories/visit.ts';
import { deferVisitIndexesTx } from '../../db/repositories/visitIndexes.ts';
import type { RejectionReason } from '../../src-shared/contract/importContract.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { CardWriter } from './cardWriter.ts';
import type { RowOutcome } from './importNotes.ts';
import type { VisitRow } from './interpretVisit.ts';
import { PersonMatcher } from './personMatcher.ts';
import { cardRowOf, displayNameOf, recordNameOnlyTx } from './rowCard.ts';
import { RowCounts } from './rowCounts.ts';
import { rowHash } from './rowHash.ts';
import type { RowPerson } from './rowPerson.ts';
import type { RowWriter, WriterParts } from './rowWriter.ts';

/** 'forgotten': the visit counts, of nobody. */
type Person = number | 'conflictingPerson' | 'forgotten';

/** Receipts whose rows may still follow; older ones are looked up. */
const REMEMBERED_RECEIPTS = 20_000;
const SEPARATOR = '\u001f';

interface ReceiptVisit {
  readonly id: number;
  readonly staffId: number | null;
}

export class VisitWriter implements RowWriter<VisitRow> {
  customersCreated = 0;
  visitsCreated = 0;

  readonly #parts: WriterParts;
  readonly #records: BulkRecords;
  readonly #names: ImportedNames;
  readonly #cards: CardWriter;
  readonly #matcher: PersonMatcher;
  readonly #rowCounts = new RowCounts();
  /** By what a row says of the person. */
  readonly #people = new Map<string, Person>();
  /** Ids from here on were given out by this import. */
  readonly #firstNewCustomer: number;
  readonly #touchedCustomers = new Set<number>();
  readonly #walkInMonths = new Set<string>();
  readonly #receiptVisits = new Map<string, ReceiptVisit>();
  readonly #folded = new Map<string, string>();
  readonly #hadVisits: boolean;
  readonly #restoreIndexesTx: (() => void) | null;
  readonly #hadImportedRows: boolean;
  readonly #mayFillDeskVisits: boolean;
  /** Visits that were there before, whose new lines may sell, earn or use; null in a shop without plans. */
  readonly #filled: Set<number> | null;
  #areReceiptsForgotten = false;

  constructor(parts: WriterParts) {
    const { db, batchId, nowMs } = parts;
    this.#parts = parts;
    this.#records = new BulkRecords(db, { source: 'import', importBatchId: batchId, createdAtMs: nowMs });
    this.#names = new ImportedNames(db, parts);
    // A till knows a person by less than the card does: it fills what is empty, whatever was chosen for lists of customers.
    this.#cards = new CardWriter({ ...parts, onKnown: 'fill' }, this.#names);
    this.#matcher = new PersonMatcher(db, {
      flushTx: () => this.#records.flushCustomersTx(),
      remembersMade: true,
      recognisesName: true,
    });
    this.#firstNewCustomer = this.#records.nextCustomerId;
    this.#hadVisits = hasVisits(db);
    this.#restoreIndexesTx = this.#hadVisits ? null : deferVisitIndexesTx(db);
    this.#hadImportedRows = hasImportedRows(db);
    this.#mayFillDeskVisits = hasDeskVisitToFill(db);
    this.#filled = hasPlans(db) ? new Set() : null;
  }

  writeTx(row: VisitRow): RowOutcome | RejectionReason {
    const hash = this.#hashOf(row);
    const ordinal = this.#rowCounts.add(hash);
    if (this.#hadImportedRows && isRowImported(this.#parts.db, hash, ordinal)) return 'unchanged';

    const person = row.person === null ? null : this.#customerTx(row.person, row.source);
    if (person === 'conflictingPerson') return person;
    const isForgotten = person === 'forgotten';
    const customerId = isForgotten ? null : person;
    const isNewCustomer = customerId !== null && customerId >= this.#firstNewCustomer;
    const staffId = row.staff === null ? null : this.#names.getTx('staff', row.staff).id;
    let visit = row.receipt === null ? null : this.#visitOfReceipt(row.receipt, customerId, row.businessDate);
    let outcome: RowOutcome = 'created';
    if (
      visit === null &&
      this.#mayFillDeskVisits &&
      customerId !== null &&
      !isNewCustomer &&
      (row.amountMinor ?? 0) >= 0
    ) {
      visit = this.#fillDeskVisitTx(row, customerId, staffId);
      if (visit !== null) outcome = 'updated';
    }
    visit ??= this.#visitTx(isForgotten ? { ...row, note: null, receipt: null } : row, customerId, staffId);
    if (row.receipt !== null) this.#rememberReceipt(row.receipt, customerId, row.businessDate, visit);
    this.#lineTx(row, visit, staffId);
    this.#records.addImportedRowTx(hash, ordinal);
    if (this.#hadVisits) {
      if (customerId === null) this.#walkInMonths.add(row.businessDate.slice(0, 7));
      else this.#touchedCustomers.add(customerId);
    }
    return outcome;
  }

  /** Brings the summary rows in line with what was written. */
  finishTx(): number {
    const { db } = this.#parts;
    this.#records.flushTx();
    this.#matcher.finishTx();
    this.#restoreIndexesTx?.();
    for (const visitId of this.#filled ?? []) settleVisitTx(db, visitId, this.#parts.nowMs);
    if (this.#hadVisits) {
      rebuildForCustomersTx(db, this.#touchedCustomers);
      rebuildWalkInMonthsTx(db, this.#walkInMonths);
    } else rebuildAllSummariesTx(db);
    settleAllTx(db);
    return 0;
  }

  /**
   * Identity of a row: who, when, which receipt, what, how much. Staff, category and notes are left out: a later export
   * that has more columns, or a corrected note, is still the same sale.
   */
  #hashOf(row: VisitRow): Buffer {
    const { person, businessDate, secondOfDay, receipt, offering, quantityThousandths, amountMinor } = row;
    return rowHash(
      `visits${SEPARATOR}${person?.key ?? ''}${SEPARATOR}${businessDate}${SEPARATOR}${secondOfDay ?? ''}${SEPARATOR}${
        receipt ?? ''
      }${SEPARATOR}${offering === null ? '' : this.#fold(offering)}${SEPARATOR}${quantityThousandths}${SEPARATOR}${
        amountMinor ?? ''
      }`,
    );
  }

  #fold(text: string): string {
    let folded = this.#folded.get(text);
    if (folded === undefined) {
      folded = fold(text);
      this.#folded.set(text, folded);
    }
    return folded;
  }

  #customerTx(person: RowPerson, source: string | null): Person {
    const seen = this.#people.get(person.said);
    if (seen !== undefined) return seen;
    const found = this.#findOrMakeTx(person, source);
    this.#people.set(person.said, found);
    return found;
  }

  #findOrMakeTx(person: RowPerson, source: string | null): Person {
    const { notes } = this.#parts;
    const match = this.#matcher.matchTx(person);
    if (typeof match === 'string') return match;
    const { customerId, by, twinId } = match;
    if (customerId !== null) {
      if (customerId < this.#firstNewCustomer && by !== null) notes.recognised(by);
      if (customerId >= this.#firstNewCustomer) {
        // A card that this import made waits to be written, and may now be found by more.
        this.#records.flushCustomersTx();
        this.#matcher.remember(customerId, person);
      }
      this.#cards.changeTx(customerId, cardRowOf(person, null), null);
      return customerId;
    }
    const displayName = displayNameOf(person);
    const id = this.#records.addCustomerTx({
      displayName,
      externalId: person.externalId,
      cardNumber: person.cardNumber,
      phoneE164: person.phones[0] ?? null,
      email: person.emails[0] ?? null,
      source: source === null ? null : this.#names.getTx('customer_source', source).name,
    });
    this.customersCreated++;
    // Where a file has one column about people, `#people` knows all that can be asked.
    if (person.said !== person.key || person.name !== null) this.#matcher.remember(id, person);
    recordNameOnlyTx(this.#parts, person, id);
    if (twinId !== null) notes.possibleDuplicate(displayName, twinId, twinId >= this.#firstNewCustomer);
    return id;
  }

  /** The visit that the desk entered first, and that has no amount yet. */
  #fillDeskVisitTx(row: VisitRow, customerId: number, staffId: number | null): ReceiptVisit | null {
    const { db, batchId } = this.#parts;
    // A visit that an earlier row of this file has filled must be seen as filled.
    this.#records.flushTx();
    const visitId = findDeskVisitToFill(db, customerId, row.businessDate);
    if (visitId === null) return null;
    this.#filled?.add(visitId);
    const before = readVisitOrigin(db, visitId);
    completeVisitTx(db, visitId, {
      ...(staffId === null ? {} : { staffId }),
      ...(row.receipt === null ? {} : { receipt: row.receipt }),
    });
    const record = (field: string, after: string | number | null) =>
      recordChangeTx(db, batchId, { subject: 'visit', recordId: visitId, field, before: null, after });
    if (before.staffId === null && staffId !== null) record('staff_id', staffId);
    if (before.receipt === null && row.receipt !== null) record('receipt', row.receipt);
    return { id: visitId, staffId: before.staffId ?? staffId };
  }

  #visitTx(row: VisitRow, customerId: number | null, staffId: number | null): ReceiptVisit {
    this.visitsCreated++;
    const id = this.#records.addVisitTx({
      customerId,
      occurredAtMs: row.occurredAtMs,
      businessDate: row.businessDate,
      staffId,
      receipt: row.receipt,
      note: row.note,
    });
    return { id, staffId };
  }

  #lineTx(row: VisitRow, visit: ReceiptVisit, staffId: number | null): void {
    // A list of appointments says nothing of money; a visit without lines is one with no amount yet.
    if (row.amountMinor === null && row.offering === null) return;
    this.#records.addLineTx(visit.id, {
      quantityThousandths: row.quantityThousandths,
      amountMinor: row.amountMinor ?? 0,
      offeringId: row.offering === null ? null : this.#names.getTx('offering', row.offering).id,
      categoryId: row.category === null ? null : this.#names.getTx('category', row.category).id,
      discountMinor: row.discountMinor,
      staffId: staffId === visit.staffId ? null : staffId,
    });
  }

  #visitOfReceipt(receipt: string, customerId: number | null, businessDate: string): ReceiptVisit | null {
    const known = this.#receiptVisits.get([receipt, customerId, businessDate].join(SEPARATOR));
    if (known !== undefined) return known;
    if (!this.#hadVisits && !this.#areReceiptsForgotten) return null;
    const { db } = this.#parts;
    const id = findVisitByReceipt(db, receipt, customerId, businessDate);
    if (id === null) return null;
    this.#filled?.add(id);
    return { id, staffId: readVisitOrigin(db, id).staffId };
  }

  #rememberReceipt(
    receipt: string,
    customerId: number | null,
    businessDate: string,
    visit: ReceiptVisit,
  ): void {
    if (this.#receiptVisits.size >= REMEMBERED_RECEIPTS) {
      // From now on they are looked up in the table, so they must be there.
      this.#records.flushTx();
      this.#receiptVisits.clear();
      this.#areReceiptsForgotten = true;
    }
    this.#receiptVisits.set([receipt, customerId, businessDate].join(SEPARATOR), visit);
  }
}
