/**
 * What is done to a customer's cards, packages, vouchers and memberships by hand: giving, taking back, giving up,
 * renewing. Selling and using them are lines of visits (db/repositories/benefitSettle.ts). Owns the transactions.
 */
import type { Database } from '../../db/openDatabase.ts';
import {
  type Benefit,
  correctEntryTx,
  type Entry,
  findBenefitByCode,
  findEntry,
  findEntryByUid,
  insertBenefitTx,
  insertEntryTx,
  lastUseOf,
  listBenefitsOfCustomer,
  listEntries,
  listExpiring,
  plainCode,
  readBenefit,
  settleExpiryTx,
  type Today,
  todayOf,
  updateBenefitTx,
} from '../../db/repositories/benefit.ts';
import { type BenefitPlan, hasPlans, listPlans } from '../../db/repositories/benefitPlan.ts';
import { newCode, termOf } from '../../db/repositories/benefitSale.ts';
import { settleVisitTx } from '../../db/repositories/benefitSettle.ts';
import { logChangeTx, type PutBackTx } from '../../db/repositories/changeLog.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { inTransaction } from '../../db/transaction.ts';
import { uidOfText } from '../../db/uid.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { standingIds } from '../../src-shared/domain/benefitLedger.ts';
import { type BenefitRules, lastDayOf } from '../../src-shared/domain/benefitRules.ts';
import { present } from './ownerChange.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** What a change of a benefit left behind to be taken back by. */
type Undo =
  | { readonly kind: 'counter'; readonly entryId: number; readonly isNewHolding: boolean }
  | { readonly kind: 'holding'; readonly before: Partial<Pick<Benefit, 'code' | 'cancelledAtMs'>> };

const nameOf = (db: Database, planId: number): string =>
  listPlans(db).find(({ id }) => id === planId)?.name ?? '';

/** @throws RevinoError `benefit.usedSince` where a use would be left without anything that covers it */
const settleTx = (db: Database, benefit: Pick<Benefit, 'id' | 'planId'>, today: Today): void => {
  const shortOn = settleExpiryTx(db, benefit.id, today);
  if (shortOn !== null)
    throw new RevinoError('benefit.usedSince', { name: nameOf(db, benefit.planId), date: shortOn });
};

/** What a plan gives where nobody says how much. @throws RevinoError `door.invalidInput` of a voucher worth what was paid */
const usualAmount = (rules: BenefitRules): number => {
  switch (rules.kind) {
    case 'stamps':
      return rules.stamps;
    case 'points':
      return rules.points;
    case 'package':
      return rules.uses;
    case 'voucher':
      if (rules.valueMinor === null) throw new RevinoError('door.invalidInput');
      return rules.valueMinor;
    case 'membership':
    case 'warranty':
      return 1;
  }
};

interface Giving {
  readonly plan: BenefitPlan;
  readonly customerId: number | null;
  readonly amount: number;
  readonly code: string | null;
  readonly startsOn: string;
  readonly uid: Uint8Array;
}

/** Stamps and points go on the card they have; everything else is a holding of its own. */
const cardToAddTo = (db: Database, { kind, id }: BenefitPlan, customerId: number | null): Benefit | null => {
  if (customerId === null || (kind !== 'stamps' && kind !== 'points')) return null;
  const cards = listBenefitsOfCustomer(db, customerId);
  return cards.find(({ planId, cancelledAtMs }) => planId === id && cancelledAtMs === null) ?? null;
};

const giveTx = (db: Database, giving: Giving, today: Today): Output<'benefit.grant'> => {
  const { plan, customerId, amount, code, startsOn, uid } = giving;
  const known = cardToAddTo(db, plan, customerId);
  const term = termOf(db, plan, customerId, startsOn);
  let holding = known;
  if (holding === null) {
    const isNumbered = plan.kind === 'voucher';
    const id = insertBenefitTx(
      db,
      {
        planId: plan.id,
        customerId,
        code: code ?? (isNumbered ? newCode(db) : null),
        ...term,
        soldLineId: null,
      },
      today.nowMs,
    );
    holding = readBenefit(db, id);
  }
  const { rules } = plan;
  const validFor = rules.kind === 'stamps' || rules.kind === 'points' ? rules.validFor : null;
  const expiresOn = known === null && validFor === null ? term.endsOn : lastDayOf(today.date, validFor);
  const entryId = insertEntryTx(
    db,
    { benefitId: holding.id, move: 'grant', amount, onDate: today.date, expiresOn, uid },
    today.nowMs,
  );
  settleTx(db, holding, today);
  const before: Undo = { kind: 'counter', entryId, isNewHolding: known === null };
  const changeId = logChangeTx(db, {
    atMs: today.nowMs,
    action: known === null ? 'create' : 'update',
    subject: 'benefit',
    recordId: holding.id,
    fields: known === null ? [] : [`entry${entryId}`],
    before,
  });
  return { benefitId: holding.id, code: holding.code, changeId };
};

/** @throws RevinoError `catalogue.notFound`, `customer.notFound`, `benefit.needsCustomer`, `benefit.codeTaken` */
export const grantBenefit = (
  db: Database,
  grant: Input<'benefit.grant'>,
  nowMs: number,
): Output<'benefit.grant'> =>
  inTransaction(db, () => {
    expireDueTx(db, nowMs);
    const today = todayOf(db, nowMs);
    const plan = present(listPlans(db).find(({ id }) => id === grant.planId));
    const customerId = grant.customerId === null ? null : requireCurrentCustomer(db, grant.customerId);
    if (customerId === null && plan.kind !== 'voucher') throw new RevinoError('benefit.needsCustomer');
    const uid = uidOfText(grant.entryUid);
    const made = findEntryByUid(db, uid, plan.id, customerId);
    if (made !== null)
      return { benefitId: made.benefitId, code: readBenefit(db, made.benefitId).code, changeId: null };
    const isOne = plan.kind === 'membership' || plan.kind === 'warranty';
    return giveTx(
      db,
      {
        plan,
        customerId,
        amount: isOne ? 1 : (grant.amount ?? usualAmount(plan.rules)),
        code: plan.kind === 'voucher' && grant.code !== null ? freeCode(db, grant.code) : null,
        startsOn: isOne ? (grant.startsOn ?? today.date) : today.date,
        uid,
      },
      today,
    );
  });

/** @throws RevinoError `benefit.codeTaken` */
const freeCode = (db: Database, typed: string): string => {
  if (findBenefitByCode(db, typed) !== null) throw new RevinoError('benefit.codeTaken', { code: typed });
  return plainCode(typed);
};

/** @throws RevinoError `benefit.notFound`, `benefit.takenBackBefore`, `benefit.belongsToVisit`, `benefit.usedSince` */
export const correctEntry = (
  db: Database,
  { entryId }: Input<'benefit.correct'>,
  nowMs: number,
): Output<'benefit.correct'> =>
  inTransaction(db, () => {
    expireDueTx(db, nowMs);
    const today = todayOf(db, nowMs);
    const entry = findEntry(db, entryId);
    if (entry === null) throw new RevinoError('benefit.notFound', { id: entryId });
    if (!canBeTakenBack(entry)) throw new RevinoError('benefit.belongsToVisit');
    const benefit = readBenefit(db, entry.benefitId);
    if (!standingIds(listEntries(db, benefit.id)).has(entryId))
      throw new RevinoError('benefit.takenBackBefore');
    const counterId = takeBackTx(db, benefit, entry, today);
    const before: Undo = { kind: 'counter', entryId: counterId, isNewHolding: false };
    const changeId = logChangeTx(db, {
      atMs: nowMs,
      action: 'update',
      subject: 'benefit',
      recordId: benefit.id,
      fields: [`entry${entryId}`],
      before,
    });
    return { changeId };
  });

/** What a visit used says so in its line, and what has expired follows from the rest. */
export const canBeTakenBack = ({ move, visitId }: Pick<Entry, 'move' | 'visitId'>): boolean =>
  move === 'earn' || move === 'grant' || (move === 'correct' && visitId === null);

/** The entry that a counter-entry is about in the end. */
const rootOf = (db: Database, entry: Entry): Entry => {
  let root = entry;
  while (root.correctsEntryId !== null) root = present(findEntry(db, root.correctsEntryId));
  return root;
};

const takeBackTx = (db: Database, benefit: Benefit, entry: Entry, today: Today): number => {
  const counterId = correctEntryTx(db, entry, today, null);
  const visitId = rootOf(db, entry).visitId;
  // What is brought back may have been earned by a visit that is another by now.
  if (entry.move === 'correct' && visitId !== null) settleVisitTx(db, visitId, today.nowMs);
  settleTx(db, benefit, today);
  // Nothing is taken out of a membership or warranty, so that its ledger would not miss what paid for a visit.
  const plan = present(listPlans(db).find(({ id }) => id === benefit.planId));
  const usedOn = plan.kind === 'membership' || plan.kind === 'warranty' ? lastUseOf(db, benefit.id) : null;
  if (entry.move === 'grant' && usedOn !== null)
    throw new RevinoError('benefit.usedSince', { name: plan.name, date: usedOn });
  return counterId;
};

const logHoldingTx = (
  db: Database,
  before: Benefit,
  field: 'code' | 'cancelledAtMs',
  nowMs: number,
): number => {
  const undo: Undo = { kind: 'holding', before: { [field]: before[field] } };
  return logChangeTx(db, {
    atMs: nowMs,
    action: field === 'code' ? 'update' : 'cancel',
    subject: 'benefit',
    recordId: before.id,
    fields: [field],
    before: undo,
  });
};

/** What is left goes. Given up before: nothing happens. @throws RevinoError `benefit.notFound`, `benefit.usedSince` */
export const cancelBenefit = (
  db: Database,
  { benefitId }: Input<'benefit.cancel'>,
  nowMs: number,
): Output<'benefit.cancel'> =>
  inTransaction(db, () => {
    const today = todayOf(db, nowMs);
    const benefit = readBenefit(db, benefitId);
    if (benefit.cancelledAtMs !== null) return { changeId: null };
    updateBenefitTx(db, { ...benefit, cancelledAtMs: nowMs });
    settleTx(db, benefit, today);
    return { changeId: logHoldingTx(db, benefit, 'cancelledAtMs', nowMs) };
  });

/** @throws RevinoError `benefit.notFound`, `benefit.codeTaken` */
export const setBenefitCode = (
  db: Database,
  { benefitId, code }: Input<'benefit.setCode'>,
  nowMs: number,
): Output<'benefit.setCode'> =>
  inTransaction(db, () => {
    const benefit = readBenefit(db, benefitId);
    if (benefit.code === plainCode(code)) return { changeId: null };
    updateBenefitTx(db, { ...benefit, code: freeCode(db, code) });
    return { changeId: logHoldingTx(db, benefit, 'code', nowMs) };
  });

/** The next period, without a sale. @throws RevinoError `benefit.notFound` for what is no membership of a customer */
export const renewMembership = (
  db: Database,
  { benefitId, entryUid }: Input<'benefit.renew'>,
  nowMs: number,
): Output<'benefit.renew'> =>
  inTransaction(db, () => {
    const today = todayOf(db, nowMs);
    const { planId, customerId } = readBenefit(db, benefitId);
    const plan = present(listPlans(db).find(({ id }) => id === planId));
    if (plan.kind !== 'membership' || customerId === null)
      throw new RevinoError('benefit.notFound', { id: benefitId });
    const uid = uidOfText(entryUid);
    const made = findEntryByUid(db, uid, planId, customerId);
    if (made !== null) return { benefitId: made.benefitId, code: null, changeId: null };
    return giveTx(db, { plan, customerId, amount: 1, code: null, startsOn: today.date, uid }, today);
  });

/** Takes a change of a benefit back: an entry by its counter-entry, a holding by what it was. */
export const putBackBenefitTx: PutBackTx = (db, { recordId, before, atMs }) => {
  const undo = before as Undo;
  const today = todayOf(db, atMs);
  const benefit = readBenefit(db, recordId);
  if (undo.kind === 'counter') {
    takeBackTx(db, benefit, present(findEntry(db, undo.entryId)), today);
    if (undo.isNewHolding) updateBenefitTx(db, { ...benefit, cancelledAtMs: atMs });
    return;
  }
  updateBenefitTx(db, { ...benefit, ...undo.before });
  settleTx(db, benefit, today);
};

/** Until which day everything that expired is written down. */
const EXPIRED_SETTING = 'benefits.expiredBefore';

/**
 * Writes down what has expired since this was last done: when the shop is opened, and before a ledger is changed by hand.
 * Balances do not wait for it: they are asked as of a day.
 */
export const expireDueTx = (db: Database, nowMs: number): void => {
  if (!hasPlans(db)) return;
  const today = todayOf(db, nowMs);
  const done = readSetting(db, EXPIRED_SETTING);
  const from = typeof done === 'string' ? done : '0001-01-01';
  if (from >= today.date) return;
  for (const benefitId of listExpiring(db, from, today.date)) settleExpiryTx(db, benefitId, today);
  writeSettingTx(db, EXPIRED_SETTING, today.date);
};
