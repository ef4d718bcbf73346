/** What can be wrong with the shop's file at the start: a clear sentence each, and nothing made worse. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, good, holdWriterLock, newShop, type Revino, runNode, test } from './app.ts';

const databaseIn = (dataFolder: string): string => join(dataFolder, 'shop.revino');
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A shop with one customer and one visit; answers the data folder. */
const makeShop = async (openRevino: () => Promise<Revino>): Promise<string> => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop()));
  const { customerId } = good(await revino.call('customer.create', { name: 'Łucja Ștefan', phone: null }));
  good(
    await revino.call('visit.record', {
      customerId,
      lines: [{ amountMinor: 12000, offeringName: 'Cut' }],
      note: null,
      visitUid: crypto.randomUUID(),
    }),
  );
  await revino.close();
  return revino.dataFolder;
};

const overwrite = (file: string, at: number, text: string): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, text, at);
  closeSync(handle);
};

const faults: readonly {
  readonly name: string;
  readonly code: string;
  readonly spoil: (file: string) => void | Promise<void>;
}[] = [
  {
    name: 'a database whose head is overwritten',
    code: 'database.corrupt',
    spoil: (file) => overwrite(file, 0, 'not a database, but long enough to look like something else'),
  },
  {
    name: 'a database cut off in the middle',
    code: 'database.corrupt',
    spoil: (file) => truncateSync(file, 40_000),
  },
  { name: 'an empty file', code: 'database.corrupt', spoil: (file) => truncateSync(file, 0) },
  {
    name: 'a database whose tables are overwritten',
    code: 'database.corrupt',
    spoil: (file) => overwrite(file, 4096, 'x'.repeat(statSync(file).size - 4096)),
  },
  {
    name: 'a database of a newer Revino',
    code: 'database.newer',
    spoil: (file) =>
      runNode(
        `const { connect } = await import('./db/driver.ts');
         const db = connect(process.argv[1], { readonly: false, timeoutMs: 0 });
         db.prepare("INSERT INTO migration_ledger (position, tag, hash, applied_at_ms) VALUES (999, '0999_later', 'x', 0)").run();
         db.pragma('wal_checkpoint(TRUNCATE)');
         db.close();`,
        [file],
      ),
  },
  {
    name: 'a database of another program',
    code: 'database.foreign',
    spoil: async (file) => {
      rmSync(file);
      await runNode(
        `const { connect } = await import('./db/driver.ts');
         const db = connect(process.argv[1], { readonly: false, timeoutMs: 0 });
         db.exec('CREATE TABLE bookmark (address TEXT)');
         db.close();`,
        [file],
      );
    },
  },
  {
    name: 'a folder where the database should be',
    code: 'database.foreign',
    spoil: (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  },
];

for (const { name, code, spoil } of faults) {
  test(`${name} is told as ${code}, and left as it is`, async ({ openRevino }) => {
    const dataFolder = await makeShop(openRevino);
    const file = databaseIn(dataFolder);
    await spoil(file);
    const isFile = !name.startsWith('a folder');
    const before = isFile ? hashOf(file) : '';

    const revino = await openRevino();
    expect(good(await revino.call('app.state', {}))).toMatchObject({ phase: 'failed', code });
    const sentence = await revino.window.getByRole('main').innerText();
    expect(sentence.length).toBeGreaterThan(40);
    expect(sentence).not.toContain(code);
    // Nothing can be done behind that page's back.
    expect(await revino.call('customer.search', { text: 'a' })).toMatchObject({ ok: false, error: { code } });
    expect(await revino.call('shop.create', newShop())).toMatchObject({ error: { code: 'shop.exists' } });
    await revino.close();
    if (isFile) expect(hashOf(file)).toBe(before);
  });
}

test('a database that another program of ours writes is told as in use, and opens afterwards', async ({
  openRevino,
}) => {
  const dataFolder = await makeShop(openRevino);
  const release = await holdWriterLock(databaseIn(dataFolder));
  const revino = await openRevino();
  expect(good(await revino.call('app.state', {}))).toMatchObject({ phase: 'failed', code: 'database.inUse' });
  await revino.close();
  await release();
  const again = await openRevino();
  expect(good(await again.call('app.state', {})).phase).toBe('ready');
});

test('a kill of the whole app in the middle of its work loses nothing that was recorded', async ({
  openRevino,
}) => {
  const dataFolder = await makeShop(openRevino);
  const revino = await openRevino();
  const recorded = Array.from({ length: 20 }, () => crypto.randomUUID());
  for (const visitUid of recorded)
    good(
      await revino.call('visit.record', {
        customerId: 1,
        lines: [{ amountMinor: 500 }],
        note: null,
        visitUid,
      }),
    );
  revino.app.process().kill('SIGKILL');
  await revino.close();

  const copy = `${dataFolder}-copy`;
  cpSync(dataFolder, copy, { recursive: true, filter: (from) => !/Singleton|browser/.test(from) });
  try {
    const again = await openRevino({ dataFolder: copy });
    expect(good(await again.call('app.state', {})).phase).toBe('ready');
    expect(good(await again.call('visit.today', {})).visitCount).toBe(21);
    expect(good(await again.call('retention.coverage', {})).visits).toBe(21);
    await again.close();
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('a repeated call records the visit once', async ({ openRevino }) => {
  await makeShop(openRevino);
  const revino = await openRevino();
  const visit = {
    customerId: 1,
    lines: [{ amountMinor: 100 }],
    note: null,
    visitUid: crypto.randomUUID(),
  };
  const first = good(await revino.call('visit.record', visit));
  expect(good(await revino.call('visit.record', visit))).toEqual(first);
  expect(good(await revino.call('visit.today', {})).visitCount).toBe(2);
});

test('a window.json that cannot be written does not keep the window open', async ({
  openRevino,
  dataFolder,
}) => {
  mkdirSync(join(dataFolder, 'window.json', 'in-the-way'), { recursive: true });
  writeFileSync(join(dataFolder, 'window.json', 'in-the-way', 'x'), '');
  const revino = await openRevino();
  expect(good(await revino.call('app.state', {})).phase).toBe('noShop');
  await revino.close();
});
