// The kiosk's sheet and its answers: what is asked, whose an answer becomes, and that no opinion is lost or doubled.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { KioskRounds, LINK_HOLDS_MS } from '../../src-main/kiosk/kioskRounds.ts';
import { setArchived } from '../../src-main/services/catalogueService.ts';
import {
  type KioskLink,
  kioskSheet,
  NOBODY,
  readKioskSettings,
  recordKioskOpinion,
  requireLink,
  writeKioskSettings,
} from '../../src-main/services/kioskService.ts';
import {
  addUsualSurveys,
  changeSurvey,
  listSurveys,
  setQuestionArchived,
} from '../../src-main/services/surveyService.ts';
import { cancelVisit, recordVisit } from '../../src-main/services/visitService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { NOW_MS, openShop, refusal } from '../db/support/databases.ts';

const NINE = { nps: 9, csat: null, ces: null, comment: null, answers: [] };

const opinionsOf = (db: Database) =>
  db.sqlite
    .prepare(
      'SELECT customer_id AS customerId, visit_id AS visitId, channel, survey_id AS surveyId, nps FROM opinion ORDER BY id',
    )
    .all();

const give = (
  db: Database,
  link: KioskLink,
  surveyId: number | null = null,
  opinionUid: string = randomUUID(),
) => recordKioskOpinion(db, { answered: NINE, opinionUid, surveyId, link }, NOW_MS);

const visitOf = (db: Database, customerId: number | null) =>
  recordVisit(
    db,
    appContract['visit.record'].input.parse({ customerId, lines: [], note: null, visitUid: randomUUID() }),
    NOW_MS,
  ).visitId;

const customerNamed = (db: Database, displayName: string) =>
  inTransaction(db, () =>
    insertCustomerTx(db, { displayName, customerSince: '2026-01-01', createdAtMs: NOW_MS }),
  );

describe('what the kiosk asks', () => {
  it('is our own words where there is no survey, the shop’s language first', () => {
    expect(kioskSheet(openShop(null))).toEqual({
      surveyId: null,
      shopName: 'Salon pod Łabędziem',
      locales: ['pl', 'en', 'ro'],
      questions: [],
      returnSeconds: 6,
      idleSeconds: 40,
    });
  });

  it('is the survey that was chosen, without archived questions, in the languages that were chosen and are spoken', () => {
    const db = openShop(null);
    addUsualSurveys(db, NOW_MS);
    const [first, second] = listSurveys(db).surveys;
    if (!first || !second) throw new Error('Two surveys are usual.');
    expect(kioskSheet(db)).toMatchObject({ surveyId: first.surveyId });
    const gone = second.questions[0];
    if (!gone) throw new Error('It asks something.');
    setQuestionArchived(db, gone.questionId, true, NOW_MS);
    changeSurvey(db, second.surveyId, { locales: ['ro', 'pl'] }, NOW_MS);
    writeKioskSettings(
      db,
      { surveyId: second.surveyId, locales: ['en', 'ro'], returnSeconds: 3, idleSeconds: 20 },
      NOW_MS,
    );
    const sheet = kioskSheet(db);
    expect(sheet).toMatchObject({
      surveyId: second.surveyId,
      locales: ['ro'],
      returnSeconds: 3,
      idleSeconds: 20,
    });
    expect(sheet.questions).toHaveLength(second.questions.length - 1);
    expect(sheet.questions.map(({ questionId }) => questionId)).not.toContain(gone.questionId);
    setArchived(db, 'survey', second.surveyId, true, NOW_MS);
    expect(kioskSheet(db)).toMatchObject({ surveyId: first.surveyId });
    expect(readKioskSettings(db).surveyId).toBe(second.surveyId);
  });
});

describe('an answer on the kiosk', () => {
  it('lies with nobody, with a visit and its customer, or with a customer', () => {
    const db = openShop(null);
    const customerId = customerNamed(db, 'Anna Żak');
    const visitId = visitOf(db, customerId);
    const walkIn = visitOf(db, null);
    give(db, NOBODY);
    give(db, { customerId, visitId });
    give(db, { customerId, visitId: null });
    give(db, { customerId: null, visitId: walkIn });
    expect(opinionsOf(db)).toEqual([
      { customerId: null, visitId: null, channel: 'kiosk', surveyId: null, nps: 9 },
      { customerId, visitId, channel: 'kiosk', surveyId: null, nps: 9 },
      { customerId, visitId: null, channel: 'kiosk', surveyId: null, nps: 9 },
      { customerId: null, visitId: walkIn, channel: 'kiosk', surveyId: null, nps: 9 },
    ]);
  });

  it('is kept when the visit was cancelled while the customer was answering', () => {
    const db = openShop(null);
    const customerId = customerNamed(db, 'Anna Żak');
    const visitId = visitOf(db, customerId);
    cancelVisit(db, { visitId, reason: null }, NOW_MS);
    give(db, { customerId, visitId });
    give(db, { customerId: 999, visitId: 999 });
    expect(opinionsOf(db)).toMatchObject([
      { customerId, visitId: null },
      { customerId: null, visitId: null },
    ]);
  });

  it('is stored once for each uid, and refused where it says nothing or answers another survey', () => {
    const db = openShop(null);
    addUsualSurveys(db, NOW_MS);
    const [first, second] = listSurveys(db).surveys;
    const choice = second?.questions.find(({ kind }) => kind === 'choice');
    if (!first || !second || !choice) throw new Error('Two surveys are usual.');
    const opinionUid = randomUUID();
    give(db, NOBODY, first.surveyId, opinionUid);
    give(db, NOBODY, first.surveyId, opinionUid);
    expect(opinionsOf(db)).toHaveLength(1);
    const answers = [{ questionId: choice.questionId, choice: 0, text: null }];
    const answering = (surveyId: number, answered: object) => () =>
      recordKioskOpinion(
        db,
        { answered: { ...NINE, ...answered }, opinionUid: randomUUID(), surveyId, link: NOBODY },
        NOW_MS,
      );
    expect(refusal(answering(first.surveyId, { answers }))).toMatchObject({ code: 'opinion.wrongAnswer' });
    expect(refusal(answering(first.surveyId, { nps: null }))).toMatchObject({ code: 'opinion.empty' });
    answering(second.surveyId, { answers })();
    expect(opinionsOf(db)).toHaveLength(2);
  });

  it('is handed over only for what is there', () => {
    const db = openShop(null);
    expect(refusal(() => requireLink(db, { customerId: null, visitId: 5 }))).toMatchObject({
      code: 'visit.notFound',
    });
    expect(refusal(() => requireLink(db, { customerId: 5, visitId: null }))).toMatchObject({
      code: 'customer.notFound',
    });
    requireLink(db, NOBODY);
  });
});

/** What desk, page and clock may do, in any order. */
type Step =
  | { readonly do: 'handOver'; readonly to: number }
  | { readonly do: 'hear' }
  | { readonly do: 'restart' }
  | { readonly do: 'answer' }
  | { readonly do: 'wait'; readonly ms: number };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ do: fc.constant('handOver' as const), to: fc.nat({ max: 99 }) }),
    fc.constant({ do: 'hear' as const }),
    fc.constant({ do: 'restart' as const }),
    fc.constant({ do: 'answer' as const }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: LINK_HOLDS_MS }) }),
  ),
  { maxLength: 40 },
);

describe('rounds', () => {
  it('give a link to the round it was handed to, once, and never after its time: whatever happens in between', () => {
    fc.assert(
      fc.property(steps, (done) => {
        let nowMs = 1_000_000;
        const rounds = new KioskRounds(() => nowMs);
        // The page believes in a round; the screen shows what was typed in that one.
        let page: string | null = null;
        let handed: { round: string; customerId: number; atMs: number } | null = null;
        for (const step of done) {
          if (step.do === 'wait') nowMs += step.ms;
          else if (step.do === 'handOver') {
            const round = rounds.handOver({ customerId: step.to, visitId: null });
            handed = { round, customerId: step.to, atMs: nowMs };
          } else if (step.do === 'hear' || page === null) {
            // Told of a new round, or new itself: it begins the present one.
            page = rounds.begin(page === rounds.id ? null : page);
          } else if (step.do === 'restart') {
            const before: string = page;
            const wasPresent = before === rounds.id;
            page = rounds.begin(before);
            if (wasPresent) {
              handed = null;
              expect(page).not.toBe(before);
            }
          } else {
            const isHers = handed !== null && handed.round === page && nowMs - handed.atMs < LINK_HOLDS_MS;
            expect(rounds.take(page).customerId).toBe(isHers ? (handed?.customerId ?? null) : null);
            if (handed?.round === page) handed = null;
          }
        }
      }),
    );
  });
});
