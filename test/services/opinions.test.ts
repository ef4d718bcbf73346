// Opinions: stored once, changed, deleted and taken back; the inbox and the scores against plain counting.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readOpinionState } from '../../db/repositories/opinionState.ts';
import { insertQuestionTx, insertSurveyTx } from '../../db/repositories/survey.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  deleteOpinion,
  editOpinion,
  listOpinionInbox,
  opinionScores,
  opinionTrend,
  readOpinion,
  recordOpinion,
} from '../../src-main/services/opinionService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { recordVisit } from '../../src-main/services/visitService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { SentInputOf } from '../../src-shared/contract/procedure.ts';
import { NOW_MS, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

type Sent = SentInputOf<(typeof appContract)['opinion.record']>;

const TODAY = '2026-03-14';
const NOTHING = { nps: null, csat: null, ces: null, comment: null, answers: [] };
const EVERYTHING = {
  from: null,
  to: null,
  mood: null,
  isWithComment: false,
  staffId: null,
  surveyId: null,
  channel: null,
} as const;

const give = (db: Database, opinion: Partial<Sent> = {}) =>
  recordOpinion(
    db,
    appContract['opinion.record'].input.parse({
      ...NOTHING,
      customerId: null,
      visitId: null,
      surveyId: null,
      staffId: null,
      channel: 'desk',
      on: null,
      opinionUid: randomUUID(),
      ...opinion,
    }),
    NOW_MS,
  );

const inbox = (db: Database, filter: object = {}) =>
  listOpinionInbox(db, { filter: { ...EVERYTHING, ...filter }, before: null, limit: 100 });

function shopWithSurvey() {
  const db = openShop();
  return inTransaction(db, () => {
    const ana = insertCustomerTx(db, { displayName: 'Ana', createdAtMs: NOW_MS });
    const ben = insertCustomerTx(db, { displayName: 'Ben', createdAtMs: NOW_MS });
    const surveyId = insertSurveyTx(db, { name: 'Po wizycie', locales: ['pl'] }, NOW_MS);
    const ask = (kind: 'nps' | 'csat' | 'choice' | 'text', choices?: string[]) =>
      insertQuestionTx(
        db,
        {
          surveyId,
          kind,
          wording: { pl: { text: `Pytanie ${kind}`, ...(choices ? { choices } : {}) } },
          isRequired: false,
        },
        NOW_MS,
      );
    const questions = { nps: ask('nps'), choice: ask('choice', ['tak', 'nie']), text: ask('text') };
    return { db, ana, ben, surveyId, questions };
  });
}

describe('taking an opinion down', () => {
  it('keeps what was answered, of the visit’s own customer', () => {
    const { db, ana, ben, surveyId, questions } = shopWithSurvey();
    const { visitId } = recordVisit(
      db,
      appContract['visit.record'].input.parse({
        customerId: ana,
        note: null,
        lines: [],
        visitUid: randomUUID(),
      }),
      NOW_MS,
    );
    const { opinionId } = give(db, {
      customerId: ben,
      visitId,
      surveyId,
      nps: 10,
      comment: ' miło ',
      answers: [
        { questionId: questions.text, choice: null, text: 'bez zmian' },
        { questionId: questions.choice, choice: 1, text: null },
      ],
    });
    expect(readOpinion(db, opinionId)).toMatchObject({
      customer: { name: 'Ana' },
      visitId,
      nps: 10,
      csat: null,
      comment: 'miło',
      channel: 'desk',
      date: TODAY,
    });
    expect(inbox(db).opinions[0]?.answers).toEqual([
      { question: 'Pytanie choice', answer: 'nie' },
      { question: 'Pytanie text', answer: 'bez zmian' },
    ]);
  });

  it('of nothing stores nothing', () => {
    const { db } = shopWithSurvey();
    expect(refusal(() => give(db)).code).toBe('opinion.empty');
    expect(refusal(() => give(db, { comment: '   ' })).code).toBe('opinion.empty');
    expect(inbox(db).total).toBe(0);
  });

  it('sent twice is stored once', () => {
    const { db } = shopWithSurvey();
    const opinionUid = randomUUID();
    expect(give(db, { nps: 3, opinionUid }).opinionId).toBe(give(db, { nps: 9, opinionUid }).opinionId);
    expect(inbox(db).opinions.map(({ nps }) => nps)).toEqual([3]);
  });

  it('refuses what the window must not send', () => {
    const { db, surveyId, questions } = shopWithSurvey();
    const other = inTransaction(db, () => insertSurveyTx(db, { name: 'Inna', locales: ['pl'] }, NOW_MS));
    const code = (opinion: Partial<Sent>) => refusal(() => give(db, { nps: 5, ...opinion })).code;
    const choice = (at: number) => ({ questionId: questions.choice, choice: at, text: null });
    expect(code({ on: '2026-03-15' })).toBe('visit.inFuture');
    expect(code({ customerId: 99 })).toBe('customer.notFound');
    expect(code({ visitId: 99 })).toBe('visit.notFound');
    expect(code({ staffId: 99 })).toBe('staff.notFound');
    expect(code({ surveyId: 99 })).toBe('opinion.wrongAnswer');
    expect(code({ surveyId, answers: [choice(2)] })).toBe('opinion.wrongAnswer');
    expect(code({ surveyId, answers: [choice(1), choice(0)] })).toBe('opinion.wrongAnswer');
    expect(code({ surveyId: other, answers: [choice(1)] })).toBe('opinion.wrongAnswer');
    expect(code({ answers: [choice(1)] })).toBe('opinion.wrongAnswer');
    expect(code({ surveyId, answers: [{ questionId: questions.text, choice: 1, text: null }] })).toBe(
      'opinion.wrongAnswer',
    );
    for (const wrong of [{ nps: 11 }, { nps: -1 }, { nps: 5.5 }, { csat: 0 }, { ces: 8 }]) {
      expect(() => give(db, wrong)).toThrow();
    }
    expect(inbox(db).total).toBe(0);
  });
});

describe('changing and deleting', () => {
  it('are taken back whole, also the making', () => {
    const { db, ana, surveyId, questions } = shopWithSurvey();
    const made = give(db, {
      customerId: ana,
      surveyId,
      nps: 2,
      comment: 'długo',
      answers: [{ questionId: questions.choice, choice: 0, text: null }],
    });
    const before = readOpinionState(db, made.opinionId);
    const edited = editOpinion(db, { ...NOTHING, revision: null, opinionId: made.opinionId, nps: 8 }, NOW_MS);
    expect(readOpinionState(db, made.opinionId)).toMatchObject({ nps: 8, comment: null, answers: [] });
    undoChange(db, edited.changeId!, NOW_MS);
    expect(readOpinionState(db, made.opinionId)).toEqual(before);
    const deleted = deleteOpinion(db, made.opinionId, NOW_MS);
    expect(inbox(db).total).toBe(0);
    undoChange(db, deleted.changeId!, NOW_MS);
    expect(readOpinionState(db, made.opinionId)).toEqual(before);
    undoChange(db, made.changeId!, NOW_MS);
    expect(refusal(() => readOpinion(db, made.opinionId)).code).toBe('opinion.notFound');
  });

  it('nothing is nothing', () => {
    const { db } = shopWithSurvey();
    const { opinionId } = give(db, { nps: 2 });
    expect(editOpinion(db, { ...NOTHING, revision: null, opinionId, nps: 2 }, NOW_MS)).toEqual({
      changeId: null,
    });
    // Changed meanwhile, it is not written over, until it is as it was looked at.
    const { revision } = readOpinion(db, opinionId);
    const { changeId } = editOpinion(db, { ...NOTHING, revision, opinionId, nps: 3 }, NOW_MS);
    const mine = () => editOpinion(db, { ...NOTHING, revision, opinionId, nps: 2, comment: 'mine' }, NOW_MS);
    expect(refusal(mine).code).toBe('record.changedMeanwhile');
    undoChange(db, changeId ?? 0, NOW_MS);
    undoChange(db, mine().changeId ?? 0, NOW_MS);
    expect(readOpinion(db, opinionId)).toMatchObject({ revision, nps: 2, comment: null });
    expect(refusal(() => editOpinion(db, { ...NOTHING, revision: null, opinionId }, NOW_MS)).code).toBe(
      'opinion.empty',
    );
    expect(refusal(() => deleteOpinion(db, 99, NOW_MS)).code).toBe('opinion.notFound');
  });
});

const anyOpinion = fc.record({
  nps: fc.option(fc.nat(10)),
  csat: fc.option(fc.integer({ min: 1, max: 5 })),
  ces: fc.option(fc.integer({ min: 1, max: 7 })),
  comment: fc.option(fc.constantFrom('dobrze', 'źle')),
  on: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-28', '2026-03-14'),
  channel: fc.constantFrom('desk' as const, 'phone' as const),
});

describe('the inbox', () => {
  it('shows each opinion once, newest first, whatever the page size; the moods part them without a rest', () => {
    fc.assert(
      fc.property(
        fc.array(anyOpinion, { maxLength: 25 }),
        fc.integer({ min: 1, max: 7 }),
        (opinions, limit) => {
          const { db } = shopWithSurvey();
          const given = opinions.filter((one) => one.nps ?? one.csat ?? one.ces ?? one.comment);
          for (const one of given) give(db, one);
          const seen: number[] = [];
          const dates: string[] = [];
          let before: { date: string; opinionId: number } | null = null;
          for (;;) {
            const page = listOpinionInbox(db, { filter: EVERYTHING, before, limit });
            expect(page.total).toBe(given.length);
            for (const { opinionId, date } of page.opinions) {
              seen.push(opinionId);
              dates.push(date);
            }
            const last = page.opinions.at(-1);
            if (!page.hasMore || last === undefined) break;
            before = { date: last.date, opinionId: last.opinionId };
          }
          expect(new Set(seen).size).toBe(given.length);
          expect(dates).toEqual(dates.toSorted().reverse());
          const moods = (['low', 'middle', 'high'] as const).map((mood) => inbox(db, { mood }).total);
          const scored = given.filter((one) => one.nps !== null || one.csat !== null || one.ces !== null);
          expect(moods.reduce((sum, count) => sum + count, 0)).toBe(scored.length);
          expect(inbox(db, { isWithComment: true }).total).toBe(given.filter((one) => one.comment).length);
          expect(inbox(db, { channel: 'phone' }).total).toBe(
            given.filter((one) => one.channel === 'phone').length,
          );
          expect(inbox(db, { from: '2026-02-01', to: '2026-02-28' }).total).toBe(
            given.filter((one) => one.on.startsWith('2026-02')).length,
          );
          db.close();
        },
      ),
      { numRuns: runs(15) },
    );
  });

  it('knows who did the visit, and who took the opinion down', () => {
    const { db } = shopWithSurvey();
    const staffId = Number(
      db.sqlite
        .prepare(
          "INSERT INTO staff (uid, name, folded_name, created_at_ms) VALUES (randomblob(16), 'Ola', 'ola', 0)",
        )
        .run().lastInsertRowid,
    );
    const { visitId } = recordVisit(
      db,
      appContract['visit.record'].input.parse({
        customerId: null,
        staffId,
        note: null,
        lines: [],
        visitUid: randomUUID(),
      }),
      NOW_MS,
    );
    give(db, { nps: 9 });
    give(db, { nps: 8, staffId });
    give(db, { nps: 7, visitId });
    expect(inbox(db, { staffId }).opinions.map(({ nps }) => nps)).toEqual([7, 8]);
    expect(opinionScores(db, { from: TODAY, to: TODAY })).toMatchObject({
      opinions: 3,
      visits: 1,
      visitsAnswered: 1,
    });
  });
});

describe('scores', () => {
  it('count the window’s answers, and the months add up to it', () => {
    const { db } = shopWithSurvey();
    for (const [on, nps, csat] of [
      ['2026-01-31', 10, 5],
      ['2026-02-01', 10, 4],
      ['2026-02-28', 0, 3],
      ['2026-03-14', 9, null],
    ] as const) {
      give(db, { on, nps, csat });
    }
    const { scores } = opinionScores(db, { from: '2026-02-01', to: '2026-03-14' });
    expect(scores.nps).toMatchObject({ n: 3 });
    expect(scores.nps.value).toBeCloseTo(100 / 3, 10);
    expect(scores.csat).toMatchObject({ n: 2, value: 0.5 });
    expect(scores.ces).toEqual({ value: null, n: 0, low: null, high: null });
    const { months } = opinionTrend(db, { to: '2026-03', months: 4 });
    expect(months.map(({ month, scores: { nps } }) => [month, nps.n, nps.value])).toEqual([
      ['2025-12', 0, null],
      ['2026-01', 1, 100],
      ['2026-02', 2, 0],
      ['2026-03', 1, 100],
    ]);
  });
});
