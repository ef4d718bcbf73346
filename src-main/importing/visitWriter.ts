/**
 * Writes understood rows into an open transaction: finds or makes the customer, joins rows of one receipt, fills visits
 * that the desk entered first, and takes a row that was imported before for what it is. Reads no files and ends no
 * transaction.
 */
import { hash } from 'node:crypto';
import type { Database } from '../../db/openDatabase.ts';
import {
  getOrCreateCategoryTx,
  getOrCreateOfferingTx,
  getOrCreateStaffTx,
} from '../../db/repositories/catalogue.ts';
import { findCustomerIdByExternalId, insertCustomerTx } from '../../db/repositories/customer.ts';
import { hasImportedRows, insertImportedRowTx, isRowImported } from '../../db/repositories/imported.ts';
import {
  findCustomerIdByPhone,
  hasDeskVisitToFill,
  hasVisits,
  iterateCustomerNames,
} from '../../db/repositories/importLookup.ts';
import {
  rebuildAllSummariesTx,
  rebuildForCustomersTx,
  rebuildWalkInMonthsTx,
} from '../../db/repositories/summary.ts';
import {
  completeVisitTx,
  findDeskVisitToFill,
  findVisitByReceipt,
  insertVisitLineTx,
  insertVisitTx,
} from '../../db/repositories/visit.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { ImportRow, RowPerson } from './interpretRow.ts';
import { RowCounts } from './rowCounts.ts';

export type RowOutcome = 'created' | 'updated' | 'unchanged';

/** Receipts whose rows may still follow; older ones are looked up. */
const REMEMBERED_RECEIPTS = 20_000;
const SEPARATOR = '\u001f';

export class VisitWriter {
  customersCreated = 0;
  visitsCreated = 0;

  readonly #db: Database;
  readonly #batchId: number;
  readonly #nowMs: number;
  readonly #rowCounts = new RowCounts();
  readonly #customerIds = new Map<string, number>();
  readonly #createdCustomers = new Set<number>();
  readonly #touchedCustomers = new Set<number>();
  readonly #walkInMonths = new Set<string>();
  readonly #receiptVisits = new Map<string, number>();
  readonly #folded = new Map<string, string>();
  readonly #catalogue = {
    offering: new Map<string, number>(),
    category: new Map<string, number>(),
    staff: new Map<string, number>(),
  };
  readonly #hadVisits: boolean;
  readonly #hadImportedRows: boolean;
  readonly #mayFillDeskVisits: boolean;
  #areReceiptsForgotten = false;
  #isNameIndexRead = false;

  constructor(db: Database, batchId: number, nowMs: number) {
    this.#db = db;
    this.#batchId = batchId;
    this.#nowMs = nowMs;
    this.#hadVisits = hasVisits(db);
    this.#hadImportedRows = hasImportedRows(db);
    this.#mayFillDeskVisits = hasDeskVisitToFill(db);
  }

  writeTx(row: ImportRow): RowOutcome {
    const rowHash = this.#hashOf(row);
    const ordinal = this.#rowCounts.add(rowHash);
    if (this.#hadImportedRows && isRowImported(this.#db, rowHash, ordinal)) return 'unchanged';

    const customerId = row.person === null ? null : this.#customerTx(row.person, row.source);
    const isNewCustomer = customerId !== null && this.#createdCustomers.has(customerId);
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
    insertImportedRowTx(this.#db, rowHash, ordinal, this.#batchId);
    if (customerId === null) this.#walkInMonths.add(row.businessDate.slice(0, 7));
    else this.#touchedCustomers.add(customerId);
    return outcome;
  }

  /** Brings the summary rows in line with what was written. */
  finishTx(): void {
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
    const text = [
      'visits',
      row.person?.key ?? '',
      row.businessDate,
      row.secondOfDay ?? '',
      row.receipt ?? '',
      row.offering === null ? '' : this.#fold(row.offering),
      row.quantityThousandths,
      row.amountMinor ?? '',
    ].join(SEPARATOR);
    return hash('sha256', text, 'buffer').subarray(0, 16);
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
    const known = this.#customerIds.get(person.key) ?? this.#findCustomer(person);
    if (known !== null) {
      this.#customerIds.set(person.key, known);
      return known;
    }
    const id = insertCustomerTx(this.#db, {
      displayName: person.name ?? person.externalId ?? person.phoneE164 ?? person.email ?? '',
      externalId: person.externalId,
      phoneE164: person.phoneE164,
      email: person.email,
      source,
      createdAtMs: this.#nowMs,
    });
    this.customersCreated++;
    this.#createdCustomers.add(id);
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
    return insertVisitTx(this.#db, {
      customerId,
      occurredAtMs: row.occurredAtMs,
      businessDate: row.businessDate,
      source: 'import',
      createdAtMs: this.#nowMs,
      staffId: row.staff === null ? null : this.#catalogueTx('staff', row.staff),
      receipt: row.receipt,
      note: row.note,
      importBatchId: this.#batchId,
    });
  }

  #lineTx(row: ImportRow, visitId: number): void {
    // A list of appointments says nothing of money; a visit without lines is one with no amount yet.
    if (row.amountMinor === null && row.offering === null) return;
    const categoryId = row.category === null ? null : this.#catalogueTx('category', row.category);
    insertVisitLineTx(this.#db, visitId, {
      quantityThousandths: row.quantityThousandths,
      amountMinor: row.amountMinor ?? 0,
      offeringId: row.offering === null ? null : this.#catalogueTx('offering', row.offering),
      categoryId,
      importBatchId: this.#batchId,
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
      this.#receiptVisits.clear();
      this.#areReceiptsForgotten = true;
    }
    this.#receiptVisits.set([receipt, customerId, businessDate].join(SEPARATOR), visitId);
  }
}
