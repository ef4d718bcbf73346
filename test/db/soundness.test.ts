/** The check notices records that contradict each other, which no column can. */
import { expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { inTransaction } from '../../db/transaction.ts';
import { customer, daysOn, grant, PACKAGE, plan, record } from '../services/benefitSupport.ts';
import { openShop } from './support/databases.ts';

it.each([
  ['benefit_entry', 'UPDATE benefit_entry SET amount = -5'],
  ['customer', 'UPDATE customer SET merged_into_customer_id = 3 - id'],
  ['customer', 'UPDATE customer SET erased_at_ms = 1 WHERE id = 1'],
  ['customer_token', 'UPDATE customer SET erased_at_ms = 1 WHERE id = 1'],
  ['visit', 'UPDATE customer SET merged_into_customer_id = 2 WHERE id = 1'],
])('of %s: %s', (where, fault) => {
  const db = openShop(null);
  const anna = customer(db, 'Anna');
  customer(db, 'Ewa');
  const five = plan(db, 'Five', PACKAGE, { soldAs: 'Five' });
  grant(db, { planId: five, customerId: anna }, daysOn(1));
  record(db, { customerId: anna }, daysOn(1));
  expect(checkDatabase({ file: db.file, key: null }).problems).toEqual([]);
  db.sqlite.exec('DROP TRIGGER benefit_entry_is_never_changed');
  db.sqlite.pragma('ignore_check_constraints = ON');
  inTransaction(db, () => db.sqlite.exec(fault));
  expect(checkDatabase({ file: db.file, key: null }).problems).toContainEqual(
    expect.objectContaining({ kind: 'records', where }),
  );
});
