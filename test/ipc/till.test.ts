/** Signing in over a real database: PINs, waiting, restarts, roles, the last owner, a forgotten PIN, and locking by itself. */
import { describe, expect, it } from 'vitest';
import { findStaffAccess } from '../../db/repositories/staffAccess.ts';
import { EXPORTED_TABLES } from '../../db/repositories/wholeShop.ts';
import { hashPin, isPin } from '../../src-main/people/pinHash.ts';
import { openTillStage, PASSPHRASE, PINS } from './support/tillStage.ts';

const clocks = () => {
  const clock = { wall: Date.UTC(2026, 2, 14, 11), steady: 0 };
  return {
    clock,
    parts: { nowMs: () => clock.wall, steadyMs: () => clock.steady },
    pass: (ms: number) => {
      clock.wall += ms;
      clock.steady += ms;
    },
  };
};

describe('a PIN', () => {
  it('is kept as a hash with a salt of its own, and takes its time', async () => {
    const [first, second] = await Promise.all([hashPin('1234'), hashPin('1234')]);
    expect(first.hash.equals(second.hash)).toBe(false);
    expect(await isPin('1234', first)).toBe(true);
    expect(await isPin('1235', first)).toBe(false);
    const begunMs = performance.now();
    await isPin('1234', second);
    expect(performance.now() - begunMs).toBeGreaterThan(10);
  });

  it('has four to eight digits', async () => {
    const stage = await openTillStage();
    await stage.hire();
    for (const pin of ['123', '123456789', '12a4', '', ' 1234'])
      expect(await stage.call('access.signIn', { staffId: stage.ids.owner, pin })).toMatchObject({
        error: { code: 'door.invalidInput' },
      });
  });

  it('stands nowhere in the file', async () => {
    const stage = await openTillStage();
    await stage.hire();
    const { pinSalt, pinHash } = findStaffAccess(stage.db, stage.ids.owner) ?? {};
    expect([pinSalt?.length, pinHash?.length]).toEqual([16, 32]);
    const log = stage.db.sqlite.prepare("SELECT fields FROM change_log WHERE subject = 'staff_access'").all();
    expect(JSON.stringify(log)).not.toContain(PINS.owner);
    expect(log).toHaveLength(3);
    // Nor does the hash leave with an export, where all PINs could be tried at leisure.
    expect(EXPORTED_TABLES.map(({ name }) => name)).not.toContain('staff_access');
  });
});

describe('wrong PINs', () => {
  it('make the next try wait, also after a restart and with the clock set back or forward', async () => {
    const { clock, parts, pass } = clocks();
    const stage = await openTillStage(parts);
    await stage.hire();
    const left = [];
    for (let at = 0; at < 5; at++) left.push(await stage.signIn('desk', '0000'));
    expect(left.map(({ triesLeft }) => triesLeft)).toEqual([4, 3, 2, 1, 0]);
    expect(left.at(-1)?.waitSeconds).toBe(30);
    // The right one is not even looked at.
    expect(await stage.signIn('desk')).toEqual({ isRight: false, triesLeft: 0, waitSeconds: 30 });
    clock.wall += 3_600_000;
    // Not the second time either, when the wait is kept by the new time of day.
    for (const _again of [1, 2, 3])
      expect(await stage.signIn('desk')).toMatchObject({ isRight: false, waitSeconds: 30 });
    clock.wall -= 3_600_000;
    await stage.restart();
    expect(await stage.signIn('desk')).toMatchObject({ isRight: false, waitSeconds: 30 });
    clock.wall -= 10 * 86_400_000;
    expect(await stage.signIn('desk')).toMatchObject({ isRight: false, waitSeconds: 30 });
    pass(29_000);
    expect(await stage.signIn('desk')).toMatchObject({ isRight: false, waitSeconds: 1 });
    pass(1000);
    expect(await stage.signIn('desk', '0000')).toMatchObject({ isRight: false, waitSeconds: 60 });
    pass(60_000);
    expect(await stage.signIn('desk')).toMatchObject({ isRight: true, waitSeconds: 0 });
    expect(findStaffAccess(stage.db, stage.ids.desk)?.failedCount).toBe(0);
    // Nobody else had to wait for that.
    expect(await stage.signIn('manager')).toMatchObject({ isRight: true });
  });

  it('count one by one, however many come at once, and before they are looked at', async () => {
    const { parts } = clocks();
    const stage = await openTillStage(parts);
    await stage.hire();
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, at) => stage.signIn('desk', String(4000 + at))),
    );
    expect(many.filter(({ isRight }) => isRight)).toEqual([]);
    expect(findStaffAccess(stage.db, stage.ids.desk)?.failedCount).toBe(5);
    const trying = stage.signIn('owner', '0000');
    await Promise.resolve();
    await new Promise((done) => setImmediate(done));
    expect(findStaffAccess(stage.db, stage.ids.owner)?.failedCount).toBe(1);
    await trying;
  });

  it('of an old PIN make nobody wait who was given a new one', async () => {
    const { parts } = clocks();
    const stage = await openTillStage(parts);
    await stage.hire();
    for (let at = 0; at < 5; at++) await stage.signIn('desk', '0000');
    expect(await stage.signIn('desk')).toMatchObject({ isRight: false, waitSeconds: 30 });
    await stage.signIn('owner');
    const given = { staffId: stage.ids.desk, role: 'desk', pin: '7777' };
    expect(await stage.call('access.setPerson', given)).toMatchObject({ ok: true });
    expect(await stage.signIn('desk', '7777')).toMatchObject({ isRight: true });
  });

  it('on the kiosk make nobody wait at the till', async () => {
    const { parts, pass } = clocks();
    const stage = await openTillStage(parts);
    await stage.hire();
    for (let at = 0; at < 5; at++) await stage.till.tryOwnersPin(stage.db, '000000');
    expect(await stage.till.tryOwnersPin(stage.db, PINS.owner)).toMatchObject({
      isRight: false,
      waitMs: 30_000,
    });
    expect(await stage.signIn('owner')).toMatchObject({ isRight: true });
    pass(30_000);
    expect(await stage.till.tryOwnersPin(stage.db, PINS.manager)).toMatchObject({ isRight: false });
    pass(60_000);
    expect(await stage.till.tryOwnersPin(stage.db, PINS.owner)).toMatchObject({ isRight: true });
  });

  it('are counted while an import is writing, and nobody waits for it to sign in', async () => {
    const stage = await openTillStage();
    await stage.hire();
    const { promise, resolve } = Promise.withResolvers<void>();
    const holding = stage.gate.hold(() => promise);
    await stage.signIn('desk', '0000');
    expect(await stage.signIn('desk', '0000')).toMatchObject({ triesLeft: 3 });
    expect(await stage.signIn('manager')).toMatchObject({ isRight: true });
    resolve();
    await holding;
    await new Promise((done) => setImmediate(done));
    expect(findStaffAccess(stage.db, stage.ids.desk)?.failedCount).toBe(2);
  });
});

describe('who is signed in', () => {
  it('is nobody after a restart, and whoever signed in last until they lock', async () => {
    const stage = await openTillStage();
    await stage.hire();
    await stage.signIn('desk');
    expect(stage.till.state.signedIn).toEqual({ staffId: stage.ids.desk, name: 'Ania', role: 'desk' });
    await stage.signIn('manager');
    expect(stage.till.caller).toEqual({ staffId: stage.ids.manager, role: 'manager' });
    await stage.restart();
    expect(stage.till.caller).toEqual({ staffId: null, role: null });
    await stage.signIn('desk');
    await stage.call('access.lock');
    expect(stage.till.state.signedIn).toBeNull();
    expect(await stage.call('visit.today')).toMatchObject({ error: { code: 'access.signedOut' } });
  });

  it('is locked out by an idle window, and not by one that is used', async () => {
    const { parts, pass } = clocks();
    const stage = await openTillStage(parts);
    await stage.hire();
    await stage.signIn('owner');
    await stage.call('access.keepChoices', { autoLockMinutes: 2 });
    pass(119_000);
    stage.till.lockIfIdle();
    expect(stage.till.caller.role).toBe('owner');
    stage.till.touched();
    pass(119_000);
    stage.till.lockIfIdle();
    expect(stage.till.caller.role).toBe('owner');
    pass(1000);
    stage.till.lockIfIdle();
    expect(stage.till.caller.role).toBeNull();
    await stage.signIn('owner');
    await stage.call('access.keepChoices', { autoLockMinutes: null });
    pass(86_400_000);
    stage.till.lockIfIdle();
    expect(stage.till.caller.role).toBe('owner');
  });
});

describe('owners', () => {
  it('come first, and the last one stays', async () => {
    const stage = await openTillStage();
    const made = await stage.call<{ id: number }>('staff.create', { name: 'Ola' });
    const ola = made.ok ? made.value.id : 0;
    const set = (staffId: number, role: string, pin: string | null) =>
      stage.call('access.setPerson', { staffId, role, pin });
    expect(await set(ola, 'desk', '1234')).toMatchObject({ error: { code: 'access.ownerFirst' } });
    expect(await set(ola, 'owner', null)).toMatchObject({ error: { code: 'access.pinMissing' } });
    expect(await set(ola, 'owner', '1234')).toMatchObject({ ok: true });
    // Whoever gave the first PIN goes on working.
    expect(stage.till.state.signedIn).toMatchObject({ name: 'Ola', role: 'owner' });
    for (const [name, input] of [
      ['access.setPerson', { staffId: ola, role: 'desk', pin: null }],
      ['access.removePerson', { staffId: ola }],
      ['staff.setArchived', { id: ola, isArchived: true }],
      ['staff.remove', { id: ola }],
    ] as const)
      expect(await stage.call(name, input), name).toMatchObject({ error: { code: 'access.lastOwner' } });
    const other = await stage.call<{ id: number }>('staff.create', { name: 'Iga' });
    const iga = other.ok ? other.value.id : 0;
    expect(await set(iga, 'owner', '4321')).toMatchObject({ ok: true });
    expect(await stage.call('staff.setArchived', { id: ola, isArchived: true })).toMatchObject({ ok: true });
    // Ola was signed in and is no longer there.
    expect(await stage.call('visit.today')).toMatchObject({ error: { code: 'access.signedOut' } });
    expect(await stage.till.signIn(iga, '4321')).toMatchObject({ isRight: true });
    expect(await stage.call('access.turnOff')).toMatchObject({ ok: true });
    expect(stage.till.state).toMatchObject({ isOn: false, people: [] });
    expect(await stage.call('costs.read')).toMatchObject({ ok: true });
  });

  it('get a forgotten PIN back with the key of the shop, tried as rarely as a PIN', async () => {
    const { parts, pass } = clocks();
    const stage = await openTillStage({ ...parts, protection: 'passphrase' });
    await stage.hire();
    const reset = (secret: object, staffId = stage.ids.owner) =>
      stage.call('access.resetOwnerPin', { staffId, secret, pin: '87654321' });
    expect(await reset({ passphrase: PASSPHRASE }, stage.ids.desk)).toMatchObject({
      error: { code: 'staff.notFound' },
    });
    for (let at = 0; at < 4; at++)
      expect(await reset({ passphrase: `${PASSPHRASE}!` })).toMatchObject({
        error: { code: 'key.wrongPassphrase' },
      });
    expect(await reset({ passphrase: `${PASSPHRASE}!` })).toMatchObject({
      error: { code: 'access.waitFirst', params: { seconds: 30 } },
    });
    expect(await reset({ recoveryKey: stage.recoveryKey })).toMatchObject({
      error: { code: 'access.waitFirst' },
    });
    // Whoever forgot the PIN tried it often: the new one is theirs at once.
    for (let at = 0; at < 5; at++) await stage.signIn('owner', '0000');
    pass(30_000);
    for (let at = 0; at < 2; at++) await stage.signIn('owner', '0000');
    expect(await reset({ recoveryKey: stage.recoveryKey })).toMatchObject({ ok: true });
    expect(stage.till.state.signedIn?.role).toBe('owner');
    expect(await stage.signIn('owner')).toMatchObject({ isRight: false });
    expect(await stage.signIn('owner', '87654321')).toMatchObject({ isRight: true });
    stage.till.lock();
    expect(await reset({ passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  }, 60_000);

  it('of a shop without a key are sent to the command line', async () => {
    const stage = await openTillStage();
    await stage.hire();
    expect(stage.till.state.resetBy).toBe('commandLine');
    const input = { staffId: stage.ids.owner, secret: { passphrase: 'x' }, pin: '8765' };
    expect(await stage.call('access.resetOwnerPin', input)).toMatchObject({
      error: { code: 'access.noKey' },
    });
  });
});

it('everybody changes their own PIN, and nobody else’s', async () => {
  const stage = await openTillStage();
  await stage.hire();
  await stage.signIn('desk');
  expect(await stage.call('access.changeOwnPin', { oldPin: '0000', newPin: '5555' })).toMatchObject({
    value: { isRight: false, triesLeft: 4 },
  });
  expect(await stage.call('access.changeOwnPin', { oldPin: PINS.desk, newPin: '5555' })).toMatchObject({
    value: { isRight: true },
  });
  expect(await stage.signIn('desk', '5555')).toMatchObject({ isRight: true });
});

it('a command that waited for an import is the doing of whoever gave it', async () => {
  const stage = await openTillStage();
  await stage.hire();
  stage.trade();
  await stage.signIn('desk');
  const { promise, resolve } = Promise.withResolvers<void>();
  const holding = stage.gate.hold(() => promise);
  const waiting = stage.call('customer.archive', { customerId: 2 });
  await stage.signIn('manager');
  resolve();
  await holding;
  expect(await waiting).toMatchObject({ ok: true });
  const row = stage.db.sqlite
    .prepare("SELECT staff_id AS staffId FROM change_log WHERE action = 'archive' AND subject = 'customer'")
    .get();
  expect(row).toEqual({ staffId: stage.ids.desk });
});
