/** Files damaged in every way: the importer takes what it can or refuses, never crashes, never keeps half. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { WorkbookArchive } from '../../src-main/importing/xlsxArchive.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { openShop, tempDir } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import { GOLDEN, goldenNames } from './golden.ts';
import { everything, importFile } from './support.ts';

const ORIGINALS = goldenNames().map((name) => readFileSync(join(GOLDEN, name)));
/** A file of a few kilobytes that takes longer hangs. */
const LONGEST_MS = 5000;
const LONGEST_TEST_MS = process.env.REVINO_SOAK === '1' ? 60 * 60_000 : 180_000;

type Change = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ at: place, byte: fc.integer({ min: 0, max: 255 }) }).map(
    ({ at, byte }): Change =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        if (changed.length > 0) changed[Math.floor(at * (changed.length - 1))] = byte;
        return changed;
      },
  ),
  place.map(
    (at): Change =>
      (bytes) =>
        bytes.subarray(0, Math.floor(at * bytes.length)),
  ),
  place.map(
    (at): Change =>
      (bytes) =>
        bytes.subarray(Math.floor(at * bytes.length)),
  ),
  fc
    .record({
      at: place,
      text: fc.constantFrom('"', ';', ',', '\n', '\r', '\t', '=1+1', '\ufeff', '9'.repeat(40), ';;;;;;\n'),
    })
    .map(
      ({ at, text }): Change =>
        (bytes) => {
          const cut = Math.floor(at * bytes.length);
          return Buffer.concat([bytes.subarray(0, cut), Buffer.from(text), bytes.subarray(cut)]);
        },
    ),
  fc.integer({ min: 2, max: 4 }).map(
    (times): Change =>
      (bytes) =>
        Buffer.concat(Array(times).fill(bytes)),
  ),
);

/** A workbook in its parts, so that damage reaches what is inside and not only the archive around it. */
type Parts = ReadonlyMap<string, Buffer>;

const PARTS = [
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  'xl/worksheets/sheet1.xml',
];

const partsOf = async (path: string): Promise<Parts> => {
  const archive = await WorkbookArchive.open(path);
  const parts = new Map<string, Buffer>();
  for (const name of PARTS) {
    const pieces: Buffer[] = [];
    for await (const bytes of archive.read(name)) pieces.push(bytes);
    parts.set(name, Buffer.concat(pieces));
  }
  archive.close();
  return parts;
};

const packed = async (parts: Parts): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(content, name);
  zip.end();
  return await buffer(zip.outputStream);
};

const isWorkbook = (name: string): boolean => name.endsWith('.xlsx');

/** A copy of one empty shop for each file: making one takes longer than reading the file. */
const shopCopies = (): (() => Database) => {
  const template = openShop(null);
  template.close();
  const file = join(tempDir(), 'copy.revino');
  return () => {
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true });
    copyFileSync(template.file, file);
    return openDatabase({ file, key: null, mode: 'write' });
  };
};

it(
  'damaged files',
  async () => {
    const path = join(tempDir(), 'damaged.csv');
    const nextShop = shopCopies();
    const workbooks = await Promise.all(
      goldenNames()
        .filter(isWorkbook)
        .map((name) => partsOf(join(GOLDEN, name))),
    );
    const changes = fc.array(change, { minLength: 1, maxLength: 6 });
    const damagedBytes = fc
      .record({ original: fc.constantFrom(...ORIGINALS), changes })
      .map(({ original, changes }) => changes.reduce<Buffer>((bytes, apply) => apply(bytes), original));
    const damagedPart = fc
      .record({ parts: fc.constantFrom(...workbooks), part: fc.constantFrom(...PARTS), changes })
      .map(({ parts, part, changes }) =>
        new Map(parts).set(
          part,
          changes.reduce<Buffer>((bytes, apply) => apply(bytes), parts.get(part) ?? Buffer.alloc(0)),
        ),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: damagedBytes }, { weight: 1, arbitrary: damagedPart }),
        async (damaged) => {
          writeFileSync(path, damaged instanceof Map ? await packed(damaged) : damaged);
          const db = nextShop();
          const before = everything(db);
          const startedMs = performance.now();
          try {
            const { kind, counts } = await importFile(db, path);
            const { read, created, updated, unchanged, skipped, rejected } = counts;
            expect(created + updated + unchanged + skipped + rejected).toBe(read);
            if (created + updated + unchanged === 0) expect(everything(db)).toBe(before);
            expect(checkDatabase({ file: db.file, key: null }).problems).toEqual([]);
            const again = await importFile(db, path);
            expect(again.counts).toMatchObject({ read, created: 0, skipped, rejected });
            if (kind === 'visits') {
              const stored = db.sqlite.prepare('SELECT count(*) FROM imported_row').pluck().get();
              expect(stored).toBe(created + updated);
              expect(again.counts).toMatchObject({ updated: 0, unchanged: created });
            }
          } catch (error) {
            if (!(error instanceof RevinoError)) throw error;
            expect(error.code.startsWith('import.')).toBe(true);
            expect(everything(db)).toBe(before);
          } finally {
            expect(performance.now() - startedMs).toBeLessThan(LONGEST_MS);
            expect(db.sqlite.inTransaction).toBe(false);
            db.close();
          }
        },
      ),
      { numRuns: runs(500, 20_000) },
    );
  },
  LONGEST_TEST_MS,
);
