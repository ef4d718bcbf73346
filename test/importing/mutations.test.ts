/** Files damaged in every way: the importer takes what it can or refuses, never crashes, never keeps half. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { openShop, tempDir } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import { everything, fixture, importFile } from './support.ts';

const ORIGINALS = [
  'polish-windows1250.csv',
  'american-utf8-bom.csv',
  'excel-utf16.txt',
  'receipts.csv',
  'fixed-width.txt',
  'titles-and-gaps.csv',
].map((name) => readFileSync(fixture(name)));

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

it('damaged files', async () => {
  const path = join(tempDir(), 'damaged.csv');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ORIGINALS),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (original, changes) => {
        let bytes: Buffer = original;
        for (const apply of changes) bytes = apply(bytes);
        writeFileSync(path, bytes);
        const db = openShop(null);
        const before = everything(db);
        try {
          const { counts } = await importFile(db, path);
          const { read, created, updated, unchanged, skipped, rejected } = counts;
          expect(created + updated + unchanged + skipped + rejected).toBe(read);
          const stored = db.sqlite.prepare('SELECT count(*) FROM imported_row').pluck().get();
          expect(stored).toBe(created + updated);
          if (created + updated + unchanged === 0) expect(everything(db)).toBe(before);
          expect(checkDatabase({ file: db.file, key: null }).problems).toEqual([]);
          const again = await importFile(db, path);
          expect(again.counts).toMatchObject({
            read,
            created: 0,
            updated: 0,
            unchanged: created,
            skipped,
            rejected,
          });
        } catch (error) {
          if (!(error instanceof RevinoError)) throw error;
          expect(error.code.startsWith('import.')).toBe(true);
          expect(everything(db)).toBe(before);
        } finally {
          expect(db.sqlite.inTransaction).toBe(false);
          db.close();
        }
      },
    ),
    { numRuns: runs(50) },
  );
}, 120_000);
