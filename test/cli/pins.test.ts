/** `pins`: who signs in, and the way back for an owner whose PIN is forgotten. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashPin } from '../../src-main/people/pinHash.ts';
import { setPerson } from '../../src-main/services/accessService.ts';
import { createNamed } from '../../src-main/services/catalogueService.ts';
import { NOW_MS, open, tempDir } from '../db/support/databases.ts';
import { INIT, inProcess } from './support.ts';

it('says who signs in, and takes the PINs away for whoever holds the key', async () => {
  const folder = tempDir();
  const file = join(folder, 'shop.revino');
  const shop = ['--db', file, '--no-encryption'];
  expect((await inProcess(['init', ...shop, ...INIT])).code).toBe(0);
  expect((await inProcess(['pins', ...shop])).stdout).toBe('Nobody signs in at this till.\n');
  const db = open(file, { key: null });
  for (const [name, role] of [
    ['Maria', 'owner'],
    ['Ania', 'desk'],
  ] as const)
    setPerson(db, createNamed(db, 'staff', name, NOW_MS).id, role, await hashPin('1234'), NOW_MS);
  db.close();
  const listed = await inProcess(['pins', ...shop, '--json']);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    people: [
      { name: 'Ania', role: 'desk' },
      { name: 'Maria', role: 'owner' },
    ],
  });
  expect((await inProcess(['pins', ...shop])).stdout).toContain('front desk');
  expect(JSON.parse((await inProcess(['pins', '--remove', ...shop, '--json'])).stdout)).toEqual({
    removed: 2,
  });
  expect((await inProcess(['pins', ...shop])).stdout).toBe('Nobody signs in at this till.\n');
});
