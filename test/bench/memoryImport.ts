/**
 * One import in a process of its own, as the app's worker does it: `node memoryImport.ts DATABASE FILE`. Prints how much
 * memory it took beside what the process needs when it does nothing, and how long it took. The database is not encrypted.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/openDatabase.ts';
import { openImportFile } from '../../src-main/importing/openImportFile.ts';
import { runImportOrder } from '../../src-main/worker/runImportOrder.ts';

export interface MemoryMeasured {
  readonly idleBytes: number;
  readonly peakBytes: number;
  readonly ms: number;
  readonly created: number;
  readonly rejected: number;
}

/** Linux counts the parent's memory in `maxRSS` of a process it started; what stands in /proc is the process's own. */
const peakOfProcess = (): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
};

const [, , file = '', path = ''] = process.argv;
openDatabase({ file, key: null, mode: 'write' }).close();
globalThis.gc?.();
const idleBytes = process.memoryUsage().rss;

const spillFolder = mkdtempSync(join(tmpdir(), 'revino-spills-'));
try {
  const nowMs = Date.now();
  const startedMs = performance.now();
  const { mapping } = await openImportFile(path, Math.floor(nowMs / 86_400_000));
  const access = { file, key: null };
  const order = { access, path, mapping, dryRun: false, nowMs, spillFolder };
  const { signal } = new AbortController();
  const { result } = await runImportOrder(order, { signal, onProgress: () => undefined });
  const { created, rejected } = result.counts;
  const ms = performance.now() - startedMs;
  const peakBytes = peakOfProcess();
  console.log(JSON.stringify({ idleBytes, peakBytes, ms, created, rejected } satisfies MemoryMeasured));
} finally {
  rmSync(spillFolder, { recursive: true, force: true });
}
