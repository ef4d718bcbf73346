/** Jobs, the gate for writes, and tokens of picked files. */
import { describe, expect, test } from 'vitest';
import { type JobControl, JobRegistry } from '../../src-main/jobs/jobRegistry.ts';
import { PickedFiles } from '../../src-main/jobs/pickedFiles.ts';
import { WriteGate } from '../../src-main/jobs/writeGate.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { type Job, jobSchema } from '../../src-shared/contract/jobContract.ts';

const makeRegistry = () => {
  const told: Job[] = [];
  const defects: unknown[] = [];
  const clock = { nowMs: 0 };
  const jobs = new JobRegistry({
    onChanged: (job) => told.push(jobSchema.parse(job)),
    onDefect: (_kind, error) => defects.push(error),
    nowMs: () => clock.nowMs,
  });
  return { jobs, told, defects, clock };
};

const saved = { kind: 'report', value: { fileName: 'a.pdf' } } as const;

describe('a job', () => {
  test('is known before its first event, and ends with its result', async () => {
    const { jobs, told } = makeRegistry();
    const jobId = jobs.start('report', async () => saved);
    expect(told).toEqual([]);
    expect(jobs.get(jobId)).toMatchObject({ state: 'running', progress: null });
    await jobs.whenIdle();
    expect(told.map((job) => job.state)).toEqual(['running', 'done']);
    expect(jobs.get(jobId)).toMatchObject({ state: 'done', progress: 1, result: saved });
  });

  test('tells its progress ten times a second at most, and never above 1', async () => {
    const { jobs, told, clock } = makeRegistry();
    jobs.start('import', async ({ report }) => {
      for (let step = 0; step <= 1000; step++) {
        clock.nowMs = step;
        report(step / 500);
      }
      return saved;
    });
    await jobs.whenIdle();
    const shares = told.filter((job) => job.state === 'running' && job.progress !== null);
    expect(shares).toHaveLength(11);
    expect(Math.max(...shares.map((job) => job.progress ?? 0))).toBe(1);
  });

  test('ends as cancelled, and cancelling again changes nothing', async () => {
    const { jobs } = makeRegistry();
    const untilAborted = ({ signal }: JobControl) =>
      new Promise<typeof saved>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new RevinoError('job.cancelled')));
      });
    const jobId = jobs.start('import', untilAborted);
    await Promise.resolve();
    expect(jobs.isRunning('import')).toBe(true);
    expect(jobs.isRunning('report')).toBe(false);
    jobs.cancel(jobId);
    await jobs.whenIdle();
    jobs.cancel(jobId);
    expect(jobs.get(jobId)).toMatchObject({ state: 'cancelled', error: null });
  });

  test('fails with the code of a refusal, or with internal and a note for the log', async () => {
    const { jobs, defects } = makeRegistry();
    const refused = jobs.start('import', async () => {
      throw new RevinoError('import.fileEmpty', { fileName: 'a.csv' });
    });
    const broken = jobs.start('import', async () => {
      throw new Error('/home/anna');
    });
    await jobs.whenIdle();
    expect(jobs.get(refused).error).toEqual({ code: 'import.fileEmpty', params: { fileName: 'a.csv' } });
    expect(jobs.get(broken).error).toEqual({ code: 'internal', params: {} });
    expect(defects).toHaveLength(1);
  });

  test('is unknown under any other id, and forgotten long after', async () => {
    const { jobs } = makeRegistry();
    expect(() => jobs.get('x')).toThrow(RevinoError);
    expect(() => jobs.cancel('x')).toThrow('job.unknown');
    const first = jobs.start('report', async () => saved);
    for (let more = 0; more < 60; more++) {
      jobs.start('report', async () => saved);
      await jobs.whenIdle();
    }
    expect(() => jobs.get(first)).toThrow('job.unknown');
  });
});

describe('the write gate', () => {
  test('keeps short writes waiting, in order, until the holder is done', async () => {
    const gate = new WriteGate();
    const happened: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const holding = gate.hold(async () => {
      happened.push('hold');
      await promise;
      happened.push('released');
    });
    const writes = ['a', 'b', 'c'].map((name) => gate.run(() => happened.push(name)));
    await new Promise((done) => setImmediate(done));
    expect(happened).toEqual(['hold']);
    resolve();
    await Promise.all([holding, ...writes]);
    expect(happened).toEqual(['hold', 'released', 'a', 'b', 'c']);
  });

  test('is free again after a holder failed, and two holders never overlap', async () => {
    const gate = new WriteGate();
    let inside = 0;
    const hold = (fails: boolean) =>
      gate.hold(async () => {
        inside++;
        expect(inside).toBe(1);
        await new Promise((done) => setImmediate(done));
        inside--;
        if (fails) throw new Error('no');
      });
    const results = await Promise.allSettled([hold(true), hold(false), hold(true), gate.run(() => inside)]);
    expect(results.map((result) => result.status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(gate.isHeld).toBe(false);
  });
});

test('a file is known by its token only, and the oldest tokens are forgotten', () => {
  const files = new PickedFiles();
  const token = files.add('/data/visits.csv');
  expect(token).not.toContain('visits');
  expect(files.pathOf(token)).toBe('/data/visits.csv');
  expect(() => files.pathOf('/data/visits.csv')).toThrow('import.unknownFile');
  for (let more = 0; more < 30; more++) files.add(`/data/${more}`);
  expect(() => files.pathOf(token)).toThrow('import.unknownFile');
});
