/** A shop with people and visits in it, for what is done to whole files. */
import { type Database, openDatabase } from '../../../db/openDatabase.ts';
import { insertCustomerTx } from '../../../db/repositories/customer.ts';
import { recordVisitTx } from '../../../db/repositories/visit.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { insertTestShop, KEY, NOW_MS, newDatabaseFile } from './databases.ts';

export function changeFile(file: string, key: Uint8Array | null, work: (db: Database) => void): void {
  const db = openDatabase({ file, key, mode: 'write' });
  try {
    work(db);
  } finally {
    db.close();
  }
}

/** Each customer with one visit. */
export function addCustomers(db: Database, count: number, called = 'Ion'): void {
  inTransaction(db, () => {
    for (let n = 0; n < count; n++) {
      const customerId = insertCustomerTx(db, { displayName: `${called} ${n}`, createdAtMs: NOW_MS });
      recordVisitTx(
        db,
        {
          customerId,
          occurredAtMs: NOW_MS,
          businessDate: '2026-03-14',
          source: 'desk',
          createdAtMs: NOW_MS,
        },
        [{ quantityThousandths: 1000, amountMinor: 100 + n }],
      );
    }
  });
}

/** A closed database with a shop and so many customers. */
export function filledShop(customers: number, key: Uint8Array | null = KEY, folder?: string): string {
  const file = newDatabaseFile(key, folder);
  changeFile(file, key, (db) => {
    insertTestShop(db);
    addCustomers(db, customers);
  });
  return file;
}

/** Makes the file larger by text that belongs to nobody, quickly: so that work on it can be caught in the middle. */
export function growFile(file: string, key: Uint8Array | null, megabytes: number): void {
  changeFile(file, key, (db) => {
    db.sqlite.exec('CREATE TABLE ballast (id INTEGER PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT');
    const insert = db.sqlite.prepare('INSERT INTO ballast (bytes) VALUES (randomblob(100000))');
    inTransaction(db, () => {
      for (let n = 0; n < megabytes * 10; n++) insert.run();
    });
  });
}
