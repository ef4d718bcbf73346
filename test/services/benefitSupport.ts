/** A shop with plans of every kind, and the short ways to sell, use and look. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/openDatabase.ts';
import { listEntries } from '../../db/repositories/benefit.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction, prepared } from '../../db/transaction.ts';
import { createPlan } from '../../src-main/services/benefitPlanService.ts';
import { grantBenefit } from '../../src-main/services/benefitService.ts';
import { benefitsOfCustomer } from '../../src-main/services/benefitViews.ts';
import { recordVisit, refundVisit } from '../../src-main/services/visitService.ts';
import type { NewPlan } from '../../src-shared/contract/benefitContract.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { SentInputOf } from '../../src-shared/contract/procedure.ts';
import { sumOf } from '../../src-shared/domain/benefitLedger.ts';
import type { BenefitRules } from '../../src-shared/domain/benefitRules.ts';
import { NOW_MS } from '../db/support/databases.ts';

export const DAY_MS = 86_400_000;
/** The plans are made on NOW_MS; so many days later. */
export const daysOn = (days: number): number => NOW_MS + days * DAY_MS;

type Record_ = SentInputOf<(typeof appContract)['visit.record']>;

export const record = (db: Database, visit: Partial<Record_>, nowMs: number) =>
  recordVisit(
    db,
    appContract['visit.record'].input.parse({
      customerId: null,
      note: null,
      lines: [],
      visitUid: randomUUID(),
      ...visit,
    }),
    nowMs,
  );

export const line = (offeringName: string, amountMinor: number, more: object = {}) => ({
  offeringName,
  amountMinor,
  ...more,
});

export const refund = (
  db: Database,
  visitId: number,
  lines: { lineId: number; quantityThousandths: number; amountMinor: number }[],
  nowMs: number,
) =>
  refundVisit(
    db,
    appContract['visit.refund'].input.parse({
      visitId,
      lines,
      staffId: null,
      note: null,
      visitUid: randomUUID(),
    }),
    nowMs,
  );

export const grant = (
  db: Database,
  given: Partial<SentInputOf<(typeof appContract)['benefit.grant']>> & { planId: number },
  nowMs: number,
) =>
  grantBenefit(
    db,
    appContract['benefit.grant'].input.parse({ customerId: null, entryUid: randomUUID(), ...given }),
    nowMs,
  );

export const plan = (
  db: Database,
  name: string,
  rules: BenefitRules,
  more: Partial<NewPlan> = {},
  nowMs = NOW_MS,
): number => createPlan(db, { name, rules, soldAs: null, earns: [], pays: [], ...more }, nowMs).planId;

export const customer = (db: Database, displayName: string): number =>
  inTransaction(db, () => insertCustomerTx(db, { displayName, createdAtMs: NOW_MS }));

export const holdingsOf = (db: Database, customerId: number, nowMs: number) =>
  benefitsOfCustomer(db, { customerId }, nowMs).holdings;

/** The one holding of a plan. */
export const held = (db: Database, customerId: number, planId: number, nowMs: number) =>
  holdingsOf(db, customerId, nowMs).find((holding) => holding.planId === planId)!;

export const lineIdsOf = (db: Database, visitId: number): number[] =>
  (
    prepared(db, 'SELECT id FROM visit_line WHERE visit_id = ? ORDER BY id').all(visitId) as { id: number }[]
  ).map(({ id }) => id);

export const sumOfEntries = (db: Database, benefitId: number): number => sumOf(listEntries(db, benefitId));

export const STAMPS: BenefitRules = {
  kind: 'stamps',
  stamps: 1,
  per: 'visit',
  needed: 3,
  validFor: { count: 90, unit: 'days' },
  isForEveryone: true,
};
export const POINTS: BenefitRules = {
  kind: 'points',
  points: 1,
  per: 'money',
  perMinor: 1000,
  pointMinor: 50,
  validFor: { count: 2, unit: 'months' },
  isForEveryone: true,
};
export const PACKAGE: BenefitRules = { kind: 'package', uses: 5, validFor: { count: 6, unit: 'months' } };
export const VOUCHER: BenefitRules = { kind: 'voucher', valueMinor: null, validFor: null, isPartial: true };
export const MEMBERSHIP: BenefitRules = {
  kind: 'membership',
  months: 1,
  offBasisPoints: 10_000,
  graceDays: 14,
};
export const WARRANTY: BenefitRules = { kind: 'warranty', months: 24 };
