/** The front desk: adding a person. Owns the transaction; finding is searchService.ts, visits are visitService.ts. */
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { writeCardTx } from '../../db/repositories/customerDetail.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

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

export interface TypedPerson extends Omit<Input<'customer.create'>, 'phone'> {
  readonly phone: TypedPhone | null;
}

/**
 * A telephone number that cannot be read as one is kept as it was typed, so that nothing is lost.
 * @throws RevinoError `customer.cardNumberTaken`
 */
export const createCustomer = (
  db: Database,
  { name, phone, email, cardNumber }: TypedPerson,
  nowMs: number,
): Output<'customer.create'> =>
  inTransaction(db, () => {
    const customerId = insertCustomerTx(db, {
      displayName: name,
      phoneE164: phone?.e164 ?? null,
      email: email === '' ? null : email,
      createdAtMs: nowMs,
    });
    const contacts =
      phone === null || phone.e164 !== null
        ? []
        : [
            {
              kind: 'phone',
              value: phone.typed,
              normalised: null,
              label: null,
              createdAtMs: nowMs,
            } as const,
          ];
    if (contacts.length > 0 || cardNumber !== null) writeCardTx(db, customerId, { contacts, cardNumber });
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
