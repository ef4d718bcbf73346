/**
 * Customers, visits and lines by the thousand, for imports and demo shops: ids are given out here, rows go in by
 * `BulkInsert`. Nothing is looked up and no summary is kept; `flush` before anybody reads, and rebuild the summaries.
 */
import type { VisitSource } from '../../src-shared/domain/closedLists.ts';
import { BulkInsert, nextId } from '../bulkInsert.ts';
import type { Database } from '../openDatabase.ts';
import { newUid } from '../uid.ts';
import { customerTokens, type NewCustomer } from './customer.ts';
import { importedRowKey } from './imported.ts';
import { ImportedKeys } from './importedKeys.ts';
import { forgetVocabulary } from './searchVocabulary.ts';
import type { NewVisit, NewVisitLine } from './visit.ts';

export interface BulkOrigin {
  readonly source: VisitSource;
  readonly importBatchId: number | null;
  readonly createdAtMs: number;
}

type BulkCustomer = Pick<
  NewCustomer,
  | 'displayName'
  | 'firstName'
  | 'lastName'
  | 'externalId'
  | 'phoneE164'
  | 'email'
  | 'source'
  | 'recommendedByCustomerId'
  | 'birthday'
  | 'cardNumber'
>;

type BulkVisit = Pick<
  NewVisit,
  'customerId' | 'occurredAtMs' | 'businessDate' | 'staffId' | 'receipt' | 'note'
>;

export class BulkRecords {
  readonly #db: Database;
  readonly #nowMs: number;
  readonly #bareCustomers: BulkInsert;
  readonly #customers: BulkInsert;
  readonly #tokens: BulkInsert;
  readonly #bareVisits: BulkInsert;
  readonly #visits: BulkInsert;
  readonly #bareLines: BulkInsert;
  readonly #lines: BulkInsert;
  readonly #fullLines: BulkInsert;
  readonly #importedRows: ImportedKeys | null;
  #nextCustomer: number;
  #nextVisit: number;
  #nextLine: number;

  constructor(db: Database, { source, importBatchId, createdAtMs }: BulkOrigin) {
    this.#db = db;
    this.#nowMs = createdAtMs;
    const created = { created_at_ms: createdAtMs };
    const made = { ...created, import_batch_id: importBatchId };
    this.#bareCustomers = new BulkInsert(db, {
      table: 'customer',
      columns: ['id', 'uid', 'external_id', 'display_name'],
      constants: made,
    });
    this.#customers = new BulkInsert(
      db,
      {
        table: 'customer',
        columns: [
          'id',
          'uid',
          'external_id',
          'display_name',
          'first_name',
          'last_name',
          'phone_e164',
          'email',
          'birthday',
          'source',
          'recommended_by_customer_id',
          'card_number',
        ],
        constants: made,
      },
      [this.#bareCustomers],
    );
    const people = [this.#customers];
    this.#tokens = new BulkInsert(db, { table: 'customer_token', columns: ['token', 'customer_id'] }, people);
    const origin = { source, import_batch_id: importBatchId, ...created };
    // Most rows of most files have neither receipt nor staff nor note: half the values to hand over.
    this.#bareVisits = new BulkInsert(
      db,
      {
        table: 'visit',
        columns: ['id', 'uid', 'customer_id', 'occurred_at_ms', 'business_date'],
        constants: origin,
      },
      people,
    );
    this.#visits = new BulkInsert(
      db,
      {
        table: 'visit',
        columns: [
          'id',
          'uid',
          'customer_id',
          'occurred_at_ms',
          'business_date',
          'staff_id',
          'receipt',
          'note',
        ],
        constants: origin,
      },
      people,
    );
    const visits = [this.#bareVisits, this.#visits];
    this.#bareLines = new BulkInsert(
      db,
      {
        table: 'visit_line',
        columns: ['id', 'visit_id', 'quantity_thousandths', 'amount_minor'],
        constants: { import_batch_id: importBatchId },
      },
      visits,
    );
    this.#lines = new BulkInsert(
      db,
      {
        table: 'visit_line',
        columns: [
          'id',
          'visit_id',
          'quantity_thousandths',
          'amount_minor',
          'offering_id',
          'category_id',
          'corrects_line_id',
        ],
        constants: { import_batch_id: importBatchId },
      },
      [...visits, this.#bareLines],
    );
    this.#fullLines = new BulkInsert(
      db,
      {
        table: 'visit_line',
        columns: [
          'id',
          'visit_id',
          'quantity_thousandths',
          'amount_minor',
          'offering_id',
          'category_id',
          'corrects_line_id',
          'discount_minor',
          'staff_id',
        ],
        constants: { import_batch_id: importBatchId },
      },
      [...visits, this.#bareLines, this.#lines],
    );
    this.#importedRows = importBatchId === null ? null : new ImportedKeys(db, importBatchId);
    this.#nextCustomer = nextId(db, 'customer');
    this.#nextVisit = nextId(db, 'visit');
    this.#nextLine = nextId(db, 'visit_line');
  }

  /** The id that the next customer added will get. */
  get nextCustomerId(): number {
    return this.#nextCustomer;
  }

  /** @returns the id */
  addCustomerTx(customer: BulkCustomer): number {
    const id = this.#nextCustomer++;
    const { displayName, firstName = null, lastName = null, externalId = null } = customer;
    const {
      phoneE164 = null,
      email = null,
      birthday = null,
      source = null,
      recommendedByCustomerId = null,
      cardNumber = null,
    } = customer;
    const uid = newUid(this.#nowMs);
    if (
      displayName === externalId &&
      phoneE164 === null &&
      email === null &&
      source === null &&
      cardNumber === null
    ) {
      this.#bareCustomers.push(id, uid, externalId, displayName);
      return id;
    }
    this.#customers.push(
      id,
      uid,
      externalId,
      displayName,
      firstName,
      lastName,
      phoneE164,
      email,
      birthday,
      source,
      recommendedByCustomerId,
      cardNumber,
    );
    for (const token of customerTokens(customer)) this.#tokens.push(token, id);
    return id;
  }

  /** @returns the id */
  addVisitTx({
    customerId,
    occurredAtMs,
    businessDate,
    staffId = null,
    receipt = null,
    note = null,
  }: BulkVisit): number {
    const id = this.#nextVisit++;
    const uid = newUid(this.#nowMs);
    if (staffId === null && receipt === null && note === null) {
      this.#bareVisits.push(id, uid, customerId, occurredAtMs, businessDate);
    } else {
      this.#visits.push(id, uid, customerId, occurredAtMs, businessDate, staffId, receipt, note);
    }
    return id;
  }

  /** @returns the id */
  addLineTx(visitId: number, line: NewVisitLine): number {
    const id = this.#nextLine++;
    const {
      offeringId = null,
      categoryId = null,
      correctsLineId = null,
      discountMinor = null,
      staffId = null,
      quantityThousandths,
      amountMinor,
    } = line;
    if (discountMinor !== null || staffId !== null) {
      this.#fullLines.push(
        id,
        visitId,
        quantityThousandths,
        amountMinor,
        offeringId,
        categoryId,
        correctsLineId,
        discountMinor,
        staffId,
      );
    } else if (offeringId === null && categoryId === null && correctsLineId === null) {
      this.#bareLines.push(id, visitId, quantityThousandths, amountMinor);
    } else {
      this.#lines.push(id, visitId, quantityThousandths, amountMinor, offeringId, categoryId, correctsLineId);
    }
    return id;
  }

  /** Claims the n-th of equal rows; see imported.ts. */
  addImportedRowTx(rowHash: Buffer, ordinal: number): void {
    if (!this.#importedRows) throw new Error('Only an import claims rows.');
    this.#importedRows.add(importedRowKey(rowHash, ordinal));
  }

  /** Afterwards every customer added can be read. */
  flushCustomersTx(): void {
    this.#tokens.flush();
    forgetVocabulary(this.#db);
  }

  /** Afterwards everything added can be read. */
  flushTx(): void {
    this.flushCustomersTx();
    this.#fullLines.flush();
    this.#importedRows?.flush();
  }
}
