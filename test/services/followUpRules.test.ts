// Gestures within a budget, cases of low opinions, whom to ask why they left, recommendations; imports that come and go.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { getOrCreateSourceTx } from '../../db/repositories/acquisition.ts';
import { appointmentRecords } from '../../db/repositories/appointment.ts';
import { insertConsentTx } from '../../db/repositories/consent.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { insertImportBatchTx } from '../../db/repositories/imported.ts';
import { caseRecords } from '../../db/repositories/openCase.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { wishRecords } from '../../db/repositories/wish.ts';
import { inTransaction } from '../../db/transaction.ts';
import { importFile } from '../../src-main/importing/importFile.ts';
import { undoImport } from '../../src-main/importing/undoImport.ts';
import { makeAppointment } from '../../src-main/services/appointmentService.ts';
import {
  caseBoard,
  closeCase,
  editCase,
  openCase,
  reopenCase,
  writeCaseRules,
} from '../../src-main/services/caseService.ts';
import { customerTimeline } from '../../src-main/services/customerHistoryService.ts';
import { customerFollowUp, setRecommendedBy } from '../../src-main/services/followUpService.ts';
import {
  cancelGesture,
  createGestureKind,
  gestureChoices,
  giveGesture,
  writeGestureBudget,
} from '../../src-main/services/gestureService.ts';
import { answerLapse, askList, lapseAnswers } from '../../src-main/services/lapseService.ts';
import {
  deleteOpinion,
  editOpinion,
  readOpinion,
  recordOpinion,
} from '../../src-main/services/opinionService.ts';
import { makePromise, setPromiseOutcome } from '../../src-main/services/promiseService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { makeWish, solveWish, tellWish } from '../../src-main/services/wishService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { openingDayAfter } from '../../src-shared/domain/openingDays.ts';
import { KEY, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

const PHONES = { e164: () => null, shown: (e164: string) => e164, callingCode: null };
/** A Tuesday. */
const TODAY = '2026-03-10';
const NOON = Date.UTC(2026, 2, 10, 11);
const on = (days: number) => isoOfDay(dayOfIso(TODAY) + days);

const person = (db: Database, displayName = 'Anna', more: object = {}): number =>
  inTransaction(db, () => insertCustomerTx(db, { displayName, createdAtMs: NOON, ...more }));
const visitOn = (db: Database, customerId: number, businessDate: string, amountMinor = 1000): number =>
  inTransaction(db, () =>
    recordVisitTx(
      db,
      {
        customerId,
        occurredAtMs: Date.parse(`${businessDate}T10:00:00Z`),
        businessDate,
        source: 'desk',
        createdAtMs: NOON,
      },
      [{ quantityThousandths: 1000, amountMinor }],
    ),
  );

describe('gestures', () => {
  const shop = () => {
    const db = openShop();
    const kind = (name: string, costMinor: number) => createGestureKind(db, { name, costMinor }, NOON).id;
    return { db, anna: person(db), coffee: kind('Coffee', 300), half: kind('Half price', 4000) };
  };
  const give = (db: Database, customerId: number, kindId: number, role: 'desk' | 'manager' = 'desk') =>
    giveGesture(db, { customerId, kindId, visitId: null, reason: null, staffId: null }, role, NOON);

  it('are the staff’s own to give within both limits; above them the owner or a manager gives', () => {
    const { db, anna, coffee, half } = shop();
    expect(give(db, anna, half).over).toBeNull();
    writeGestureBudget(db, { perGestureMinor: 1000, perMonthMinor: 4600 }, NOON);
    expect(refusal(() => give(db, anna, half))).toMatchObject({
      code: 'gesture.overOneBudget',
      params: { name: 'Half price' },
    });
    expect(give(db, anna, coffee).over).toBeNull();
    expect(gestureChoices(db, 'desk', NOON)).toMatchObject({
      givenThisMonthMinor: 4300,
      leftThisMonthMinor: 300,
      mayExceed: false,
      kinds: [
        { name: 'Coffee', over: null },
        { name: 'Half price', over: 'gesture' },
      ],
    });
    give(db, anna, coffee);
    expect(refusal(() => give(db, anna, coffee)).code).toBe('gesture.overMonthBudget');
    expect(give(db, anna, coffee, 'manager').over).toBe('month');
    // Nothing was written by the refusals.
    expect(db.sqlite.prepare('SELECT count(*) FROM gesture').pluck().get()).toBe(4);
  });

  it('of any prices, given, cancelled and taken back, leave exactly what the budget says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.array(fc.tuple(fc.constantFrom('give', 'cancel', 'undo'), fc.nat(9)), { maxLength: 25 }),
        (perMonthMinor, steps) => {
          const { db, anna, coffee, half } = shop();
          writeGestureBudget(db, { perGestureMinor: null, perMonthMinor }, NOON);
          const given = new Map<number, number>();
          const changes: { changeId: number; gestureId: number; before: number | undefined }[] = [];
          const left = () => perMonthMinor - [...given.values()].reduce((sum, cost) => sum + cost, 0);
          for (const [what, at] of steps) {
            const ids = [...given.keys()];
            if (what === 'give') {
              const cost = at % 3 === 0 ? 4000 : 300;
              const fits = cost <= left();
              try {
                const { gestureId, changeId } = give(db, anna, cost === 300 ? coffee : half);
                expect(fits).toBe(true);
                given.set(gestureId, cost);
                changes.push({ changeId, gestureId, before: undefined });
              } catch {
                expect(fits).toBe(false);
              }
            } else if (what === 'cancel' && ids.length > 0) {
              const gestureId = ids[at % ids.length]!;
              const { changeId } = cancelGesture(db, { gestureId }, NOON);
              changes.push({ changeId: changeId!, gestureId, before: given.get(gestureId) });
              given.delete(gestureId);
            } else if (what === 'undo') {
              const last = changes.pop();
              if (last === undefined) continue;
              undoChange(db, last.changeId, NOON);
              if (last.before === undefined) given.delete(last.gestureId);
              else given.set(last.gestureId, last.before);
            }
            expect(gestureChoices(db, 'desk', NOON).leftThisMonthMinor).toBe(Math.max(0, left()));
          }
          db.close();
        },
      ),
      { numRuns: runs(15) },
    );
  });
});

describe('a case', () => {
  const say = (db: Database, opinion: object = {}) =>
    recordOpinion(
      db,
      appContract['opinion.record'].input.parse({
        nps: null,
        csat: null,
        ces: null,
        comment: null,
        answers: [],
        customerId: null,
        visitId: null,
        surveyId: null,
        staffId: null,
        channel: 'desk',
        on: null,
        opinionUid: randomUUID(),
        ...opinion,
      }),
      NOON,
    );
  const open = (db: Database) => caseBoard(db, { closedLimit: 10 }, NOON).open;

  it('is opened by a low score, due two opening days later; the owner says what is low', () => {
    const db = openShop();
    const anna = person(db);
    for (const fine of [{ nps: 7 }, { csat: 3 }, { ces: 3 }, { comment: 'hm' }]) say(db, fine);
    expect(open(db)).toEqual([]);
    say(db, { nps: 6, comment: 'Cold', customerId: anna });
    expect(open(db)).toMatchObject([
      { text: 'Cold', dueOn: '2026-03-12', origin: 'opinion', opinion: { nps: 6 }, isOverdue: false },
    ]);
    say(db, { csat: 2 });
    say(db, { ces: 2 });
    expect(open(db)).toHaveLength(3);
    writeCaseRules(db, { npsAtMost: null, csatAtMost: 1, cesAtMost: null, deadlineOpeningDays: 0 }, NOON);
    say(db, { nps: 0, csat: 2, ces: 1 });
    expect(open(db)).toHaveLength(3);
    say(db, { csat: 1 });
    expect(open(db).map(({ dueOn }) => dueOn)).toContain(TODAY);
  });

  const correct = (db: Database, opinionId: number, scores: object) =>
    editOpinion(
      db,
      appContract['opinion.edit'].input.parse({
        opinionId,
        nps: null,
        csat: null,
        ces: null,
        comment: null,
        answers: [],
        ...scores,
      }),
      NOON,
    );

  it('closes by itself when the score was a slip, opens again with it, and not where somebody has begun with it', () => {
    const db = openShop();
    const { opinionId } = say(db, { nps: 1, comment: 'Fine' });
    const [{ caseId } = { caseId: 0 }] = open(db);
    const up = correct(db, opinionId, { nps: 10 });
    expect(open(db)).toEqual([]);
    expect(caseRecords.read(db, caseId)).toMatchObject({
      closedOn: TODAY,
      solution: expect.stringContaining('ocenę poprawiono'),
    });
    undoChange(db, up.changeId!, NOON);
    expect(open(db)).toMatchObject([{ caseId, opinion: { nps: 1 }, solution: null }]);
    correct(db, opinionId, { nps: 9 });
    correct(db, opinionId, { nps: 2 });
    expect(open(db)).toMatchObject([{ caseId }]);
    // The words alone say nothing of the score, and other rules of the owner say nothing of this opinion.
    writeCaseRules(db, { npsAtMost: 0, csatAtMost: null, cesAtMost: null, deadlineOpeningDays: 2 }, NOON);
    correct(db, opinionId, { nps: 2, comment: 'Cold' });
    expect(open(db)).toMatchObject([{ caseId }]);
    writeCaseRules(db, { npsAtMost: 6, csatAtMost: 2, cesAtMost: 2, deadlineOpeningDays: 2 }, NOON);
    editCase(db, { caseId, text: 'Rang', dueOn: null, staffId: null }, NOON);
    correct(db, opinionId, { nps: 10 });
    expect(open(db)).toMatchObject([{ caseId, text: 'Rang' }]);
    closeCase(db, { caseId, solution: 'Mended' }, NOON);
    correct(db, opinionId, { nps: 1 });
    expect(caseRecords.read(db, caseId)).toMatchObject({ closedOn: TODAY, solution: 'Mended' });
  });

  it('goes with an opinion that is taken back, unless somebody has begun with it; a deleted opinion finds it again', () => {
    const db = openShop();
    const taken = say(db, { nps: 1 });
    undoChange(db, taken.changeId!, NOON);
    expect(open(db)).toEqual([]);
    const begun = say(db, { nps: 1 });
    const [{ caseId } = { caseId: 0 }] = open(db);
    editCase(db, { caseId, text: 'Rang', dueOn: null, staffId: null }, NOON);
    undoChange(db, begun.changeId!, NOON);
    expect(open(db)).toMatchObject([{ caseId, text: 'Rang', opinion: null }]);
    const other = say(db, { csat: 1 });
    const deleted = deleteOpinion(db, other.opinionId, NOON);
    expect(open(db).map(({ opinion }) => opinion)).toEqual([null, null]);
    undoChange(db, deleted.changeId!, NOON);
    expect(open(db).flatMap(({ opinion }) => opinion ?? [])).toMatchObject([{ csat: 1 }]);
    expect(
      refusal(() =>
        openCase(
          db,
          {
            customerId: null,
            visitId: null,
            opinionId: other.opinionId,
            origin: 'desk',
            text: 'x',
            staffId: null,
          },
          NOON,
        ),
      ).code,
    ).toBe('case.opinionHasCase');
  });

  it('is opened when a changed answer has become low, never for imported history', () => {
    const db = openShop();
    const { opinionId } = say(db, { nps: 9 });
    const { revision } = readOpinion(db, opinionId);
    editOpinion(db, { opinionId, revision, nps: 3, csat: null, ces: null, comment: null, answers: [] }, NOON);
    expect(open(db)).toHaveLength(1);
    const importBatchId = inTransaction(db, () =>
      insertImportBatchTx(db, {
        fileName: 'old.csv',
        fileSha256: Buffer.alloc(32),
        kind: 'opinions',
        startedAtMs: NOON,
        mapping: {},
      }),
    );
    const old = inTransaction(db, () =>
      insertOpinionTx(db, { businessDate: TODAY, atMs: NOON, createdAtMs: NOON, nps: 8, importBatchId }),
    );
    editOpinion(
      db,
      {
        opinionId: old,
        revision: readOpinion(db, old).revision,
        nps: 2,
        csat: null,
        ces: null,
        comment: null,
        answers: [],
      },
      NOON,
    );
    expect(open(db)).toHaveLength(1);
  });

  it('is closed with what was done, reopened, and overdue past its day', () => {
    const db = openShop();
    const { caseId } = openCase(
      db,
      {
        customerId: person(db),
        visitId: null,
        opinionId: null,
        origin: 'phone',
        text: 'Late',
        staffId: null,
      },
      NOON,
    );
    const later = NOON + 5 * 86_400_000;
    expect(caseBoard(db, { closedLimit: 0 }, later)).toMatchObject({ overdue: 1, closedTotal: 0 });
    const closed = closeCase(db, { caseId, solution: 'Rang and mended it' }, later);
    expect(caseBoard(db, { closedLimit: 5 }, later)).toMatchObject({
      open: [],
      closed: [{ solution: 'Rang and mended it', closedOn: on(5) }],
    });
    reopenCase(db, { caseId }, later);
    expect(caseRecords.read(db, caseId)).toMatchObject({ closedOn: null, solution: 'Rang and mended it' });
    expect(refusal(() => undoChange(db, closed.changeId!, later)).code).toBe('undo.changedSince');
  });

  it('has its day on an opening day, however the shop is open', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        fc.uniqueArray(fc.integer({ min: -5, max: 40 }), { maxLength: 12 }),
        fc.nat(8),
        (weekdays, closed, count) => {
          const closedDates = closed.map(on);
          const found = openingDayAfter(TODAY, count, { weekdays, closedDates });
          if (weekdays.every((isOpen) => !isOpen)) {
            expect(found).toBe(on(count));
            return;
          }
          const isOpen = (iso: string) =>
            weekdays[(new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7]! && !closedDates.includes(iso);
          let days = 0;
          for (let at = 1; on(at) <= found; at++) days += isOpen(on(at)) ? 1 : 0;
          expect(days).toBe(count);
          if (count > 0) expect(isOpen(found)).toBe(true);
        },
      ),
    );
  });
});

describe('ask why', () => {
  /** Came every thirty days, last so many days ago. */
  const lapsed = (db: Database, name: string, lastDaysAgo: number, more: object = {}, amountMinor = 1000) => {
    const id = person(db, name, { phoneE164: '+48601234567', ...more });
    for (const at of [90, 60, 30, 0]) visitOn(db, id, on(-lastDaysAgo - at), amountMinor);
    return id;
  };
  const asked = (db: Database) => askList(db, readVisitExtract(db), TODAY);

  it('names the few most valuable who lapsed by their own rhythm and can be asked', () => {
    const db = openShop();
    const small = lapsed(db, 'Small', 200, {}, 500);
    const large = lapsed(db, 'Large', 300, {}, 9000);
    lapsed(db, 'On time', 20);
    lapsed(db, 'Left too long ago', 800);
    lapsed(db, 'No telephone', 200, { phoneE164: null });
    lapsed(db, 'In the trash', 200, { archivedAtMs: NOON });
    const unwilling = lapsed(db, 'Wants no calls', 200);
    inTransaction(db, () => {
      const consent = {
        customerId: unwilling,
        channel: 'phone',
        purpose: 'opinions',
        evidence: null,
      } as const;
      insertConsentTx(db, { ...consent, isGiven: true, atMs: NOON, staffId: null });
      insertConsentTx(db, { ...consent, isGiven: false, atMs: NOON + 1, staffId: null });
    });
    expect(asked(db).customers.map(({ name }) => name)).toEqual(['Large', 'Small']);
    for (let i = 0; i < 12; i++) lapsed(db, `More ${i}`, 250);
    expect(asked(db).customers).toHaveLength(10);
    const { changeId } = answerLapse(
      db,
      { customerId: large, reason: 'price', text: null, staffId: null },
      NOON,
    );
    expect(asked(db).customers.map(({ customerId }) => customerId)).not.toContain(large);
    answerLapse(db, { customerId: small, reason: 'noAnswer', text: null, staffId: null }, NOON);
    expect(lapseAnswers(db, { from: on(-30), to: TODAY, limit: 10 })).toMatchObject({
      asked: 2,
      silent: 1,
      reasons: [{ reason: 'price', count: 1 }],
    });
    undoChange(db, changeId, NOON);
    expect(asked(db).customers.map(({ name }) => name)[0]).toBe('Large');
  });
});

describe('who recommended whom', () => {
  it('fills an empty source, refuses a circle and is taken back whole', () => {
    const db = openShop();
    const [anna, ewa] = [person(db), person(db, 'Ewa', { source: 'Internet' })];
    inTransaction(db, () => getOrCreateSourceTx(db, 'Polecenie', NOON, true));
    const { changeId, source } = setRecommendedBy(db, { customerId: anna, recommendedById: ewa }, NOON);
    expect(source).toBe('Polecenie');
    expect(customerFollowUp(db, { customerId: anna }, PHONES, NOON).recommendedBy?.name).toBe('Ewa');
    expect(customerFollowUp(db, { customerId: ewa }, PHONES, NOON).recommendedCount).toBe(1);
    expect(refusal(() => setRecommendedBy(db, { customerId: ewa, recommendedById: anna }, NOON)).code).toBe(
      'customer.recommendsItself',
    );
    undoChange(db, changeId!, NOON);
    expect(
      db.sqlite
        .prepare('SELECT source, recommended_by_customer_id AS who FROM customer WHERE id = ?')
        .get(anna),
    ).toEqual({ source: null, who: null });
  });
});

describe('a file of visits', () => {
  const mapping: Mapping = {
    kind: 'visits',
    layout: 'delimited',
    separator: ';',
    encoding: 'auto',
    header: true,
    dateFormat: 'yyyy-MM-dd',
    decimal: '.',
    onMissingCustomer: 'walk-in',
    onKnown: 'fill',
    columns: { customer: 0, date: 1, amount: 2 },
  };
  const bringIn = async (db: Database, rows: readonly string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'revino-follow-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'visits.csv');
    writeFileSync(path, ['customer;date;amount', ...rows, ''].join('\n'));
    const { batchId } = await importFile(db, { path, mapping, dryRun: false, nowMs: NOON });
    return batchId!;
  };

  it('ends the appointments of its days and fulfils wishes; taken back, they are open again and nothing stays behind', async () => {
    const db = openShop();
    const anna = person(db, 'Anna', { externalId: '7' });
    const { appointmentId } = makeAppointment(
      db,
      {
        customerId: anna,
        onDate: on(-1),
        atMinute: 600,
        offeringId: null,
        staffId: null,
        note: null,
        madeAtVisitId: null,
      },
      NOON - 86_400_000 * 3,
    );
    const { wishId } = makeWish(
      db,
      { customerId: anna, text: 'More light', staffId: null },
      NOON - 86_400_000 * 3,
    );
    solveWish(db, { wishId, solution: 'A lamp' }, NOON - 86_400_000 * 3);
    tellWish(db, { wishId, staffId: null }, NOON - 86_400_000 * 3);
    const batchId = await bringIn(db, [`7;${on(-1)};50.00`, `7;${on(-40)};20.00`]);
    expect(appointmentRecords.read(db, appointmentId).outcome).toBe('came');
    expect(wishRecords.read(db, wishId).cameVisitId).not.toBeNull();
    const { visits, kept } = await undoImport(db, { batchId, nowMs: NOON });
    expect({ visits, kept: kept.count }).toEqual({ visits: 2, kept: 0 });
    expect(appointmentRecords.read(db, appointmentId)).toMatchObject({ outcome: null, visitId: null });
    expect(wishRecords.read(db, wishId).cameVisitId).toBeNull();
    expect(checkDatabase({ file: db.file, key: KEY, depth: 'full' }).problems).toEqual([]);
  });

  it('keeps a visit at which something was promised', async () => {
    const db = openShop();
    const anna = person(db, 'Anna', { externalId: '7' });
    const batchId = await bringIn(db, [`7;${on(-1)};50.00`, `7;${on(-40)};20.00`]);
    const visitId = db.sqlite
      .prepare('SELECT id FROM visit WHERE business_date = ?')
      .pluck()
      .get(on(-1)) as number;
    makePromise(
      db,
      { customerId: anna, text: 'Ring', dueOn: null, staffId: null, madeAtVisitId: visitId },
      NOON,
    );
    const { visits, kept } = await undoImport(db, { batchId, nowMs: NOON });
    expect({ visits, kept: kept.count }).toEqual({ visits: 1, kept: 1 });
  });
});

it('the history of a customer tells each of them once, as it stands now', () => {
  const db = openShop();
  const anna = person(db);
  const { promiseId } = makePromise(
    db,
    { customerId: anna, text: 'Ring', dueOn: null, staffId: null, madeAtVisitId: null },
    NOON,
  );
  setPromiseOutcome(db, { promiseId, outcome: 'kept' }, NOON);
  makeWish(db, { customerId: anna, text: 'More light', staffId: null }, NOON);
  openCase(
    db,
    { customerId: anna, visitId: null, opinionId: null, origin: 'desk', text: 'Cold', staffId: null },
    NOON,
  );
  const kindId = createGestureKind(db, { name: 'Coffee', costMinor: 1 }, NOON).id;
  giveGesture(db, { customerId: anna, kindId, visitId: null, reason: 'waited', staffId: null }, 'desk', NOON);
  answerLapse(db, { customerId: anna, reason: 'moved', text: null, staffId: null }, NOON);
  const { entries, total } = customerTimeline(db, { customerId: anna, limit: 20 });
  expect(entries.map(({ kind }) => kind).sort()).toEqual(['case', 'gesture', 'lapse', 'promise', 'wish']);
  expect(total).toBe(5);
  expect(entries.find(({ kind }) => kind === 'promise')).toMatchObject({ outcome: 'kept', on: TODAY });
});
