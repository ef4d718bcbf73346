/** What the front desk is answered: every question it may ask, about everybody there is, looked through for turnover. */
import { describe, expect, it } from 'vitest';
import { appContract, type ProcedureName } from '../../src-shared/contract/contract.ts';
import { ROLE_MATRIX } from '../../src-shared/contract/roleMatrix.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { canSay, sampleInput } from './support/sampleInput.ts';
import { openTillStage, TODAY } from './support/tillStage.ts';

/** Of the visits in `trade()`. */
const OF_SHOP = {
  month: 102_527,
  today: 49_617,
  colleagueToday: 36_510,
  colleagueMonth: 59_913,
  ownMonth: 42_614,
};
const OF_CUSTOMERS = [36_510, 46_716, 19_301];

const QUESTIONS = (Object.keys(appContract) as ProcedureName[]).filter((name) => {
  const callers = ROLE_MATRIX[name];
  return appContract[name].type === 'query' && (callers === 'anyone' || callers.includes('desk'));
});

/** Every whole number in an answer, wherever it stands; in a text, as people write amounts. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string')
    return [...value.matchAll(/\d[\d\s., ]*\d/gu)].map(([written]) => Number(written.replace(/\D/g, '')));
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

const answersTo = async (role: Role, valueShown: 'amount' | 'band' | 'nothing') => {
  const stage = await openTillStage();
  await stage.hire();
  const { customers, visits } = stage.trade();
  await stage.signIn('owner');
  expect(await stage.call('access.keepChoices', { deskValueShown: valueShown })).toMatchObject({ ok: true });
  await stage.signIn(role);
  const answers: { name: ProcedureName; value: unknown }[] = [];
  const most = Math.max(...customers, ...visits);
  for (const name of QUESTIONS)
    for (let id = 1; id <= most; id++) {
      const answer = await stage.call(name, sampleInput(appContract[name].input, { id, date: TODAY }));
      if (answer.ok) answers.push({ name, value: answer.value });
    }
  return { stage, answers };
};

const told = (answers: readonly { name: string; value: unknown }[], amounts: readonly number[]): string[] => [
  ...new Set(
    answers.flatMap(({ name, value }) =>
      numbersIn(value)
        .filter((number) => amounts.includes(number))
        .map((number) => `${name}: ${number}`),
    ),
  ),
];

describe('the answers to the front desk', () => {
  it.each(['band', 'nothing'] as const)('hold no turnover and no value of anybody (%s)', async (shown) => {
    const { stage, answers } = await answersTo('desk', shown);
    expect(new Set(answers.map(({ name }) => name)).size).toBeGreaterThan(20);
    expect(
      told(answers, [...Object.values(OF_SHOP), ...OF_CUSTOMERS.filter((sum) => sum !== 19_301)]),
    ).toEqual([]);
    // Nor do amounts stand one beside the other, for whoever can add.
    const sums = await Promise.all(
      (
        [
          ['visit.today', {}],
          ['customer.page', { order: 'name' }],
          ['customer.timeline', { customerId: 1 }],
        ] as const
      ).map(([name, input]) => stage.call(name, input)),
    );
    expect(JSON.stringify(sums)).not.toMatch(/"(amountMinor|netMinor)":-?\d/);
  });

  it('hold what one customer has brought where the owner chose so, and still nothing of the shop', async () => {
    const { stage, answers } = await answersTo('desk', 'amount');
    const sums = Object.values(OF_SHOP).filter((sum) => !OF_CUSTOMERS.includes(sum));
    expect(told(answers, sums)).toEqual([]);
    expect(told(answers, OF_CUSTOMERS)).toContain('customer.card: 46716');
    expect(told(answers, OF_CUSTOMERS).filter((found) => found.startsWith('customer.page'))).toEqual([]);
    expect(await stage.call('customer.page', { order: 'value' })).toMatchObject({
      error: { code: 'access.notAllowed' },
    });
  });

  it('never come in the order of value, whatever list is asked for', async () => {
    const { stage } = await answersTo('desk', 'amount');
    const ordered = QUESTIONS.filter((name) => canSay(appContract[name].input, 'value'));
    expect(ordered).toEqual(expect.arrayContaining(['customer.page', 'customer.listIds']));
    for (const name of ordered) {
      const input = sampleInput(appContract[name].input, { id: 1, date: TODAY, word: 'value' });
      expect(JSON.stringify(input)).toContain('"value"');
      expect(await stage.call(name, input), name).toMatchObject({ error: { code: 'access.notAllowed' } });
    }
    await stage.signIn('owner');
    const list = { order: 'value', neverCame: true };
    expect(await stage.call('savedFilter.save', { name: 'Best', list })).toMatchObject({ ok: true });
    await stage.signIn('desk');
    expect(await stage.call('savedFilter.list', { subject: 'customers' })).toMatchObject({
      value: { filters: [{ name: 'Best', list: { order: 'lastVisit', neverCame: true } }] },
    });
  });

  it('are looked through by something that finds: the owner is told', async () => {
    const { stage, answers } = await answersTo('owner', 'nothing');
    expect(told(answers, OF_CUSTOMERS)).toEqual(
      expect.arrayContaining(['customer.card: 36510', 'customer.page: 46716']),
    );
    const figures = await stage.call('retention.figures', { asOf: TODAY });
    expect(figures.ok).toBe(true);
    expect(await stage.call('customer.page', { order: 'value' })).toMatchObject({ ok: true });
  });

  it('keep to themselves what an offering costs, and what others take out', async () => {
    const { stage } = await answersTo('owner', 'band');
    await stage.call('offering.change', { offeringId: 1, change: { costMinor: 777 } });
    stage.jobs.start('export', async () => ({ kind: 'export', value: { fileName: 'all.json', rows: 5 } }));
    const importing = stage.jobs.start('import', () => Promise.reject(new Error('x')));
    await stage.jobs.whenIdle();
    await stage.signIn('desk');
    expect(JSON.stringify(await stage.call('offering.list'))).not.toContain('777');
    const jobs =
      await stage.call<{ jobId: string; kind: string; result: unknown; error: unknown }[]>('job.list');
    expect(jobs.ok && jobs.value.map(({ kind, result, error }) => [kind, result, error])).toEqual([
      ['import', null, null],
    ]);
    const [, exported] = stage.jobs
      .list()
      .map(({ jobId }) => jobId)
      .toReversed();
    expect(await stage.call('job.get', { jobId: exported })).toMatchObject({
      error: { code: 'job.unknown' },
    });
    expect(await stage.call('job.cancel', { jobId: importing })).toMatchObject({
      error: { code: 'access.notAllowed' },
    });
  });
});

describe('what the desk takes back', () => {
  it('is its own, of today', async () => {
    let nowMs = Date.UTC(2026, 2, 14, 11);
    const stage = await openTillStage({ nowMs: () => nowMs });
    await stage.hire();
    stage.trade();
    const save = async (name: string) => {
      const card = await stage.call<{ card: object; revision: string }>('customer.card', { customerId: 1 });
      if (!card.ok) throw new Error(card.error.code);
      const saved = await stage.call<{ changeId: number }>('customer.save', {
        customerId: 1,
        uid: null,
        revision: card.value.revision,
        card: { ...card.value.card, name },
      });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
      return saved.value.changeId;
    };
    await stage.signIn('owner');
    const owners = await save('Anna Maria Żak');
    await stage.signIn('desk');
    expect(await stage.call('change.undo', { changeId: owners })).toMatchObject({
      error: { code: 'undo.notYours' },
    });
    const own = await save('Anna Żak-Lis');
    expect(await stage.call('change.undo', { changeId: own })).toMatchObject({ ok: true });
    const again = await save('Anna Żak-Kos');
    nowMs += 24 * 3_600_000;
    expect(await stage.call('change.undo', { changeId: again })).toMatchObject({
      error: { code: 'undo.notYours' },
    });
    await stage.signIn('manager');
    expect(await stage.call('change.undo', { changeId: again })).toMatchObject({ ok: true });
    // Who and when: the history of the card names each of them.
    const names = stage.db.sqlite
      .prepare(
        `SELECT action, name FROM change_log LEFT JOIN staff ON staff.id = staff_id
         WHERE subject = 'customer' AND action <> 'create' ORDER BY change_log.id`,
      )
      .raw()
      .all();
    expect(names).toEqual([
      ['update', 'Maria'],
      ['update', 'Ania'],
      ['undo', 'Ania'],
      ['update', 'Ania'],
      ['undo', 'Ewa'],
    ]);
  });

  it('is no opinion that somebody else wrote down', async () => {
    const stage = await openTillStage();
    await stage.hire();
    stage.trade();
    await stage.signIn('desk');
    const opinion = await stage.call<{ revision?: string }>('opinion.get', { opinionId: 1 });
    if (!opinion.ok) throw new Error(opinion.error.code);
    const edit = {
      opinionId: 1,
      nps: 10,
      csat: null,
      ces: null,
      comment: 'perfect',
      answers: [],
      ...(opinion.value.revision === undefined ? {} : { revision: opinion.value.revision }),
    };
    expect(await stage.call('opinion.edit', edit)).toMatchObject({ error: { code: 'undo.notYours' } });
    await stage.signIn('owner');
    expect(await stage.call('opinion.edit', edit)).toMatchObject({ ok: true });
  });
});
