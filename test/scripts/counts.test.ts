// `npm test` must not call a run good that did not happen: what its counting makes of each runner's report.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Count = (reportFile: string, exitCode: number) => { passed: number; failed: number; skipped: number };

const script = join(import.meta.dirname, '..', '..', 'scripts', 'testing', 'counts.mjs');
const { countVitest, countPlaywright } = (await import(pathToFileURL(script).href)) as Record<
  'countVitest' | 'countPlaywright',
  Count
>;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'revino-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitestReport = (numbers: object, testResults: object[] = []) =>
  report({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...numbers,
  });
const playwrightReport = (stats: object, errors: object[] = []) =>
  report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

test('plain runs are counted as they are', () => {
  expect(countVitest(vitestReport({ numPassedTests: 7, numFailedTests: 2, numTodoTests: 1 }), 1)).toEqual({
    passed: 7,
    failed: 2,
    skipped: 1,
  });
  expect(countPlaywright(playwrightReport({ expected: 3 }), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a runner that left no report has failed, whatever its exit code', () => {
  expect(countVitest(join(folder, 'nothing.json'), 0).failed).toBe(1);
  expect(countPlaywright(join(folder, 'nothing.json'), 0).failed).toBe(1);
});

test('a run of no tests has failed', () => {
  expect(countVitest(vitestReport({}), 0).failed).toBe(1);
  expect(countVitest(vitestReport({ numPendingTests: 4 }), 0).failed).toBe(1);
  expect(countPlaywright(playwrightReport({}), 0).failed).toBe(1);
});

test('an exit code that no failed test explains is a failure', () => {
  expect(countVitest(vitestReport({ numPassedTests: 9 }), 1)).toMatchObject({ passed: 9, failed: 1 });
  expect(countPlaywright(playwrightReport({ expected: 9 }), 1)).toMatchObject({ passed: 9, failed: 1 });
});

test('a test file that cannot be loaded is a failure', () => {
  const unloadable = { status: 'failed', assertionResults: [] };
  expect(countVitest(vitestReport({ numPassedTests: 9 }, [unloadable]), 1)).toMatchObject({ failed: 1 });
  expect(countPlaywright(playwrightReport({ expected: 9 }, [{ message: 'no' }]), 1)).toMatchObject({
    failed: 1,
  });
});

test('a test that passed only at its second try is a failure', () => {
  expect(countPlaywright(playwrightReport({ expected: 9, flaky: 1 }), 0)).toMatchObject({ failed: 1 });
});
