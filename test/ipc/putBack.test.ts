/** Numbers of rows that went are given to others: what is put back later takes nobody's place and becomes nobody else's. */
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { readCard } from '../../db/repositories/customerDetail.ts';
import type { ProcedureName } from '../../src-shared/contract/contract.ts';
import { openTillStage } from './support/tillStage.ts';

const UID = '0192f3c4-0000-7000-8000-000000000001';

const shopOf = async (...names: readonly string[]) => {
  const stage = await openTillStage();
  const done = async <T = { changeId: number }>(name: ProcedureName, input: object): Promise<T> => {
    const answer = await stage.call<T>(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  for (const name of names) await done('customer.create', { name, phone: null });
  const undo = (changeId: number) => done('change.undo', { changeId });
  const tag = (customerIds: readonly number[], name: string, isAdded = true) =>
    done('customer.bulkTag', { selection: { kind: 'some', customerIds }, name, isAdded });
  const save = async (customerId: number, change: object) => {
    const { card, revision } = await done<{ card: object; revision: string }>('customer.card', {
      customerId,
    });
    return done('customer.save', { customerId, uid: null, revision, card: { ...card, ...change } });
  };
  const tagId = async (name: string) => {
    const { tags } = await done<{ tags: { tagId: number; name: string }[] }>('tag.list', {});
    return tags.find((one) => one.name === name)?.tagId ?? 0;
  };
  const isSound = () => {
    expect(stage.defects).toEqual([]);
    expect(checkDatabase({ file: stage.db.file, key: null }).problems).toEqual([]);
  };
  return { ...stage, db: stage.db, done, undo, tag, save, tagId, isSound };
};

describe('what is put back', () => {
  it('of contacts and preferences stands beside those that got their numbers', async () => {
    const { db, save, undo, isSound } = await shopOf('Anna', 'Ewa');
    const contact = (value: string) => ({ id: null, kind: 'phone', value, label: 'home' });
    const preference = (text: string) => ({ id: null, kind: 'warning', text });
    await save(1, { contacts: [contact('601 234 567')], preferences: [preference('nuts')] });
    const { changeId } = await save(1, { contacts: [], preferences: [] });
    await save(2, { contacts: [contact('501 111 222')], preferences: [preference('milk')] });
    await undo(changeId);
    expect(readCard(db, 1).contacts).toMatchObject([{ value: '601 234 567' }]);
    expect(readCard(db, 1).preferences).toMatchObject([{ text: 'nuts' }]);
    expect(readCard(db, 2).contacts).toMatchObject([{ value: '501 111 222' }]);
    expect(readCard(db, 2).preferences).toMatchObject([{ text: 'milk' }]);
    isSound();
  });

  it('of tags is without one that was removed since, and never another one', async () => {
    const { db, done, save, tag, tagId, undo, isSound } = await shopOf('Anna', 'Ewa');
    await tag([1], 'VIP');
    const { changeId } = await save(1, { tags: [] });
    const merge = { keptId: 2, mergedId: 1, uid: UID, choices: {} };
    await undo(changeId);
    const merged = await done('customer.merge', merge);
    await done('tag.remove', { tagId: await tagId('VIP') });
    await tag([2], 'Allergic');
    await undo(merged.changeId);
    expect(readCard(db, 1).tagIds).toEqual([]);
    expect(readCard(db, 2).tagIds).toEqual([await tagId('Allergic')]);
    isSound();
  });

  it('of a household joins its people, and not strangers who got its number', async () => {
    const { db, done, undo, isSound } = await shopOf('A', 'B', 'C', 'D', 'E', 'F');
    const home = (id: number) => readCustomer(db, id).householdId;
    const join = (customerId: number, withCustomerId: number) =>
      done('customer.joinHousehold', { customerId, withCustomerId });
    await join(1, 2);
    const left = await done('customer.leaveHousehold', { customerId: 1 });
    await join(3, 4);
    await undo(left.changeId);
    expect(home(1)).toBe(home(2));
    expect(home(1)).not.toBeNull();
    expect(home(3)).toBe(home(4));
    expect(home(3)).not.toBe(home(1));
    // Gone over to others, and the home that was left is gone since.
    const moved = await join(1, 3);
    await done('customer.joinHousehold', { customerId: 5, withCustomerId: 6 });
    await undo(moved.changeId);
    expect(home(1)).toBe(home(2));
    expect(home(5)).toBe(home(6));
    expect(home(5)).not.toBe(home(1));
    isSound();
  });

  it('of many cards leaves alone who was forgotten or merged since', async () => {
    const { db, done, jobs, tag, undo, isSound } = await shopOf('Anna', 'Ewa', 'Jan', 'Ola');
    await tag([1, 2, 3, 4], 'VIP');
    const untagged = await tag([1, 2, 3, 4], 'VIP', false);
    const trashed = await done('customer.bulkTrash', {
      selection: { kind: 'some', customerIds: [1, 2] },
      isInTrash: true,
    });
    await done('privacy.erase', { customerId: 2, name: 'Ewa' });
    await jobs.whenIdle();
    await done('customer.merge', { keptId: 3, mergedId: 4, uid: UID, choices: {} });
    await undo(trashed.changeId);
    await undo(untagged.changeId);
    expect([1, 2, 3, 4].map((id) => readCard(db, id).tagIds.length)).toEqual([1, 0, 1, 0]);
    expect(readCustomer(db, 1).archivedAtMs).toBeNull();
    expect(readCustomer(db, 2).archivedAtMs).not.toBeNull();
    isSound();
  });

  it('takes a tag along that only that change had made', async () => {
    const { done, tag, tagId, undo, isSound } = await shopOf('Anna');
    await tag([1], 'ewa');
    const renamed = await done('tag.rename', { tagId: await tagId('ewa'), name: 'VIP', mayMerge: false });
    const again = await tag([1], 'ewa');
    await undo(again.changeId);
    expect(await tagId('ewa')).toBe(0);
    await undo(renamed.changeId);
    expect(await tagId('ewa')).not.toBe(0);
    isSound();
  });

  it('of what was agreed with somebody forgotten can still be listed with everybody else’s', async () => {
    const { done, jobs, isSound } = await shopOf('Anna', 'Ewa');
    for (const customerId of [1, 2])
      await done('promise.make', {
        text: 'x',
        dueOn: '2026-03-14',
        customerId,
        staffId: null,
        madeAtVisitId: null,
      });
    await done('privacy.erase', { customerId: 1, name: 'Anna' });
    await jobs.whenIdle();
    await done('promise.setOutcome', { promiseId: 1, outcome: null });
    const { promises } = await done<{ promises: { text: string }[] }>('promise.due', {});
    expect(promises.map(({ text }) => text)).toContain('x');
    await done('customer.followUp', { customerId: 1 });
    isSound();
  });
});
