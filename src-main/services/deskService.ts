/** The front desk: finding a person, adding one. Owns the transactions; visits are visitService.ts. */
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { insertCustomerTx, searchCustomers } from '../../db/repositories/customer.ts';
import { writeCardTx } from '../../db/repositories/customerDetail.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

export const findCustomers = (
  db: Database,
  { text, limit }: Input<'customer.search'>,
): Output<'customer.search'> => ({
  customers: searchCustomers(db, text, limit).map((hit) => ({
    customerId: hit.id,
    name: hit.displayName,
    externalId: hit.externalId,
    phone: hit.phoneE164,
    occasions: hit.occasions,
    lastVisitOn: hit.lastDate,
  })),
});

/** The number as typed, and as E.164 where it can be read as one. */
export interface TypedPhone {
  readonly typed: string;
  readonly e164: string | null;
}

/** Apart from the writing, because the world's numbering plans are large and are read when first needed. */
export const readTypedPhone = async (db: Database, phone: string | null): Promise<TypedPhone | null> => {
  if (phone === null || phone === '') return null;
  const { phoneCountryOf, phoneE164 } = await import('../../src-shared/domain/phone.ts');
  return { typed: phone, e164: phoneE164(phone, phoneCountryOf(readShop(db).timeZone)) };
};

/** A telephone number that cannot be read as one is kept as it was typed, so that nothing is lost. */
export const createCustomer = (
  db: Database,
  name: string,
  phone: TypedPhone | null,
  nowMs: number,
): Output<'customer.create'> =>
  inTransaction(db, () => {
    const customerId = insertCustomerTx(db, {
      displayName: name,
      phoneE164: phone?.e164 ?? null,
      createdAtMs: nowMs,
    });
    if (phone !== null && phone.e164 === null) {
      const contact = { kind: 'phone', value: phone.typed, normalised: null, label: null } as const;
      writeCardTx(db, customerId, { contacts: [{ ...contact, createdAtMs: nowMs }] });
    }
    logChangeTx(db, {
      atMs: nowMs,
      action: 'create',
      subject: 'customer',
      recordId: customerId,
      fields: [],
      before: null,
    });
    return { customerId };
  });
