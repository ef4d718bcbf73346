/**
 * Every procedure of the contract, as every role and with nobody signed in, through the real door with the real handlers:
 * who may is let in, who may not is refused by name and changes nothing.
 */
import { describe, expect, it } from 'vitest';
import { appContract, type ProcedureName } from '../../src-shared/contract/contract.ts';
import { ROLE_MATRIX } from '../../src-shared/contract/roleMatrix.ts';
import { ROLES, type Role } from '../../src-shared/domain/closedLists.ts';
import { contentOf } from '../db/support/databases.ts';
import { sampleInput } from './support/sampleInput.ts';
import { openTillStage, TODAY } from './support/tillStage.ts';

const NAMES = Object.keys(appContract) as ProcedureName[];
const mayCall = (name: ProcedureName, role: Role | null): boolean => {
  const callers = ROLE_MATRIX[name];
  return callers === 'anyone' || (role !== null && callers.includes(role));
};
/** Let in, these change who is signed in or what there is to change: the next one begins from the start. */
const MOVES_PEOPLE = /^(access|staff|shop|backup|export)\./;

const codeOf = (answer: { ok: boolean; error?: { code: string } }): string | null =>
  answer.ok ? null : (answer.error?.code ?? null);

describe('the role matrix', () => {
  it('has a row for every procedure, and none too many', () => {
    expect(Object.keys(ROLE_MATRIX).sort()).toEqual([...NAMES].sort());
  });

  it('keeps turnover, exports, costs, imports and PINs from the front desk, and exports from a manager', () => {
    const open = (role: Role) => NAMES.filter((name) => mayCall(name, role));
    const notForDesk =
      /^(export|report|retention|costs|spend|import|opinion\.(list|scores|trend|channels|delete)|access\.(people|setPerson|removePerson|turnOff|keepChoices)|recoveryKey|benefit\.saveStatement)/;
    expect(open('desk').filter((name) => notForDesk.test(name))).toEqual([]);
    expect(
      open('manager').filter((name) =>
        /^(export|costs|spend|recoveryKey|backup\.(start|restore))/.test(name),
      ),
    ).toEqual([]);
    expect(open('owner')).toEqual(NAMES);
  });

  it('answers whoever is not signed in what the lock screen and the first start need, and no more', () => {
    expect(NAMES.filter((name) => mayCall(name, null)).sort()).toEqual([
      'access.lock',
      'access.resetOwnerPin',
      'access.signIn',
      'access.state',
      'app.state',
      'shop.create',
      'shop.createDemo',
      'shop.unlock',
      'window.look',
      'window.perform',
      'window.reportDefect',
    ]);
  });

  it.each([...ROLES, null])(
    'as %s: lets in who may, refuses by name who may not and changes nothing',
    async (role) => {
      const stage = await openTillStage();
      await stage.hire();
      stage.trade();
      stage.keep();
      const wrong: string[] = [];
      const arrive = async () => {
        if (role !== null) expect((await stage.signIn(role)).isRight).toBe(true);
      };
      await arrive();
      for (const name of NAMES) {
        const input = sampleInput(appContract[name].input, { id: 1, date: TODAY });
        const isAllowed = mayCall(name, role);
        const before = isAllowed ? '' : contentOf(stage.db.sqlite);
        stage.reached.length = 0;
        const code = codeOf(await stage.call(name, input));
        if (isAllowed) {
          if (stage.reached[0] !== name) wrong.push(`${name}: not let in (${code})`);
          if (code === 'access.signedOut' || code === 'access.notAllowed') wrong.push(`${name}: ${code}`);
          if (MOVES_PEOPLE.test(name)) {
            await stage.jobs.whenIdle();
            await stage.putBack();
            await arrive();
          }
        } else {
          const expected = role === null ? 'access.signedOut' : 'access.notAllowed';
          if (code !== expected) wrong.push(`${name}: ${code}`);
          if (stage.reached.length > 0) wrong.push(`${name}: its handler was asked`);
          if (contentOf(stage.db.sqlite) !== before) wrong.push(`${name}: changed something`);
        }
      }
      const dropped = codeOf(await stage.drop('/nowhere.csv'));
      const mayDrop = role === 'owner' || role === 'manager';
      expect(dropped).toBe(
        mayDrop ? 'import.fileUnreadable' : role === null ? 'access.signedOut' : 'access.notAllowed',
      );
      await stage.jobs.whenIdle();
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('refuses before a word of the input is read, and says who may', async () => {
    const stage = await openTillStage();
    await stage.hire();
    expect(await stage.call('export.start', { nonsense: 'x' })).toMatchObject({
      error: { code: 'access.signedOut' },
    });
    await stage.signIn('desk');
    expect(await stage.call('export.start', { nonsense: 'x' })).toMatchObject({
      error: { code: 'access.notAllowed', params: { people: 'Maria' } },
    });
    expect(await stage.call('retention.coverage', {})).toMatchObject({
      error: { params: { people: 'Ewa, Maria' } },
    });
  });

  it('lets everybody do everything while nobody has a PIN', async () => {
    const stage = await openTillStage();
    for (const name of ['export.start', 'costs.read', 'report.choices', 'access.people'] as const)
      expect(
        codeOf(await stage.call(name, sampleInput(appContract[name].input, { id: 1, date: TODAY }))),
      ).toBe(null);
    expect(await stage.call('access.state')).toMatchObject({
      value: { isOn: false, signedIn: null, people: [] },
    });
  });
});
