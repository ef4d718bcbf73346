/** Files that cannot be read, or not to their end: each a clear refusal, nothing of them kept. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importFile as importRows } from '../../src-main/importing/importFile.ts';
import { openShop, refusalOf, tempDir } from '../db/support/databases.ts';
import { everything, fixture, guess, importFile, TODAY_MS } from './support.ts';

const HEADER = 'client_id,date,amount\n';
const ROW = 'c1,2024-01-05,1.00\n';
const written = (content: string | Buffer): string => {
  const path = join(tempDir(), 'visits.csv');
  writeFileSync(path, content);
  return path;
};
const MAPPING = {
  layout: 'delimited' as const,
  separator: ',',
  header: true,
  dateFormat: 'yyyy-MM-dd',
  columns: { customer: 0, date: 1, amount: 2 },
};

const pipe = (): string => {
  const path = join(tempDir(), 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
};

/** Root may read everything, so it stops being root for a moment. */
const asOrdinaryUser = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.geteuid?.() !== 0) return await work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
};

describe('opening', () => {
  it.each([
    ['a file that is not there', () => join(tempDir(), 'gone.csv'), 'import.fileUnreadable'],
    ['a folder', () => tempDir(), 'import.fileUnreadable'],
    ['a device', () => '/dev/zero', 'import.fileUnreadable'],
    ['a pipe nobody writes to', pipe, 'import.fileUnreadable'],
    ['0 bytes', () => written(''), 'import.fileEmpty'],
    ['blank lines only', () => written('\n  \r\n\n'), 'import.fileEmpty'],
    [
      'a workbook cut off',
      () => written(Buffer.from('504b0304140006000800000021', 'hex')),
      'import.damagedWorkbook',
    ],
    ['a PDF', () => written('%PDF-1.7\n1 0 obj\n'), 'import.pdf'],
    [
      'bytes of no text',
      () => written(Buffer.from([0x41, 0, 0, 0, 0x42, 0x0a, 0xff, 0, 0])),
      'import.notText',
    ],
    [
      'UTF-32',
      () => written(Buffer.concat([...'a,b\n'].map((c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])))),
      'import.notText',
    ],
  ])('%s is refused', async (_, make, code) => {
    expect((await refusalOf(() => guess(make()))).code).toBe(code);
  });

  it('a file that we may not read is refused', async () => {
    const path = written(HEADER + ROW);
    chmodSync(path, 0);
    const error = await asOrdinaryUser(() => refusalOf(() => guess(path)));
    expect(error.code).toBe('import.fileUnreadable');
    expect(error.params).toMatchObject({ fileName: 'visits.csv', reason: 'EACCES' });
  });

  it('a line of a gigabyte is refused without reading it', async () => {
    const path = join(tempDir(), 'endless.csv');
    const handle = openSync(path, 'w');
    for (let i = 0; i < 8; i++) writeSync(handle, 'x'.repeat(1024 * 1024));
    closeSync(handle);
    truncateSync(path, 1024 ** 3);
    const usedBefore = process.memoryUsage().rss;
    const startedMs = performance.now();
    const error = await refusalOf(() => guess(path));
    expect(error.code).toBe('import.lineTooLong');
    expect(error.params).toMatchObject({ line: 1 });
    expect(performance.now() - startedMs).toBeLessThan(2000);
    expect(process.memoryUsage().rss - usedBefore).toBeLessThan(200 * 1024 * 1024);
  });

  it('finds the encoding by a letter far behind the first pages', async () => {
    const path = written(HEADER + ROW.repeat(30_000));
    appendFileSync(path, iconv.encode('Gęśla Jaźń,2024-01-05,1.00\n', 'windows-1250'));
    expect((await guess(path)).encoding).toBe('windows-1250');
  });

  it('knows UTF-16 without a mark', async () => {
    expect((await guess(written(iconv.encode(HEADER + ROW, 'utf-16be')))).encoding).toBe('utf-16be');
    expect((await guess(written(iconv.encode(HEADER + ROW, 'utf-16le')))).encoding).toBe('utf-16le');
  });
});

describe('importing', () => {
  const expectRefused = async (path: string, code: string, params: object = {}) => {
    const db = openShop(null);
    await importFile(db, fixture('refunds.csv'));
    const before = everything(db);
    const { mapping } = await guess(fixture('receipts.csv'));
    const order = { path, mapping: { ...mapping, ...MAPPING }, dryRun: false, nowMs: TODAY_MS };
    const error = await refusalOf(() => importRows(db, order));
    expect(error.code).toBe(code);
    expect(error.params).toMatchObject(params);
    expect(everything(db)).toBe(before);
    expect(db.sqlite.inTransaction).toBe(false);
  };

  it('a line too long, deep in the file', async () => {
    const path = written(`${HEADER}${ROW.repeat(20_000)}${'x'.repeat(1_000_001)}\n${ROW}`);
    await expectRefused(path, 'import.lineTooLong', { line: 20_002 });
  });

  it('a NUL deep in the file', async () => {
    await expectRefused(written(`${HEADER + ROW.repeat(20_000)}c\u0000,2024-01-05,1.00\n`), 'import.notText');
  });

  it('a file without rows', async () => {
    await expectRefused(written(HEADER), 'import.noUsableRows');
  });

  it('a file that grows while it is read', async () => {
    const path = written(HEADER + ROW.repeat(60_000));
    const db = openShop(null);
    const { mapping } = await guess(path);
    let hasGrown = false;
    const work = importRows(
      db,
      { path, mapping, dryRun: false, nowMs: TODAY_MS },
      {
        onProgress: () => {
          if (!hasGrown) appendFileSync(path, ROW);
          hasGrown = true;
        },
      },
    );
    expect((await refusalOf(() => work)).code).toBe('import.fileChanged');
    expect(db.sqlite.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
  });

  it('cancelling in the middle takes everything back', async () => {
    const path = written(HEADER + ROW.repeat(60_000));
    const db = openShop(null);
    const before = everything(db);
    const { mapping } = await guess(path);
    const controller = new AbortController();
    const progress: number[] = [];
    const work = importRows(
      db,
      { path, mapping, dryRun: false, nowMs: TODAY_MS },
      {
        signal: controller.signal,
        onProgress: (share) => {
          progress.push(share);
          if (share > 0.4) controller.abort();
        },
      },
    );
    expect((await refusalOf(() => work)).code).toBe('job.cancelled');
    expect(progress.every((share, i) => i === 0 || share >= progress[i - 1]!)).toBe(true);
    expect(everything(db)).toBe(before);
    expect((await importFile(db, path)).counts.created).toBe(60_000);
  });

  it('a quote that never closes costs one row, wherever it stands', async () => {
    const path = written(`${HEADER}${ROW.repeat(3)}"c1,2024-01-05,1.00\n${ROW.repeat(500)}`);
    const { counts, rejectedSample } = await importFile(openShop(null), path, MAPPING);
    expect(counts).toMatchObject({ read: 504, created: 503, rejected: 1 });
    expect(rejectedSample[0]).toEqual({ line: 5, reason: 'wrongColumnCount', text: '"c1,2024-01-05,1.00' });
  });

  it('memory stays the same, however long the file', async () => {
    const folder = tempDir();
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'long.csv');
    const filler = ' '.repeat(900);
    writeFileSync(path, HEADER);
    const piece = Array.from({ length: 1000 }, () => `c1,2024-01-05,1.00,${filler}\n`).join('');
    for (let i = 0; i < 200; i++) appendFileSync(path, piece);
    const { mapping } = await guess(path);
    const db = openShop(null);
    const usedBefore = process.memoryUsage().rss;
    let most = 0;
    const { counts } = await importRows(
      db,
      { path, mapping: { ...mapping, ...MAPPING }, dryRun: true, nowMs: TODAY_MS },
      {
        onProgress: () => {
          most = Math.max(most, process.memoryUsage().rss);
        },
      },
    );
    expect(counts.read).toBe(200_000);
    // The file has 185 MB; pieces, cache and garbage must stay well below it.
    expect(most - usedBefore).toBeLessThan(150 * 1024 * 1024);
  });
});
