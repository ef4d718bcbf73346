/** As an ordinary user with Chromium's sandbox on: everything works, and the page's process is shut in. */
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, good, newShop, type Revino, seedShop, test } from './app.ts';
import { type OrdinaryUser, ordinaryUser } from './ordinaryUser.ts';

let user: OrdinaryUser;
test.beforeAll(() => {
  user = ordinaryUser();
});
test.afterAll(() => user.remove());

const launchAs = (name: string) => {
  const { wrapper, args, env } = user;
  return {
    dataFolder: user.ownFolder(name),
    args,
    env,
    isSandboxed: true,
    ...(wrapper === undefined ? {} : { wrapper }),
  };
};

const pagePid = ({ app }: Revino): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

test('the sandbox is on and the app works in it', async ({ openRevino }) => {
  const revino = await openRevino(launchAs('sandboxed'));
  expect(await revino.app.evaluate(() => process.getuid?.())).not.toBe(0);
  expect(await revino.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(false);

  good(
    await revino.call('shop.create', newShop({ protection: 'passphrase', passphrase: 'four words of mine' })),
  );
  const { customerId } = good(await revino.call('customer.create', { name: 'Ștefan Łęcki', phone: null }));
  good(
    await revino.call('visit.record', {
      customerId,
      lines: [{ amountMinor: 4500, offeringName: 'Cut' }],
      note: null,
      visitUid: crypto.randomUUID(),
    }),
  );
  expect(good(await revino.call('retention.coverage', {})).visits).toBe(1);

  const printed = join(revino.dataFolder, 'key.pdf');
  await revino.answerDialogs(printed);
  expect(good(await revino.call('recoveryKey.savePdf', {}))).toEqual({ saved: true });
  expect(existsSync(printed)).toBe(true);
});

test('the page’s process is confined by the system', async ({ openRevino }) => {
  const revino = await openRevino(launchAs('confined'));
  if (process.platform !== 'linux') {
    // Other systems do not show it in a file; Electron itself says what each process got.
    const kinds = await revino.app.evaluate(({ app }) => app.getAppMetrics());
    expect(kinds.filter(({ type }) => type === 'Tab').every(({ sandboxed }) => sandboxed)).toBe(true);
    return;
  }
  const pid = await pagePid(revino);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  // Mode 2: a filter of system calls; and nothing it starts can gain rights.
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  expect(status).toMatch(/^CapEff:\s+0+$/m);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('no-sandbox');
});

test('a page that was taken over reaches neither files nor the door as somebody else', async ({
  openRevino,
}) => {
  const revino = await openRevino({ ...launchAs('attacked'), mayComplain: true });
  const found = await revino.window.evaluate(async () => ({
    node: ['require', 'process', 'module'].filter((name) => name in globalThis),
    file: await fetch('file:///etc/passwd').then(
      () => 'read',
      () => 'refused',
    ),
    opened: globalThis.open('file:///etc/passwd') === null,
    answer: (await globalThis.window.revino.call('app.state', {})).ok,
  }));
  expect(found).toEqual({ node: [], file: 'refused', opened: true, answer: true });
});

test('a folder that may only be read is told as such, and nothing in it changes', async ({
  openRevino,
  dataFolder,
}) => {
  await seedShop(dataFolder);
  const launch = launchAs('read-only');
  const file = join(launch.dataFolder, 'shop.revino');
  copyFileSync(join(dataFolder, 'shop.revino'), file);
  chmodSync(file, 0o444);
  chmodSync(launch.dataFolder, 0o555);
  const before = readFileSync(file);
  try {
    const revino = await openRevino(launch);
    expect(good(await revino.call('app.state', {}))).toMatchObject({
      phase: 'failed',
      code: 'database.notWritable',
    });
    expect((await revino.window.getByRole('main').innerText()).length).toBeGreaterThan(40);
    await revino.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.lock`)).toBe(false);
  } finally {
    chmodSync(launch.dataFolder, 0o755);
  }
});

test('a first start where nothing may be written refuses to make a shop', async ({ openRevino }) => {
  const launch = launchAs('read-only-first');
  chmodSync(launch.dataFolder, 0o555);
  try {
    const revino = await openRevino(launch);
    expect(await revino.call('shop.create', newShop())).toMatchObject({
      ok: false,
      error: { code: 'database.notWritable' },
    });
    expect(good(await revino.call('app.state', {})).phase).toBe('noShop');
    await revino.close();
  } finally {
    chmodSync(launch.dataFolder, 0o755);
  }
});
