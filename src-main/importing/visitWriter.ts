/**
 * Writes understood rows into an open transaction: finds or makes the customer, joins rows of one receipt, fills visits
 * that the desk entered first, and takes a row that was imported before for what it is. Reads no files and ends no
 * transaction.
 */
import type { Database } from '../../db/openDatabase.ts';
import { BulkRecords } from '../../db/repositories/bulkRecords.ts';
import {
  getOrCreateCategoryTx,
  getOrCreateOfferingTx,
  getOrCreateStaffTx,
} from '../../db/repositories/catalogue.ts';
import { findCustomerIdByExternalId } from '../../db/repositories/customer.ts';
import { hasImportedRows, isRowImported } from '../../db/repositories/imported.ts';
import {
  findCustomerIdByPhone,
  hasCustomers,
  hasDeskVisitToFill,
  hasVisits,
  iterateCustomerNames,
} from '../../db/repositories/importLookup.ts';
import {
  rebuildAllSummariesTx,
  rebuildForCustomersTx,
  rebuildWalkInMonthsTx,
} from '../../db/repositories/summary.ts';
import { completeVisitTx, findDeskVisitToFill, findVisitByReceipt } from '../../db/repositories/visit.ts';
import { deferVisitIndexesTx } from '../../db/repositories/visitIndexes.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { ImportRow, RowPerson } from './interpretRow.ts';
import { RowCounts } from './rowCounts.ts';
import { rowHash } from './rowHash.ts';

export type RowOutcome = 'created' | 'updated' | 'unchanged';

/** Receipts whose rows may still follow; older ones are looked up. */
const REMEMBERED_RECEIPTS = 20_000;
const SEPARATOR = '\u001f';

export class VisitWriter {
  customersCreated = 0;
  visitsCreated = 0;

  readonly #db: Database;
  readonly #records: BulkRecords;
  readonly #nowMs: number;
  readonly #rowCounts = new RowCounts();
  readonly #customerIds = new Map<string, number>();
  /** Ids from here on were given out by this import. */
  readonly #firstNewCustomer: number;
  readonly #touchedCustomers = new Set<number>();
  readonly #walkInMonths = new Set<string>();
  readonly #receiptVisits = new Map<string, number>();
  readonly #folded = new Map<string, string>();
  readonly #catalogue = {
    offering: new Map<string, number>(),
    category: new Map<string, number>(),
    staff: new Map<string, number>(),
  };
  readonly #hadCustomers: boolean;
  readonly #hadVisits: boolean;
  readonly #restoreIndexesTx: (() => void) | null;
  readonly #hadImportedRows: boolean;
  readonly #mayFillDeskVisits: boolean;
  #areReceiptsForgotten = false;
  #isNameIndexRead = false;

  constructor(db: Database, batchId: number, nowMs: number) {
    this.#db = db;
    this.#records = new BulkRecords(db, { source: 'import', importBatchId: batchId, createdAtMs: nowMs });
    this.#nowMs = nowMs;
    this.#firstNewCustomer = this.#records.nextCustomerId;
    this.#hadCustomers = hasCustomers(db);
    this.#hadVisits = hasVisits(db);
    this.#restoreIndexesTx = this.#hadVisits ? null : deferVisitIndexesTx(db);
    this.#hadImportedRows = hasImportedRows(db);
    this.#mayFillDeskVisits = hasDeskVisitToFill(db);
  }

  writeTx(row: ImportRow): RowOutcome {
    const hash = this.#hashOf(row);
    const ordinal = this.#rowCounts.add(hash);
    if (this.#hadImportedRows && isRowImported(this.#db, hash, ordinal)) return 'unchanged';

    const customerId = row.person === null ? null : this.#customerTx(row.person, row.source);
    const isNewCustomer = customerId !== null && customerId >= this.#firstNewCustomer;
    let visitId =
      row.receipt === null ? null : this.#visitOfReceipt(row.receipt, customerId, row.businessDate);
    let outcome: RowOutcome = 'created';
    if (
      visitId === null &&
      this.#mayFillDeskVisits &&
      customerId !== null &&
      !isNewCustomer &&
      (row.amountMinor ?? 0) >= 0
    ) {
      // A visit that an earlier row of this file has filled must be seen as filled.
      this.#records.flushTx();
      visitId = findDeskVisitToFill(this.#db, customerId, row.businessDate);
      if (visitId !== null) {
        outcome = 'updated';
        completeVisitTx(this.#db, visitId, {
          ...(row.staff === null ? {} : { staffId: this.#catalogueTx('staff', row.staff) }),
          ...(row.receipt === null ? {} : { receipt: row.receipt }),
        });
      }
    }
    visitId ??= this.#visitTx(row, customerId);
    if (row.receipt !== null) this.#rememberReceipt(row.receipt, customerId, row.businessDate, visitId);
    this.#lineTx(row, visitId);
    this.#records.addImportedRowTx(hash, ordinal);
    if (this.#hadVisits) {
      if (customerId === null) this.#walkInMonths.add(row.businessDate.slice(0, 7));
      else this.#touchedCustomers.add(customerId);
    }
    return outcome;
  }

  /** Brings the summary rows in line with what was written. */
  finishTx(): void {
    this.#records.flushTx();
    this.#restoreIndexesTx?.();
    if (!this.#hadVisits) {
      rebuildAllSummariesTx(this.#db);
      return;
    }
    rebuildForCustomersTx(this.#db, this.#touchedCustomers);
    rebuildWalkInMonthsTx(this.#db, this.#walkInMonths);
  }

  /**
   * Identity of a row: who, when, which receipt, what, how much. Staff, category and notes are left out: a later export
   * that has more columns, or a corrected note, is still the same sale.
   */
  #hashOf(row: ImportRow): Buffer {
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

  #catalogueTx(kind: 'offering' | 'category' | 'staff', name: string): number {
    const known = this.#catalogue[kind];
    let id = known.get(name);
    if (id === undefined) {
      const getOrCreateTx = {
        offering: getOrCreateOfferingTx,
        category: getOrCreateCategoryTx,
        staff: getOrCreateStaffTx,
      }[kind];
      id = getOrCreateTx(this.#db, name, this.#nowMs);
      known.set(name, id);
    }
    return id;
  }

  #customerTx(person: RowPerson, source: string | null): number {
    const seen = this.#customerIds.get(person.key);
    if (seen !== undefined) return seen;
    const known = this.#hadCustomers ? this.#findCustomer(person) : null;
    if (known !== null) {
      this.#customerIds.set(person.key, known);
      return known;
    }
    const id = this.#records.addCustomerTx({
      displayName: person.name ?? person.externalId ?? person.phoneE164 ?? person.email ?? '',
      externalId: person.externalId,
      phoneE164: person.phoneE164,
      email: person.email,
      source,
    });
    this.customersCreated++;
    this.#customerIds.set(person.key, id);
    return id;
  }

  #findCustomer(person: RowPerson): number | null {
    if (person.externalId !== null) return findCustomerIdByExternalId(this.#db, person.externalId);
    if (person.phoneE164 !== null) return findCustomerIdByPhone(this.#db, person.phoneE164);
    // E-mail addresses and names have no index; they are read once, and only for a file that needs them.
    if (!this.#isNameIndexRead) {
      this.#isNameIndexRead = true;
      for (const { id, displayName, email } of iterateCustomerNames(this.#db)) {
        for (const key of [`n${fold(displayName)}`, ...(email === null ? [] : [`e${email.toLowerCase()}`])]) {
          if (!this.#customerIds.has(key)) this.#customerIds.set(key, id);
        }
      }
    }
    return this.#customerIds.get(person.key) ?? null;
  }

  #visitTx(row: ImportRow, customerId: number | null): number {
    this.visitsCreated++;
    return this.#records.addVisitTx({
      customerId,
      occurredAtMs: row.occurredAtMs,
      businessDate: row.businessDate,
      staffId: row.staff === null ? null : this.#catalogueTx('staff', row.staff),
      receipt: row.receipt,
      note: row.note,
    });
  }

  #lineTx(row: ImportRow, visitId: number): void {
    // A list of appointments says nothing of money; a visit without lines is one with no amount yet.
    if (row.amountMinor === null && row.offering === null) return;
    const categoryId = row.category === null ? null : this.#catalogueTx('category', row.category);
    this.#records.addLineTx(visitId, {
      quantityThousandths: row.quantityThousandths,
      amountMinor: row.amountMinor ?? 0,
      offeringId: row.offering === null ? null : this.#catalogueTx('offering', row.offering),
      categoryId,
    });
  }

  #visitOfReceipt(receipt: string, customerId: number | null, businessDate: string): number | null {
    const known = this.#receiptVisits.get([receipt, customerId, businessDate].join(SEPARATOR));
    if (known !== undefined) return known;
    if (!this.#hadVisits && !this.#areReceiptsForgotten) return null;
    return findVisitByReceipt(this.#db, receipt, customerId, businessDate);
  }

  #rememberReceipt(receipt: string, customerId: number | null, businessDate: string, visitId: number): void {
    if (this.#receiptVisits.size >= REMEMBERED_RECEIPTS) {
      // From now on they are looked up in the table, so they must be there.
      this.#records.flushTx();
      this.#receiptVisits.clear();
      this.#areReceiptsForgotten = true;
    }
    this.#receiptVisits.set([receipt, customerId, businessDate].join(SEPARATOR), visitId);
  }
}
