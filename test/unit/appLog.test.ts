/** The log file: written by its library, rotated, and without a word that a person wrote. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppLog } from '../../src-main/logging/appLog.ts';
import { jobEntry } from '../../src-main/logging/logEntry.ts';
import { traceOf } from '../../src-main/logging/stackFrames.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'revino-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (file = 'revino.log'): Record<string, unknown>[] =>
  readFileSync(join(folder, 'logs', file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line));

describe('the log file', () => {
  it('is made when it is opened, and begins with what was told before', async () => {
    const log = new AppLog({ dataFolder: folder });
    log.write({ event: 'state', phase: 'locked', code: null });
    expect(readdirSync(folder)).toEqual([]);
    await log.open();
    log.write({ event: 'slow', procedure: 'retention.figures', ms: 812 });
    expect(lines()).toMatchObject([
      { event: 'state', phase: 'locked' },
      { event: 'slow', procedure: 'retention.figures', ms: 812 },
    ]);
    expect(String(lines()[0]?.at)).toMatch(/^\d{4}-\d\d-\d\dT/);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'logs/revino.log')).mode & 0o077).toBe(0);
  });

  it('keeps five files and never grows over them', async () => {
    const mostBytes = 2000;
    const log = new AppLog({ dataFolder: folder, mostBytes });
    await log.open();
    for (let ms = 0; ms < 400; ms++) log.write({ event: 'slow', procedure: 'visit.today', ms });
    const files = readdirSync(join(folder, 'logs')).sort();
    expect(files).toEqual(['revino.1.log', 'revino.2.log', 'revino.3.log', 'revino.4.log', 'revino.log']);
    for (const file of files) expect(statSync(join(folder, 'logs', file)).size).toBeLessThan(mostBytes + 200);
    expect(lines().at(-1)?.ms).toBe(399);
    expect(Number(lines('revino.1.log')[0]?.ms)).toBeGreaterThan(Number(lines('revino.2.log')[0]?.ms));
  });

  it('is written at once when something nobody expected happens', async () => {
    const log = new AppLog({ dataFolder: folder });
    log.defect('main', new TypeError('Jan Kowalski is not a function'));
    await expect.poll(() => readdirSync(folder)).toEqual(['logs']);
    await expect.poll(() => lines()).toMatchObject([{ event: 'defect', place: 'main', kind: 'TypeError' }]);
    expect(JSON.stringify(lines())).not.toContain('Kowalski');
  });

  it('does not stop the work where it cannot be written', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    const log = new AppLog({ dataFolder: folder });
    await log.open();
    expect(() => log.write({ event: 'closed' })).not.toThrow();
  });
});

describe('what is kept of an error', () => {
  it('is its kind, its code and places in the program, with the home folder shortened', () => {
    const error = Object.assign(new RangeError('Ania 600 700 800'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      stack: `RangeError: Ania 600 700 800
    at record (file://${homedir()}/Revino/out/main/main.js:10:20)
    at async Object.call [as run] (${homedir()}/Revino/core.js:1:2)
    at node:internal/process/task_queues:105:5`,
    });
    expect(traceOf(error)).toEqual({
      kind: 'RangeError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      frames: [
        'at record (file://~/Revino/out/main/main.js:10:20)',
        'at async Object.call [as run] (~/Revino/core.js:1:2)',
        'at node:internal/process/task_queues:105:5',
      ],
    });
    expect(traceOf(new RevinoError('customer.notFound', { name: 'Ania' }))).toMatchObject({
      code: 'customer.notFound',
    });
    expect(traceOf('Ania')).toEqual({ kind: 'string', code: null, frames: [] });
  });

  it('is nothing of its message, whatever stands in it', () => {
    const planted = 'Zażółć-Kowalska';
    const text = fc.oneof(
      fc.string(),
      fc.constant('\n    at Ania (/home/ania/note.txt:1:1)'),
      fc.constant('\n    at '),
      fc.constant(': '),
    );
    fc.assert(
      fc.property(fc.array(text), fc.array(text), fc.boolean(), (before, after, isNamed) => {
        const error = new Error(`${before.join('')}${planted}${after.join('')}`);
        if (isNamed) error.name = planted;
        Object.assign(error, { code: planted });
        expect(JSON.stringify(traceOf(error))).not.toContain(planted);
        expect(JSON.stringify(traceOf(error))).not.toContain('ania');
      }),
    );
  });
});

it('a job is told in counts, never in amounts, dates or names', () => {
  const counts = {
    read: 9,
    created: 5,
    updated: 1,
    unchanged: 1,
    skipped: 1,
    rejected: 1,
    customersCreated: 3,
  };
  const value = {
    fileName: 'Kowalska.csv',
    counts: {
      ...counts,
      visitsCreated: 5,
      netMinor: 987_654_321,
      firstDate: '2026-01-02',
      lastDate: '2026-01-03',
    },
  };
  const job = {
    jobId: 'x',
    kind: 'import',
    state: 'done',
    progress: 1,
    result: { kind: 'import', value },
    error: null,
  };
  const entry = jobEntry(job as unknown as Parameters<typeof jobEntry>[0], 1234.5);
  expect(entry).toEqual({ event: 'job', kind: 'import', state: 'done', ms: 1235, code: null, counts });
});
