/** What an erasure would take, and the register of what was done at people's wish about their data. */
import type { Database } from '../../db/openDatabase.ts';
import { readRemembered } from '../../db/repositories/customer.ts';
import { currentCustomerId } from '../../db/repositories/customerMerge.ts';
import { readErasureReach } from '../../db/repositories/erasure.ts';
import { countPrivacyActs, listPrivacyActs, type RegisteredAct } from '../../db/repositories/privacyAct.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { DISCLOSURE_FORMATS, type PrivacyEntry } from '../../src-shared/contract/privacyContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { businessDateOfInstant, clockTimeOfInstant } from '../../src-shared/domain/businessDate.ts';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '../../src-shared/domain/closedLists.ts';
import { benefitsOfCustomer } from './benefitViews.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** @throws RevinoError `customer.notFound`, `customer.forgotten` */
export const erasurePreview = (
  db: Database,
  { customerId: askedId }: Input<'privacy.preview'>,
  nowMs: number,
): Output<'privacy.preview'> =>
  inReadTransaction(db, () => {
    const customerId = currentCustomerId(db, askedId);
    const { displayName } = readRemembered(db, customerId);
    const { holdings } = benefitsOfCustomer(db, { customerId }, nowMs);
    return {
      customerId,
      name: displayName,
      ...readErasureReach(db, customerId),
      holdings: holdings.filter(({ state }) => state === 'holds' || state === 'ahead'),
    };
  });

const among = <T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((known) => known === value) ?? null;

const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const privacyEntryOf = (
  { id, act, atMs, staff, details }: RegisteredAct,
  timeZone: string,
): PrivacyEntry => ({
  id,
  act,
  on: businessDateOfInstant(atMs, timeZone),
  time: clockTimeOfInstant(atMs, timeZone),
  staff,
  records: count(details.records),
  as: among(DISCLOSURE_FORMATS, details.as),
  cards: count(details.cards),
  visits: count(details.visits),
  opinions: count(details.opinions),
  channel: among(CONSENT_CHANNELS, details.channel),
  purpose: among(CONSENT_PURPOSES, details.purpose),
  isByImport: details.by === 'import',
});

export const privacyRegister = (
  db: Database,
  { offset, limit }: Input<'privacy.acts'>,
): Output<'privacy.acts'> =>
  inReadTransaction(db, () => {
    const { timeZone } = readShop(db);
    return {
      acts: listPrivacyActs(db, limit, offset).map((act) => privacyEntryOf(act, timeZone)),
      total: countPrivacyActs(db),
    };
  });
