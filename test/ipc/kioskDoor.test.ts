/**
 * The two doors against each other, and the kiosk behind its own over a real database: who may knock, what may be asked,
 * double taps, failures, imports that hold the gate, and how it is left.
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createDoor } from '../../src-main/ipc/door.ts';
import { kioskHandlers } from '../../src-main/ipc/handlers/kioskHandlers.ts';
import { isOwnTopFrame, type SenderEvent, type WindowRole } from '../../src-main/ipc/sender.ts';
import { WriteGate } from '../../src-main/jobs/writeGate.ts';
import { KioskDesk, type OwnerPins } from '../../src-main/kiosk/kioskDesk.ts';
import { KIOSK_CALLER, OPEN_CALLER } from '../../src-main/people/till.ts';
import { addUsualSurveys } from '../../src-main/services/surveyService.ts';
import { recordVisit } from '../../src-main/services/visitService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { type KioskRound, kioskContract } from '../../src-shared/contract/kioskContract.ts';
import { kioskDeskContract } from '../../src-shared/contract/kioskDeskContract.ts';
import type { Answer } from '../../src-shared/contract/procedure.ts';
import { NOW_MS, openShop } from '../db/support/databases.ts';

const CONTENTS: Readonly<Record<WindowRole, number>> = { app: 1, print: 2, kiosk: 3 };
const roles = {
  roleOf: (id: number) => (Object.keys(CONTENTS) as WindowRole[]).find((role) => CONTENTS[role] === id),
};
const from = (id: number, frame: Partial<SenderEvent['senderFrame']> = {}): SenderEvent => ({
  sender: { id, mainFrame: { frameTreeNodeId: 10 } },
  senderFrame: {
    url: 'app://revino/kiosk.html',
    origin: 'app://revino',
    parent: null,
    frameTreeNodeId: 10,
    ...frame,
  },
});

const noPins: OwnerPins = { isAnySet: () => false, try: () => ({ isRight: false, waitMs: 0 }) };

const stage = (pins: OwnerPins = noPins) => {
  const db = openShop(null);
  addUsualSurveys(db, NOW_MS);
  const session = { shop: { db } };
  const gate = new WriteGate();
  const screen = {
    isOpen: false,
    isOnlyScreen: true,
    begun: (roundId: string) => void told.push(roundId),
    open: () => {
      screen.isOpen = true;
    },
    close: () => {
      screen.isOpen = false;
    },
  };
  const told: string[] = [];
  const defects: string[] = [];
  const clock = { nowMs: NOW_MS };
  const counts = { left: 0, changed: 0, data: 0 };
  const kiosk = new KioskDesk({
    session,
    gate,
    pins,
    screen,
    nowMs: () => clock.nowMs,
    dataChanged: () => void counts.data++,
    onChanged: () => void counts.changed++,
    onLeft: () => void counts.left++,
  });
  const onDefect = (name: string, error: unknown) => void defects.push(`${name} ${String(error)}`);
  const kioskDoor = createDoor({
    contract: kioskContract,
    handlers: kiosk.handlers,
    isAllowedSender: (event: SenderEvent) => isOwnTopFrame(event, 'kiosk', roles),
    authorise: () => KIOSK_CALLER,
    onDefect,
  });
  const start = {
    startsAsKiosk: false,
    keep: (isOn: boolean) => void Object.assign(start, { startsAsKiosk: isOn }),
  };
  const appDoor = createDoor({
    contract: kioskDeskContract,
    handlers: kioskHandlers({
      session: session as never,
      gate,
      nowMs: () => clock.nowMs,
      dataChanged: () => undefined,
      kiosk: () => kiosk,
      kioskStart: start,
    }),
    isAllowedSender: (event: SenderEvent) => isOwnTopFrame(event, 'app', roles),
    authorise: () => OPEN_CALLER,
    onDefect,
  });
  const ask = (name: string, input: unknown) => kioskDoor(from(CONTENTS.kiosk), name, input);
  const desk = (name: string, input: unknown) => appDoor(from(CONTENTS.app), name, input);
  const begin = async (after: string | null = null): Promise<KioskRound> => {
    const answer = (await ask('kiosk.begin', { after })) as Answer<KioskRound>;
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const opinions = () =>
    db.sqlite
      .prepare('SELECT customer_id AS customerId, visit_id AS visitId, nps, comment FROM opinion ORDER BY id')
      .all();
  return {
    db,
    gate,
    screen,
    told,
    defects,
    clock,
    counts,
    kiosk,
    kioskDoor,
    appDoor,
    ask,
    desk,
    begin,
    opinions,
  };
};

const answerOf = (round: Pick<KioskRound, 'roundId'>, change: object = {}) => ({
  roundId: round.roundId,
  opinionUid: randomUUID(),
  nps: 9,
  csat: null,
  ces: null,
  comment: null,
  answers: [],
  ...change,
});

const customerWithVisit = ({ db }: ReturnType<typeof stage>) => {
  const customerId = inTransaction(db, () =>
    insertCustomerTx(db, { displayName: 'Anna Żak', customerSince: '2026-01-01', createdAtMs: NOW_MS }),
  );
  const visit = { customerId, lines: [], note: null, visitUid: randomUUID() };
  const { visitId } = recordVisit(db, appContract['visit.record'].input.parse(visit), NOW_MS);
  return { customerId, visitId };
};

describe('the two doors', () => {
  it('refuse each other’s windows, and everybody else’s', async () => {
    const { kioskDoor, appDoor, opinions } = stage();
    const foreign = { ok: false, error: { code: 'door.foreignSender' } };
    const strangers: SenderEvent[] = [
      from(CONTENTS.print),
      from(99),
      { ...from(CONTENTS.kiosk), senderFrame: null },
      from(CONTENTS.kiosk, { parent: {}, frameTreeNodeId: 11 }),
      from(CONTENTS.kiosk, { frameTreeNodeId: 12 }),
      from(CONTENTS.kiosk, { url: 'about:blank', origin: 'null' }),
      from(CONTENTS.kiosk, { url: 'https://revino/kiosk.html', origin: 'https://revino' }),
    ];
    for (const event of [from(CONTENTS.app), ...strangers])
      for (const name of Object.keys(kioskContract))
        expect(await kioskDoor(event, name, {})).toMatchObject(foreign);
    for (const event of [from(CONTENTS.kiosk), ...strangers])
      for (const name of Object.keys(kioskDeskContract))
        expect(await appDoor(event, name, {})).toMatchObject(foreign);
    expect(opinions()).toEqual([]);
  });

  it('know nothing of each other: no procedure of the app can be asked for on the kiosk', async () => {
    const { ask, desk } = stage();
    const unknown = { ok: false, error: { code: 'door.unknownProcedure' } };
    for (const name of [...Object.keys(appContract), '__proto__', 'constructor', 'kiosk', null])
      expect(await ask(name as string, {})).toMatchObject(unknown);
    for (const name of Object.keys(kioskContract)) {
      expect(Object.hasOwn(appContract, name), name).toBe(false);
      expect(await desk(name, {})).toMatchObject(unknown);
    }
  });

  it('the kiosk’s takes nothing that is not well formed', async () => {
    const { ask, begin, defects, opinions, db } = stage();
    const good = answerOf(await begin());
    const bad: [string, unknown][] = [
      ['kiosk.begin', undefined],
      ['kiosk.begin', {}],
      ['kiosk.begin', { after: 7 }],
      ['kiosk.begin', { after: null, customerId: 1 }],
      ['kiosk.leave', { pin: '12' }],
      ['kiosk.leave', { pin: 1234 }],
      ['kiosk.leave', { pin: '1234567890123' }],
      ['kiosk.leave', { pin: "1' OR '1'='1" }],
      ['kiosk.answer', { ...good, visitId: 1 }],
      ['kiosk.answer', { ...good, customerId: 1 }],
      ['kiosk.answer', { ...good, channel: 'desk' }],
      ['kiosk.answer', { ...good, surveyId: 1 }],
      ['kiosk.answer', { ...good, opinionUid: 'x' }],
      ['kiosk.answer', { ...good, roundId: null }],
      ...[11, -1, 0.5, '9', Number.NaN].map((nps): [string, unknown] => ['kiosk.answer', { ...good, nps }]),
      ['kiosk.answer', { ...good, comment: 'a'.repeat(4001) }],
      ['kiosk.answer', { ...good, answers: [{ questionId: 1, choice: 0 }] }],
      ['kiosk.answer', { ...good, answers: Array(51).fill({ questionId: 1, choice: 0, text: null }) }],
    ];
    for (const [name, input] of bad)
      expect(await ask(name, input), JSON.stringify(input)?.slice(0, 80)).toMatchObject({
        ok: false,
        error: { code: 'door.invalidInput' },
      });
    expect(await ask('kiosk.answer', { ...good, comment: 'a'.repeat(300_000) })).toMatchObject({
      error: { code: 'door.tooLarge' },
    });
    expect(
      await ask('kiosk.answer', { ...good, answers: [{ questionId: 999, choice: 0, text: null }] }),
    ).toMatchObject({
      error: { code: 'opinion.wrongAnswer' },
    });
    expect(await ask('kiosk.answer', { ...good, nps: null })).toMatchObject({
      error: { code: 'opinion.empty' },
    });
    expect(defects).toEqual([]);
    expect(opinions()).toEqual([]);
    expect(checkDatabase({ file: db.file, key: null, depth: 'quick' }).problems).toEqual([]);
  });
});

describe('a round', () => {
  it('tells the page nothing but the survey, whoever it was handed to', async () => {
    const it = stage();
    const link = customerWithVisit(it);
    await it.desk('kiosk.open', link);
    const round = await it.begin();
    expect(Object.keys(round).sort()).toEqual(
      [
        'idleSeconds',
        'isAnonymous',
        'leftBy',
        'locales',
        'questions',
        'returnSeconds',
        'roundId',
        'shopName',
      ].sort(),
    );
    expect(round.isAnonymous).toBe(false);
    expect(JSON.stringify(round)).not.toContain('Anna');
    for (const question of round.questions)
      expect(Object.keys(question).sort()).toEqual(['isRequired', 'kind', 'questionId', 'wording']);
  });

  it('gives one answer to the visit, and the next one to nobody', async () => {
    const it = stage();
    const link = customerWithVisit(it);
    await it.desk('kiosk.open', link);
    const round = await it.begin();
    expect(await it.ask('kiosk.answer', answerOf(round))).toMatchObject({ ok: true });
    expect(await it.ask('kiosk.answer', answerOf(round, { nps: 3 }))).toMatchObject({ ok: true });
    const next = await it.begin(round.roundId);
    expect(next.isAnonymous).toBe(true);
    await it.ask('kiosk.answer', answerOf(next, { nps: 1 }));
    expect(it.opinions()).toMatchObject([
      { ...link, nps: 9 },
      { customerId: null, visitId: null, nps: 3 },
      { customerId: null, visitId: null, nps: 1 },
    ]);
    expect(it.counts.data).toBe(3);
  });

  it('handed over while somebody is answering begins anew, and what was half said is nobody’s', async () => {
    const it = stage();
    await it.desk('kiosk.open', { customerId: null, visitId: null });
    const before = await it.begin();
    const link = customerWithVisit(it);
    await it.desk('kiosk.open', link);
    expect(it.told).toHaveLength(1);
    await it.ask('kiosk.answer', answerOf(before, { nps: 2 }));
    const after = await it.begin(before.roundId);
    expect(after.roundId).toBe(it.told[0]);
    await it.ask('kiosk.answer', answerOf(after));
    expect(it.opinions()).toMatchObject([
      { customerId: null, visitId: null, nps: 2 },
      { ...link, nps: 9 },
    ]);
  });

  it('left untouched for three minutes, abandoned, or of a page that died, is nobody’s', async () => {
    const it = stage();
    const link = customerWithVisit(it);
    await it.desk('kiosk.open', link);
    const late = await it.begin();
    it.clock.nowMs += 3 * 60_000;
    await it.ask('kiosk.answer', answerOf(late));
    await it.desk('kiosk.open', link);
    const abandoned = await it.begin(late.roundId);
    await it.ask('kiosk.answer', answerOf(await it.begin(abandoned.roundId)));
    await it.desk('kiosk.open', link);
    it.kiosk.forgetLink();
    await it.ask('kiosk.answer', answerOf(await it.begin()));
    expect(it.opinions()).toMatchObject(Array(3).fill({ customerId: null, visitId: null }));
  });
});

describe('an answer', () => {
  it('tapped twice at once, and again later, is one opinion', async () => {
    const it = stage();
    const answer = answerOf(await it.begin());
    const both = await Promise.all([it.ask('kiosk.answer', answer), it.ask('kiosk.answer', answer)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    await it.ask('kiosk.answer', answer);
    expect(it.opinions()).toHaveLength(1);
  });

  it('given while an import is writing is stored when it is done, with its visit, over midnight too', async () => {
    const it = stage();
    const link = customerWithVisit(it);
    await it.desk('kiosk.open', link);
    const round = await it.begin();
    const release = Promise.withResolvers<void>();
    const held = it.gate.hold(() => release.promise);
    const answer = answerOf(round);
    const first = it.ask('kiosk.answer', answer);
    const next = await it.begin(round.roundId);
    const second = it.ask('kiosk.answer', answerOf(next, { nps: 4 }));
    expect(it.opinions()).toEqual([]);
    it.clock.nowMs += 24 * 3600_000;
    const again = it.ask('kiosk.answer', answer);
    release.resolve();
    await held;
    expect(await Promise.all([first, second, again])).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(it.opinions()).toMatchObject([
      { ...link, nps: 9 },
      { customerId: null, nps: 4 },
    ]);
  });

  it('that failed can be tried again and still lies with its visit', async () => {
    const it = stage();
    const link = customerWithVisit(it);
    await it.desk('kiosk.open', link);
    const answer = answerOf(await it.begin());
    it.db.sqlite.exec(
      "CREATE TRIGGER full BEFORE INSERT ON opinion BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(await it.ask('kiosk.answer', answer)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(it.defects).toHaveLength(1);
    it.db.sqlite.exec('DROP TRIGGER full');
    expect(await it.ask('kiosk.answer', answer)).toMatchObject({ ok: true });
    expect(it.opinions()).toMatchObject([link]);
  });
});

describe('leaving', () => {
  it('takes the code that the desk shows where nobody has a PIN', async () => {
    const it = stage();
    await it.desk('kiosk.open', { customerId: null, visitId: null });
    const state = (await it.desk('kiosk.state', {})) as Answer<{ leaveCode: string; isOpen: boolean }>;
    if (!state.ok) throw new Error(state.error.code);
    const { leaveCode, isOpen } = state.value;
    expect(isOpen).toBe(true);
    expect((await it.begin()).leftBy).toBe('code');
    const wrong = leaveCode === '000000' ? '111111' : '000000';
    expect(await it.ask('kiosk.leave', { pin: wrong })).toEqual({
      ok: true,
      value: { isLeft: false, waitSeconds: 0 },
    });
    expect(it.screen.isOpen).toBe(true);
    expect(await it.ask('kiosk.leave', { pin: leaveCode })).toEqual({
      ok: true,
      value: { isLeft: true, waitSeconds: 0 },
    });
    expect(it.screen.isOpen).toBe(false);
    expect(it.counts.left).toBe(1);
  });

  it('takes an owner’s PIN where there is one, and then no code', async () => {
    const tried: string[] = [];
    const it = stage({
      isAnySet: () => true,
      try: async (_db, pin) => {
        tried.push(pin);
        return { isRight: pin === '4711', waitMs: pin === '4711' ? 0 : 14_200 };
      },
    });
    await it.desk('kiosk.open', { customerId: null, visitId: null });
    expect(await it.desk('kiosk.state', {})).toMatchObject({ value: { leaveCode: null, isOpen: true } });
    expect((await it.begin()).leftBy).toBe('pin');
    expect(await it.ask('kiosk.leave', { pin: '0815' })).toMatchObject({
      value: { isLeft: false, waitSeconds: 15 },
    });
    expect(it.counts.left).toBe(0);
    expect(await it.ask('kiosk.leave', { pin: '4711' })).toMatchObject({ value: { isLeft: true } });
    expect(tried).toEqual(['0815', '4711']);
    expect(it.counts.left).toBe(1);
  });

  it('by the end of the shop takes nothing, and tells nobody who may have left', async () => {
    const it = stage();
    await it.desk('kiosk.open', { customerId: null, visitId: null });
    it.kiosk.end();
    expect(it.screen.isOpen).toBe(false);
    expect(it.counts.left).toBe(0);
  });
});

describe('opening', () => {
  it('at the start waits for somebody to read the code, and not where there is a PIN', async () => {
    const it = stage();
    expect(it.kiosk.openAtStart()).toBe(false);
    expect(await it.desk('kiosk.state', {})).toMatchObject({ value: { isOpen: false, isWanted: true } });
    await it.desk('kiosk.open', { customerId: null, visitId: null });
    expect(await it.desk('kiosk.state', {})).toMatchObject({ value: { isOpen: true, isWanted: false } });
    const own = stage({ isAnySet: () => true, try: () => ({ isRight: false, waitMs: 0 }) });
    expect(own.kiosk.openAtStart()).toBe(true);
    expect(own.screen.isOpen).toBe(true);
  });

  it('is refused for a visit or a customer that is not there, and nothing opens', async () => {
    const it = stage();
    expect(await it.desk('kiosk.open', { customerId: null, visitId: 77 })).toMatchObject({
      error: { code: 'visit.notFound' },
    });
    expect(await it.desk('kiosk.open', { customerId: 77, visitId: null })).toMatchObject({
      error: { code: 'customer.notFound' },
    });
    expect(it.screen.isOpen).toBe(false);
  });

  it('keeps what the settings say, part by part', async () => {
    const it = stage();
    await it.desk('kiosk.keepChoices', { idleSeconds: 60 });
    await it.desk('kiosk.keepChoices', { startsAsKiosk: true, locales: ['ro'] });
    expect(await it.desk('kiosk.choices', {})).toEqual({
      ok: true,
      value: { surveyId: null, locales: ['ro'], returnSeconds: 6, idleSeconds: 60, startsAsKiosk: true },
    });
    expect((await it.begin()).locales).toEqual(['ro']);
  });
});
