// Two set-ups at once share one cache folder: they must take turns, also after one of them was killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'setup', 'oneAtATime.mjs');
let cache = '';
let journal = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'revino-lock-'));
  journal = join(cache, 'journal');
  writeFileSync(journal, '');
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

/** A process that notes when its turn begins and ends, and works for the given time in between. */
function worker(workMs: number) {
  const code = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(pathToFileURL(script).href)};
    const note = (word) => appendFileSync(${JSON.stringify(journal)}, word + ' ');
    await oneAtATime('work', async () => {
      note('in');
      await new Promise((resolve) => setTimeout(resolve, ${workMs}));
      note('out');
    });`;
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  return spawn(process.execPath, ['--input-type=module', '-e', code], { env, stdio: 'ignore' });
}

const turns = () => readFileSync(journal, 'utf8').trim().split(' ');

test('three at once take turns', async () => {
  const ends = [worker(200), worker(200), worker(200)].map((child) => once(child, 'close'));
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0, 0]);
  expect(turns()).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  expect(existsSync(join(cache, 'revino', 'work.lock'))).toBe(false);
});

test('the turn of one that was killed goes to the next', async () => {
  const killed = worker(60_000);
  while (!readFileSync(journal, 'utf8').includes('in'))
    await new Promise((resolve) => setTimeout(resolve, 20));
  killed.kill('SIGKILL');
  await once(killed, 'close');
  expect(await once(worker(0), 'close')).toEqual([0, null]);
  expect(turns()).toEqual(['in', 'in', 'out']);
});

test('a lock that holds no process is taken over too', async () => {
  mkdirSync(join(cache, 'revino'));
  writeFileSync(join(cache, 'revino', 'work.lock'), '2147483646');
  expect(await once(worker(0), 'close')).toEqual([0, null]);
});
