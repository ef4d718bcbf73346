/** Jobs and worker processes: imports and reports that run, wait, are cancelled, killed, or outlive the window. */
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import { expect, good, newShop, type Revino, test } from './app.ts';

const mapping: Mapping = {
  kind: 'visits',
  layout: 'delimited',
  separator: ',',
  encoding: 'utf-8',
  header: true,
  dateFormat: 'yyyy-MM-dd',
  decimal: '.',
  onMissingCustomer: 'walk-in',
  columns: { customer: 'Customer', date: 'Date', amount: 'Amount' },
};

/** A visits file; every hundredth row has no date. */
const writeVisits = (file: string, rows: number): void => {
  const lines = ['Customer,Date,Amount'];
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2024, 0, 1 + (row % 700))).toISOString().slice(0, 10);
    lines.push(`C${row % 5000},${row % 100 === 99 ? 'never' : day},${(row % 90) + 10}.50`);
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
};

const openShop = async (open: () => Promise<Revino>): Promise<Revino> => {
  const revino = await open();
  good(await revino.call('shop.create', newShop()));
  return revino;
};

const pick = async (revino: Revino, file: string): Promise<string> => {
  await revino.answerDialogs(file);
  return good(await revino.call('import.pickFile', {}))?.fileToken ?? '';
};

const startImport = async (revino: Revino, file: string, dryRun = false): Promise<string> => {
  const fileToken = await pick(revino, file);
  return good(await revino.call('import.start', { fileToken, mapping, dryRun })).jobId;
};

const jobOf = async (revino: Revino, jobId: string): Promise<Job> =>
  good(await revino.call('job.get', { jobId }));

const ended = async (revino: Revino, jobId: string): Promise<Job> => {
  await expect.poll(async () => (await jobOf(revino, jobId)).state, { timeout: 45_000 }).not.toBe('running');
  return await jobOf(revino, jobId);
};

/** Until the import has begun to read rows. */
const underWay = (revino: Revino, jobId: string): Promise<void> =>
  expect
    .poll(async () => (await jobOf(revino, jobId)).progress ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(0.02);

const visitsIn = async (revino: Revino): Promise<number> =>
  good(await revino.call('retention.coverage', {})).visits;

const workerPid = (revino: Revino, purpose: string): Promise<number> =>
  revino.app.evaluate(
    ({ app }, name) => app.getAppMetrics().find((process) => process.name === name)?.pid ?? 0,
    `Revino ${purpose}`,
  );

test('an import tells its progress and its counts, and the rejected rows can be saved', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openShop(openRevino);
  const file = join(dataFolder, 'visits.csv');
  writeVisits(file, 20_000);
  await revino.window.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    globalThis.window.revino.subscribe('job.changed', (job) => told.push(job));
    globalThis.window.revino.subscribe('data.changed', () => told.push('data'));
  });
  const dry = await ended(revino, await startImport(revino, file, true));
  expect(dry).toMatchObject({
    state: 'done',
    result: {
      kind: 'import',
      value: { isDryRun: true, counts: { read: 20_000, created: 19_800, rejected: 200 } },
    },
  });
  expect(await visitsIn(revino)).toBe(0);

  const jobId = await startImport(revino, file);
  const done = await ended(revino, jobId);
  expect(done).toMatchObject({
    state: 'done',
    progress: 1,
    result: { value: { isDryRun: false, counts: { created: 19_800, rejected: 200 } } },
  });
  expect(await visitsIn(revino)).toBeGreaterThan(0);
  const told = await revino.window.evaluate(() => (globalThis as unknown as { told: (Job | 'data')[] }).told);
  expect(told).toContain('data');
  expect(told.filter((job) => job !== 'data' && job.progress !== null).length).toBeGreaterThan(2);

  const saved = join(dataFolder, 'rejected.csv');
  await revino.answerDialogs(saved);
  expect(good(await revino.call('import.saveRejected', { jobId, locale: 'pl' }))).toEqual({ saved: true });
  const lines = readFileSync(saved, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(201);
  expect(lines[1]).toContain('"C99","never"');
  await revino.answerDialogs(null);
  expect(good(await revino.call('import.saveRejected', { jobId, locale: 'pl' }))).toEqual({ saved: false });
});

test('cancelling an import leaves nothing of it', async ({ openRevino, dataFolder }) => {
  const revino = await openShop(openRevino);
  const file = join(dataFolder, 'visits.csv');
  writeVisits(file, 400_000);
  const jobId = await startImport(revino, file);
  await underWay(revino, jobId);
  good(await revino.call('job.cancel', { jobId }));
  expect(await ended(revino, jobId)).toMatchObject({ state: 'cancelled', result: null, error: null });
  expect(await visitsIn(revino)).toBe(0);
  expect(await workerPid(revino, 'import')).toBe(0);
});

test('while an import runs, the desk finds people at once and its writes wait and arrive', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openShop(openRevino);
  const { customerId } = good(await revino.call('customer.create', { name: 'Żaneta', phone: null }));
  const file = join(dataFolder, 'visits.csv');
  writeVisits(file, 150_000);
  const jobId = await startImport(revino, file);
  await underWay(revino, jobId);
  const another = await pick(revino, file);
  expect(await revino.call('import.start', { fileToken: another, mapping, dryRun: true })).toMatchObject({
    error: { code: 'job.busy' },
  });
  expect(good(await revino.call('customer.search', { text: 'zaneta' })).customers).toHaveLength(1);
  expect((await jobOf(revino, jobId)).state).toBe('running');
  const recorded = await revino.call('visit.record', {
    customerId,
    lines: [{ amountMinor: 100 }],
    note: null,
    visitUid: crypto.randomUUID(),
  });
  good(recorded);
  expect(await ended(revino, jobId)).toMatchObject({ state: 'done' });
  expect(good(await revino.call('visit.today', {})).visitCount).toBe(1);
});

test('an import process that is killed changes nothing, and the next import works', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openShop(openRevino);
  const file = join(dataFolder, 'visits.csv');
  writeVisits(file, 100_000);
  const jobId = await startImport(revino, file);
  await underWay(revino, jobId);
  process.kill(await workerPid(revino, 'import'), 'SIGKILL');
  expect(await ended(revino, jobId)).toMatchObject({ state: 'failed', error: { code: 'internal' } });
  expect(await visitsIn(revino)).toBe(0);
  expect(await ended(revino, await startImport(revino, file))).toMatchObject({ state: 'done' });
  expect(await visitsIn(revino)).toBeGreaterThan(0);
});

test('a job outlives its window, and the app ends after it', async ({ openRevino, dataFolder }) => {
  const revino = await openShop(openRevino);
  const file = join(dataFolder, 'visits.csv');
  writeVisits(file, 60_000);
  await startImport(revino, file);
  const exited = once(revino.app.process(), 'exit');
  await revino.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect((await exited)[0]).toBe(0);
  expect(await visitsIn(await openRevino())).toBeGreaterThan(0);
});

test('an analytics process that dies is told once and started anew', async ({ openRevino }) => {
  const revino = await openShop(openRevino);
  expect(await visitsIn(revino)).toBe(0);
  const pid = await workerPid(revino, 'analytics');
  // Stopped first, so that the question is surely still waiting when the process dies.
  process.kill(pid, 'SIGSTOP');
  const waiting = revino.call('retention.coverage', {});
  await revino.window.waitForTimeout(100);
  process.kill(pid, 'SIGKILL');
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'analytics.failed' } });
  expect(await visitsIn(revino)).toBe(0);
  expect(await workerPid(revino, 'analytics')).not.toBe(pid);
});

test('the database key is in no process’s arguments or environment', async ({ openRevino }) => {
  test.fail(process.platform !== 'linux', 'Reads /proc.');
  const revino = await openRevino();
  const { recoveryKey } = good(
    await revino.call('shop.create', newShop({ protection: 'passphrase', passphrase: 'four words of mine' })),
  );
  expect(await visitsIn(revino)).toBe(0);
  const pids = await revino.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  expect(pids.length).toBeGreaterThan(2);
  const { parseRecoveryKey } = await import('../../db/recoveryKey.ts');
  const hex = Buffer.from(parseRecoveryKey(recoveryKey ?? '')).toString('hex');
  for (const pid of pids) {
    const shown = readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8');
    expect(shown).not.toContain(hex);
    expect(shown).not.toContain(recoveryKey);
    expect(shown).not.toContain('four words of mine');
  }
});

const onePage = { paper: 'a4' as const, sections: ['figures' as const] };

test('a report is saved as a whole PDF, and nothing else is left in its folder', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openShop(openRevino);
  const file = join(dataFolder, 'visits.csv');
  writeVisits(file, 20_000);
  await ended(revino, await startImport(revino, file));
  const out = join(dataFolder, 'out');
  mkdirSync(out);

  await revino.answerDialogs(null);
  expect(good(await revino.call('report.start', { month: '2025-03', locale: 'pl', ...onePage }))).toEqual({
    jobId: null,
  });
  await revino.answerDialogs(join(out, 'report.pdf'));
  const { jobId } = good(await revino.call('report.start', { month: '2025-03', locale: 'pl', ...onePage }));
  expect(await ended(revino, jobId ?? '')).toMatchObject({
    state: 'done',
    result: { kind: 'report', value: { fileName: 'report.pdf' } },
  });
  expect(readFileSync(join(out, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readdirSync(out)).toEqual(['report.pdf']);

  const empty = good(await revino.call('report.start', { month: '2001-01', locale: 'en', ...onePage }));
  expect(await ended(revino, empty.jobId ?? '')).toMatchObject({
    state: 'failed',
    error: { code: 'report.noData' },
  });
  await revino.answerDialogs(join(out, 'no-such-folder', 'report.pdf'));
  const lost = good(await revino.call('report.start', { month: '2025-03', locale: 'en', ...onePage }));
  expect(await ended(revino, lost.jobId ?? '')).toMatchObject({
    state: 'failed',
    error: { code: 'report.notWritable', params: { file: 'report.pdf' } },
  });
  // The refused reports left the good one alone.
  expect(readdirSync(out)).toEqual(['report.pdf']);
});

test('the recovery key is printed where the owner says', async ({ openRevino, dataFolder }) => {
  const revino = await openRevino();
  good(
    await revino.call('shop.create', newShop({ protection: 'passphrase', passphrase: 'four words of mine' })),
  );
  await revino.answerDialogs(null);
  expect(good(await revino.call('recoveryKey.savePdf', {}))).toEqual({ saved: false });
  const file = join(dataFolder, 'key.pdf');
  await revino.answerDialogs(file);
  expect(good(await revino.call('recoveryKey.savePdf', {}))).toEqual({ saved: true });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});
