/** The desk's glance against the calculations of all customers, and in the corners a card must survive. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { insertConsentTx } from '../../db/repositories/consent.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { writeCardTx } from '../../db/repositories/customerDetail.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { readCustomerTotal } from '../../db/repositories/summary.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DeskFactsKeeper, type DeskFactsSource } from '../../src-main/analytics/deskFactsKeeper.ts';
import { makeDemoShop } from '../../src-main/demo/makeDemoShop.ts';
import { createPlan } from '../../src-main/services/benefitPlanService.ts';
import { grantBenefit } from '../../src-main/services/benefitService.ts';
import { type GlanceContext, glance, glanceRows } from '../../src-main/services/customerGlance.ts';
import { recordVisit, refundVisit } from '../../src-main/services/visitService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { SentInputOf } from '../../src-shared/contract/procedure.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import { type DeskFacts, deskFactsOf } from '../../src-shared/domain/deskFacts.ts';
import { computeRhythms, overdueDaysAfter, RHYTHM_STATES } from '../../src-shared/domain/rhythm.ts';
import { NOW_MS, openShop, refusal, tempDir } from '../db/support/databases.ts';

const NOTHING: DeskFacts = { shop: null, offerings: [], valueBounds: null };
const TODAY = '2026-03-14';
const context = (change: Partial<GlanceContext> = {}): GlanceContext => ({
  facts: NOTHING,
  valueShown: 'amount',
  nowMs: NOW_MS,
  ...change,
});

const addCustomer = (db: Database, displayName = 'Anna Żak', more: object = {}): number =>
  inTransaction(db, () => insertCustomerTx(db, { displayName, createdAtMs: NOW_MS, ...more }));

type Visit = SentInputOf<(typeof appContract)['visit.record']>;
const record = (db: Database, customerId: number, date: string, visit: Partial<Visit> = {}) =>
  recordVisit(
    db,
    appContract['visit.record'].input.parse({
      customerId,
      at: { date, time: null },
      note: null,
      lines: [],
      visitUid: randomUUID(),
      ...visit,
    }),
    NOW_MS,
  );

const demo = async (): Promise<Database> => {
  const folder = tempDir();
  const file = `${folder}/demo.revino`;
  createDatabase({ file, key: null, backupsDir: `${folder}/backups`, nowMs: NOW_MS });
  const db = openDatabase({ file, key: null, mode: 'write' });
  await makeDemoShop(db, {
    customers: 300,
    years: 3,
    seed: 4,
    trade: 'salon',
    locale: 'pl',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    until: TODAY,
    nowMs: NOW_MS,
  });
  return db;
};

describe('the rhythm at the desk', () => {
  it('is the one of the figures, for everybody in a shop with plans, refunds and cancelled visits', async () => {
    const db = await demo();
    db.sqlite.exec(
      `UPDATE offering SET planned_interval_days = 42 WHERE id = 2;
       UPDATE visit SET cancelled_at_ms = 1 WHERE id % 17 = 0;
       UPDATE visit_line SET quantity_thousandths = -1000, amount_minor = -abs(amount_minor) WHERE id % 13 = 0;`,
    );
    const extract = readVisitExtract(db);
    const asOfDay = dayOfIso(TODAY);
    const facts = deskFactsOf(extract, asOfDay);
    expect(facts.offerings.length).toBeGreaterThan(1);
    const rhythms = computeRhythms(extract, asOfDay);
    const states = new Set<string>();
    for (const [index, customerId] of extract.customerIds.entries()) {
      const [row] = glanceRows(db, [customerId], { facts, nowMs: NOW_MS });
      const rhythm = rhythms.rhythmDays[index]!;
      const spread = rhythms.spreadDays[index]!;
      expect(row?.occasions, `customer ${customerId}`).toBe(rhythms.occasions[index]);
      if (Number.isNaN(rhythm)) expect(row?.rhythm).toBeNull();
      else {
        const daysSince = asOfDay - rhythms.lastDay[index]!;
        expect(row?.rhythm, `customer ${customerId}`).toMatchObject({
          state: RHYTHM_STATES[rhythms.state[index]!],
          everyDays: Math.max(1, Math.round(rhythm)),
          daysSince,
          overdueDays: overdueDaysAfter(daysSince, rhythm, spread),
        });
        states.add(row!.rhythm!.state);
      }
      expect(glance(db, customerId, context({ facts })).rhythm).toEqual(row?.rhythm);
    }
    expect([...states].sort()).toEqual([...RHYTHM_STATES].sort());
    expect(
      db.sqlite.prepare('SELECT count(*) FROM visit WHERE cancelled_at_ms = 1').pluck().get(),
    ).toBeGreaterThan(50);
    db.close();
  });

  it('counts occasions as the summaries do', async () => {
    const db = openShop();
    const customerId = addCustomer(db);
    const { visitId } = record(db, customerId, '2026-03-01', { lines: [{ amountMinor: 5000 }] });
    record(db, customerId, '2026-03-01');
    record(db, customerId, '2026-03-02');
    const lineId = db.sqlite
      .prepare('SELECT id FROM visit_line WHERE visit_id = ?')
      .pluck()
      .get(visitId) as number;
    refundVisit(
      db,
      {
        visitId,
        lines: [{ lineId, quantityThousandths: 1000, amountMinor: 5000 }],
        staffId: null,
        note: null,
        visitUid: randomUUID(),
      },
      NOW_MS,
    );
    const shown = glance(db, customerId, context());
    expect(shown.occasions).toBe(readCustomerTotal(db, customerId).occasions);
    expect(shown).toMatchObject({
      occasions: 2,
      lastVisitOn: '2026-03-02',
      recentDays: ['2026-03-01', '2026-03-02'],
    });
  });
});

describe('a person at a glance', () => {
  it('with nothing known is a welcome and nothing else', () => {
    const db = openShop();
    const name = 'Ź'.repeat(200);
    const customerId = addCustomer(db, name);
    expect(appContract['customer.glance'].output.parse(glance(db, customerId, context()))).toEqual({
      customerId,
      name,
      phone: null,
      occasions: 0,
      firstVisitOn: null,
      lastVisitOn: null,
      isRhythmReady: true,
      rhythm: null,
      recentDays: [],
      lastVisit: null,
      usual: null,
      bookedToday: null,
      booked: [],
      suggestedNextOn: null,
      promises: [],
      hasOpenCase: false,
      cases: [],
      solvedWishes: [],
      preferences: [],
      tags: [],
      note: null,
      value: null,
      recommendedCount: 0,
      birthday: null,
      consents: [],
      gesture: { reason: 'firstVisit', count: 1 },
    });
    expect(refusal(() => glance(db, customerId + 1, context())).code).toBe('customer.notFound');
  });

  it('says what is open, agreed and to be remembered', () => {
    const db = openShop();
    const customerId = addCustomer(db, 'Anna Żak', { birthday: '1990-03-16' });
    addCustomer(db, 'Ewa Lis', { recommendedByCustomerId: customerId });
    const { visitId } = record(db, customerId, '2026-02-10', {
      note: 'Loved it',
      lines: [
        { offeringName: 'Colour', amountMinor: 20_000 },
        { offeringName: 'Cut', amountMinor: 9000, discountMinor: 1000 },
      ],
    });
    record(db, customerId, '2026-02-20');
    inTransaction(db, () => {
      writeCardTx(db, customerId, {
        preferences: [
          { kind: 'preference', text: 'Tea', createdAtMs: NOW_MS },
          { kind: 'warning', text: 'Allergic to PPD', createdAtMs: NOW_MS },
        ],
      });
      const given = {
        customerId,
        purpose: 'reminders',
        atMs: NOW_MS,
        evidence: 'desk',
        staffId: null,
      } as const;
      insertConsentTx(db, { ...given, channel: 'sms', isGiven: true });
      insertConsentTx(db, { ...given, channel: 'phone', isGiven: true });
      insertConsentTx(db, { ...given, channel: 'phone', isGiven: false });
    });
    const at = { customerId, uid: Buffer.alloc(16, 7), now: NOW_MS };
    const uid = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
    const run = (sql: string, more: object = {}) =>
      db.sqlite.prepare(sql).run({ ...at, uid: uid(), ...more });
    const book = `INSERT INTO appointment (uid, customer_id, on_date, at_minute, created_at_ms)
      VALUES (@uid, @customerId, @on, @minute, @now)`;
    run(book, { on: TODAY, minute: 720 });
    run(book, { on: '2026-03-10', minute: 600 });
    run(book, { on: '2026-04-10', minute: null });
    run(
      `INSERT INTO promise (uid, customer_id, text, created_at_ms) VALUES (@uid, @customerId, 'New colours', @now)`,
    );
    run(`INSERT INTO open_case (uid, customer_id, origin, text, opened_on, created_at_ms)
      VALUES (@uid, @customerId, 'desk', 'Faded', '2026-03-01', @now)`);
    run(`INSERT INTO wish (uid, customer_id, text, wished_on, created_at_ms, solution, solved_on)
      VALUES (@uid, @customerId, 'Silver', '2026-01-01', @now, 'It is here', '2026-03-01')`);
    const facts = { ...NOTHING, shop: { gaps: 9, medianDays: 35, madDays: 5 } };
    const shown = appContract['customer.glance'].output.parse(glance(db, customerId, context({ facts })));
    expect(shown).toMatchObject({
      hasOpenCase: true,
      cases: [{ text: 'Faded' }],
      bookedToday: { onDate: TODAY, atMinute: 720 },
      booked: [{ onDate: TODAY }, { onDate: '2026-04-10', atMinute: null }],
      promises: [{ text: 'New colours', madeOn: TODAY }],
      solvedWishes: [{ text: 'Silver', solution: 'It is here' }],
      preferences: [{ kind: 'warning' }, { kind: 'preference', text: 'Tea' }],
      value: { kind: 'amount', netMinor: 29_000 },
      recommendedCount: 1,
      birthday: { inDays: 2 },
      consents: [{ purpose: 'reminders', channel: 'sms' }],
      gesture: { reason: 'openCase' },
      lastVisit: { on: '2026-02-20', offerings: [] },
      usual: {
        lines: [
          { offeringName: 'Colour', amountMinor: 20_000 },
          { offeringName: 'Cut', amountMinor: 9000, discountMinor: 1000 },
        ],
      },
    });
    expect(visitId).toBeGreaterThan(0);
    const [row] = glanceRows(db, [customerId, 999], { facts, nowMs: NOW_MS });
    expect(row).toMatchObject({ hasOpenCase: true, bookedToday: { atMinute: 720 }, lastOffering: null });
  });

  it('does not sell the package anew with what they usually have', () => {
    const db = openShop();
    const customerId = addCustomer(db);
    createPlan(
      db,
      {
        name: 'Five cuts',
        rules: { kind: 'package', uses: 5, validFor: null },
        soldAs: 'Five cuts',
        earns: [],
        pays: [],
      },
      NOW_MS,
    );
    const usual = () =>
      glance(db, customerId, context()).usual?.lines.map(({ offeringName }) => offeringName) ?? null;
    record(db, customerId, '2026-02-10', {
      lines: [{ offeringName: 'Five cuts', amountMinor: 40_000 }],
    });
    expect(usual()).toBeNull();
    record(db, customerId, '2026-02-20', {
      lines: [
        { offeringName: 'Colour', amountMinor: 20_000 },
        { offeringName: 'Five cuts', amountMinor: 40_000 },
      ],
    });
    record(db, customerId, '2026-02-21', { lines: [{ offeringName: 'Five cuts', amountMinor: 40_000 }] });
    expect(usual()).toEqual(['Colour']);
    // What the package paid for is what they usually have: at its price, for the package to pay again.
    record(db, customerId, TODAY, { lines: [{ offeringName: 'Five cuts', amountMinor: 40_000 }] });
    const { id: benefitId } = db.sqlite.prepare('SELECT id FROM benefit').get() as { id: number };
    record(db, customerId, TODAY, {
      lines: [{ offeringName: 'Cut', amountMinor: 0, discountMinor: 8000, benefitId }],
    });
    expect(glance(db, customerId, context()).usual?.lines).toMatchObject([
      { offeringName: 'Cut', amountMinor: 8000, discountMinor: null },
    ]);
  });

  it('shows of the value what the owner chose', () => {
    const db = openShop();
    const customerId = addCustomer(db);
    record(db, customerId, '2026-03-01', { lines: [{ amountMinor: 50_000 }] });
    const bounds = { topTenth: 90_000, topThird: 40_000, upperHalf: 10_000 };
    const facts = { ...NOTHING, valueBounds: bounds };
    const shownValue = (valueShown: GlanceContext['valueShown'], known: DeskFacts | null = facts) =>
      glance(db, customerId, context({ facts: known, valueShown })).value;
    expect(shownValue('amount')).toEqual({ kind: 'amount', netMinor: 50_000 });
    expect(shownValue('band')).toEqual({ kind: 'band', band: 'topThird' });
    expect(shownValue('band', null)).toBeNull();
    expect(shownValue('nothing')).toBeNull();
    record(db, customerId, '2026-03-02', { lines: [{ offeringName: 'Cut', amountMinor: 8000 }] });
    const usual = (valueShown: GlanceContext['valueShown']) =>
      glance(db, customerId, context({ valueShown })).usual?.lines[0]?.amountMinor;
    expect([usual('amount'), usual('band')]).toEqual([8000, null]);
    db.sqlite.exec('UPDATE offering SET price_minor = 9000');
    expect([usual('amount'), usual('nothing')]).toEqual([8000, 9000]);
  });

  it('speaks of a stamp card that is nearly full', () => {
    const db = openShop();
    const customerId = addCustomer(db);
    for (const date of ['2026-01-10', '2026-02-10', '2026-03-10']) record(db, customerId, date);
    const { planId } = createPlan(
      db,
      {
        name: 'Card',
        rules: {
          kind: 'stamps',
          stamps: 1,
          per: 'visit',
          needed: 10,
          validFor: null,
          isForEveryone: false,
        },
        soldAs: null,
        earns: [],
        pays: [],
      },
      NOW_MS,
    );
    const give = (amount: number) =>
      grantBenefit(
        db,
        { planId, customerId, amount, startsOn: null, code: null, entryUid: randomUUID() },
        NOW_MS,
      );
    const gesture = () => glance(db, customerId, context()).gesture;
    give(5);
    expect(gesture()).toBeNull();
    give(3);
    expect(gesture()).toEqual({ reason: 'cardNearlyFull', count: 2 });
    give(2);
    expect(gesture()).toEqual({ reason: 'cardNearlyFull', count: 0 });
  });

  it('says that nothing is known of the shop yet', () => {
    const db = openShop();
    const customerId = addCustomer(db);
    record(db, customerId, '2026-03-01');
    expect(glance(db, customerId, context({ facts: null }))).toMatchObject({
      isRhythmReady: false,
      rhythm: null,
      suggestedNextOn: null,
    });
  });
});

describe('the facts of the shop', () => {
  const source = (tookMs: number) => {
    let asked = 0;
    let changeCount = 0;
    const analytics = {
      get changeCount() {
        return changeCount;
      },
      ask: async () => {
        asked += 1;
        await new Promise((done) => setTimeout(done, tookMs));
        return { ...NOTHING, shop: { gaps: asked, medianDays: 1, madDays: 1 } };
      },
    } as unknown as DeskFactsSource;
    return { keeper: new DeskFactsKeeper(analytics), asked: () => asked, change: () => (changeCount += 1) };
  };

  it('are asked for once, and again after a change or on another day', async () => {
    const { keeper, asked, change } = source(0);
    expect((await keeper.facts(TODAY))?.shop?.gaps).toBe(1);
    await keeper.facts(TODAY);
    expect(asked()).toBe(1);
    await keeper.facts('2026-03-15');
    expect(asked()).toBe(2);
    change();
    await expect.poll(async () => (await keeper.facts('2026-03-15'))?.shop?.gaps, { timeout: 5000 }).toBe(3);
  });

  it('keep nobody waiting, and give a slow shop time to rest', async () => {
    const { keeper, asked, change } = source(150);
    expect(await keeper.facts(TODAY)).toBeNull();
    await new Promise((done) => setTimeout(done, 200));
    expect((await keeper.facts(TODAY))?.shop?.gaps).toBe(1);
    change();
    expect((await keeper.facts(TODAY))?.shop?.gaps).toBe(1);
    expect(asked()).toBe(1);
  });

  it('outlive a process that died', async () => {
    const analytics = {
      changeCount: 0,
      ask: () => Promise.reject(new Error('died')),
    } as unknown as DeskFactsSource;
    expect(await new DeskFactsKeeper(analytics).facts(TODAY)).toBeNull();
  });
});
