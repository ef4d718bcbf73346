/** `--cli` inside Electron, as an installed copy runs it: clean output, its own exit codes, no window, one lock. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  electronArgs,
  electronEnv,
  expect,
  good,
  newShop,
  repoFolder,
  seedShop,
  test,
  toolchain,
} from './app.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const runCli = async (
  dataFolder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> => {
  const child = spawn(toolchain().electronPath, [...electronArgs, '--cli', ...args], {
    env: electronEnv(dataFolder, env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
};

test('a command prints its one document and nothing else, and ends with its code', async ({ dataFolder }) => {
  const db = join(dataFolder, 'own.revino');
  const made = await runCli(dataFolder, [
    ...['init', '--db', db, '--shop', 'Zakład Łucji', '--currency', 'PLN', '--time-zone', 'Europe/Warsaw'],
    ...['--locale', 'pl', '--no-encryption', '--json'],
  ]);
  expect(made.code, made.stderr).toBe(0);
  JSON.parse(made.stdout);
  const checked = await runCli(dataFolder, ['check', '--db', db, '--json']);
  expect(checked.code, checked.stderr).toBe(0);
  expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, visits: 0 });

  const missing = await runCli(dataFolder, ['check', '--db', join(dataFolder, 'none.revino')]);
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr.trim()).not.toBe('');
  expect((await runCli(dataFolder, ['no-such-command'])).code).toBe(2);
});

test('a report is printed without any window of the app', async ({ dataFolder }) => {
  const file = join(repoFolder, 'test/fixtures/cdnow/CDNOW_sample.txt');
  const mapping = join(dataFolder, 'cdnow.json');
  const columns = { customer: 1, date: 2, quantity: 3, amount: 4 };
  writeFileSync(
    mapping,
    JSON.stringify({ kind: 'visits', layout: 'whitespace', header: false, dateFormat: 'yyyyMMdd', columns }),
  );
  await seedShop(dataFolder, { currency: 'USD', visits: { file, mapping } });
  const out = join(dataFolder, 'report.pdf');
  const db = join(dataFolder, 'shop.revino');
  const args = ['report', '--db', db, '--month', '1998-06', '--locale', 'ro', '--out', out, '--json'];
  const done = await runCli(dataFolder, args);
  expect(done.code, done.stderr).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({ file: out, locale: 'ro' });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');

  const screenless = await runCli(dataFolder, args, { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect(screenless.code, screenless.stderr).toBe(0);
  expect(JSON.parse(screenless.stdout)).toMatchObject({ file: out });
});

test('the command line works beside the open window, but never writes into its shop', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop()));
  const db = join(revino.dataFolder, 'shop.revino');
  const metrics = await runCli(revino.dataFolder, ['metrics', '--db', db, '--as-of', '2026-01-31', '--json']);
  expect(metrics.code, metrics.stderr).toBe(0);
  const file = join(repoFolder, 'test/fixtures/cdnow/CDNOW_sample.txt');
  const refused = await runCli(revino.dataFolder, ['import', file, '--db', db]);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr.length).toBeGreaterThan(20);
  expect(good(await revino.call('retention.coverage', {})).visits).toBe(0);
  expect((await revino.call('app.state', {})).ok).toBe(true);
});

test('where there is no screen the command line needs none', async ({ dataFolder }) => {
  const db = join(dataFolder, 'own.revino');
  const shop = ['--shop', 'A', '--currency', 'PLN', '--time-zone', 'UTC', '--no-encryption'];
  const screenless = { DISPLAY: '', WAYLAND_DISPLAY: '' };
  const made = await runCli(dataFolder, ['init', '--db', db, ...shop], screenless);
  expect(made.code, made.stderr).toBe(0);
  expect(existsSync(db)).toBe(true);
  const checked = await runCli(dataFolder, ['check', '--db', db, '--json'], screenless);
  expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true });
  // A report needs a screen and makes itself a virtual one where it can; without that it says so.
  const report = ['report', '--db', db, '--month', '2026-01', '--out', join(dataFolder, 'a.pdf')];
  const refused = await runCli(dataFolder, report, { ...screenless, PATH: '/nowhere' });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/screen|display/i);
});
