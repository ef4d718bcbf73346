/** Backups into places: what lands there, what makes room, what is swept up, and what stops none of the others. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestFilePath } from '../../db/fileDigest.ts';
import { keyFilePath, wrapKeyWithPassphrase, writeKeyFile } from '../../db/keys.ts';
import { type BackupOrder, makeBackup } from '../../src-main/backups/makeBackup.ts';
import { markPlace } from '../../src-main/backups/placeMark.ts';
import { runChild } from '../db/support/childProcess.ts';
import { contentOfFile, KEY, NOW_MS, refusal, tempDir } from '../db/support/databases.ts';
import { changeFile, filledShop, growFile } from '../db/support/filledShop.ts';
import { onSmallDisk } from '../db/support/smallDisk.ts';
import { runs, tellSoak } from '../runs.ts';

const DAY_MS = 86_400_000;

const own = (folder: string) => ({ placeId: 'own', folder, mark: null });
const chosen = (folder: string) => ({ placeId: 'stick', folder, mark: markPlace(folder) });
const order = (places: BackupOrder['places'], nowMs = NOW_MS): BackupOrder => ({
  places,
  nowMs,
  checksLive: false,
});
const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.revino'));

describe('a backup', () => {
  it.each([['encrypted', KEY] as const, ['plain', null] as const])(
    '%s: lies whole in every place, for its owner alone',
    (_, key) => {
      const file = filledShop(30, key);
      const here = join(tempDir(), 'backups');
      const stick = tempDir();
      const outcome = makeBackup(file, key, order([own(here), chosen(stick)]));
      expect(outcome).toMatchObject({ customers: 30, visits: 30, madeAtMs: NOW_MS, isLiveSound: null });
      expect(outcome.places.map(({ failure }) => failure)).toEqual([null, null]);
      for (const { backupFile } of outcome.places) {
        expect(backupFile).toMatch(/revino-[0-9a-f]{8}-20260314T093000000Z\.revino$/);
        expect(contentOfFile(backupFile ?? '', key)).toBe(contentOfFile(file, key));
        expect(statSync(backupFile ?? '').mode & 0o777).toBe(0o600);
        expect(existsSync(digestFilePath(backupFile ?? ''))).toBe(key === null);
      }
      expect(statSync(here).mode & 0o777).toBe(0o700);
      expect(readdirSync(here).filter((name) => name.includes('partial'))).toEqual([]);
    },
  );

  it('takes the key along where a passphrase opens it, and only there', async () => {
    const file = filledShop(3);
    writeKeyFile(keyFilePath(file), await wrapKeyWithPassphrase(KEY, 'three words of mine'));
    const here = tempDir();
    const stick = tempDir();
    makeBackup(file, KEY, order([own(here), chosen(stick)]));
    for (const folder of [here, stick]) {
      const [name] = backupsIn(folder);
      expect(readFileSync(keyFilePath(join(folder, name ?? '')))).toEqual(readFileSync(keyFilePath(file)));
    }
    writeKeyFile(keyFilePath(file), { version: 1, protection: 'keyStore', wrapped: 'AAAA' });
    const { places } = makeBackup(file, KEY, order([own(here)], NOW_MS + DAY_MS));
    expect(existsSync(keyFilePath(places[0]?.backupFile ?? ''))).toBe(false);
  });

  it('a place that is gone, full of something else or another stick stops none of the others', () => {
    const file = filledShop(3);
    const here = tempDir();
    const gone = tempDir();
    const places = [chosen(gone), own(here)];
    rmSync(gone, { recursive: true });
    const first = makeBackup(file, KEY, order(places));
    expect(first.places.map(({ failure }) => failure?.code ?? 'good')).toEqual([
      'backup.placeUnreachable',
      'good',
    ]);
    // The stick is out, and the empty folder where it used to be is still there.
    mkdirSync(gone);
    const second = makeBackup(file, KEY, order(places, NOW_MS + DAY_MS));
    expect(second.places[0]?.failure?.code).toBe('backup.placeUnreachable');
    expect(readdirSync(gone)).toEqual([]);
    // Another stick in its place.
    markPlace(gone);
    expect(makeBackup(file, KEY, order(places, NOW_MS + 2 * DAY_MS)).places[0]?.failure?.code).toBe(
      'backup.placeUnreachable',
    );
    expect(backupsIn(here)).toHaveLength(3);
  });

  it('rotates each place by itself, and touches nobody else’s files', () => {
    const file = filledShop(1);
    const here = tempDir();
    const kept = [
      'holiday.jpg',
      'revino-deadbeef-20200101T000000000Z.revino',
      'shop-before-0001_x-20200101-000000.revino',
    ];
    for (const name of kept) writeFileSync(join(here, name), 'x');
    for (let day = 0; day < 30; day++) makeBackup(file, KEY, order([own(here)], NOW_MS + day * DAY_MS));
    const ours = readdirSync(here).filter((name) => !kept.includes(name));
    expect(readdirSync(here)).toEqual(expect.arrayContaining(kept));
    // 7 days, 3 more weeks, and March, whose newest is none of those.
    expect(ours.length).toBeGreaterThanOrEqual(10);
    expect(ours.length).toBeLessThanOrEqual(12);
    expect(ours.at(-1)).toContain('20260412');
  });

  it('sweeps up what a killed one left, its own only', () => {
    const file = filledShop(1);
    const here = tempDir();
    const { places } = makeBackup(file, KEY, order([own(here)]));
    const id = /revino-([0-9a-f]{8})/.exec(places[0]?.backupFile ?? '')?.[1] ?? '';
    const left = [
      `revino-${id}-20260301T000000000Z.revino.partial`,
      `revino-${id}-20260301T000000000Z.revino.partial-journal`,
      `revino-${id}-20260301T000000000Z.revino.sha256`,
      `revino-${id}-20260301T000000000Z.revino.key.json`,
    ];
    const foreign = 'revino-deadbeef-20260301T000000000Z.revino.partial';
    for (const name of [...left, foreign]) writeFileSync(join(here, name), 'half');
    makeBackup(file, KEY, order([own(here)], NOW_MS + DAY_MS));
    expect(readdirSync(here).filter((name) => left.includes(name))).toEqual([]);
    expect(existsSync(join(here, foreign))).toBe(true);
  });

  it('of a damaged database says that it is damaged, and lets no older one make room', () => {
    const file = filledShop(60);
    const here = tempDir();
    for (let hour = 0; hour < 2; hour++) makeBackup(file, KEY, order([own(here)], NOW_MS + hour * DAY_MS));
    const before = readdirSync(here);
    const bytes = readFileSync(file);
    bytes.fill(1, bytes.length - 3 * 4096);
    writeFileSync(file, bytes);
    expect(refusal(() => makeBackup(file, KEY, order([own(here)], NOW_MS + 2 * DAY_MS))).code).toBe(
      'database.corrupt',
    );
    expect(readdirSync(here)).toEqual(before);
  });

  it('finds in its weekly look what a copy would not show, and then lets none make room', () => {
    const file = filledShop(20);
    const here = tempDir();
    makeBackup(file, KEY, order([own(here)]));
    changeFile(file, KEY, (db) => {
      db.sqlite.pragma('foreign_keys = OFF');
      db.sqlite.exec('DELETE FROM customer WHERE id = 3');
    });
    const outcome = makeBackup(file, KEY, { ...order([own(here)], NOW_MS + 1), checksLive: true });
    expect(outcome.isLiveSound).toBe(false);
    // Of one day only the newest stays otherwise.
    expect(backupsIn(here)).toHaveLength(2);
  });

  it('is not made twice at once', async () => {
    const file = filledShop(1);
    const child = runChild(`
      import { acquireWriterLock } from 'db/writerLock.ts';
      acquireWriterLock(${JSON.stringify(`${file}.backup`)});
      console.log('held');
      setInterval(() => {}, 1000);
    `);
    await child.said('held');
    expect(refusal(() => makeBackup(file, KEY, order([own(tempDir())]))).code).toBe('backup.running');
    child.process.kill('SIGKILL');
    await child.ended;
    expect(makeBackup(file, KEY, order([own(tempDir())])).places[0]?.failure).toBeNull();
  });

  it('on a full stick says so, leaves no half of one, and the other place has it', async () => {
    const file = filledShop(400);
    const outcome = (await onSmallDisk(
      1,
      `
      import { readdirSync } from 'node:fs';
      import { makeBackup } from '${new URL('../../src-main/backups/makeBackup.ts', import.meta.url).href}';
      import { markPlace } from '${new URL('../../src-main/backups/placeMark.ts', import.meta.url).href}';
      const folder = process.env.DISK;
      const places = [
        { placeId: 'stick', folder, mark: markPlace(folder) },
        { placeId: 'own', folder: ${JSON.stringify(tempDir())}, mark: null },
      ];
      const { places: fared } = makeBackup(${JSON.stringify(file)}, Uint8Array.from(${JSON.stringify([...KEY])}), { places, nowMs: 1, checksLive: false });
      console.log(JSON.stringify({ codes: fared.map(({ failure }) => failure?.code ?? null), left: readdirSync(folder) }));
      `,
    )) as unknown;
    expect(outcome).toEqual({ codes: ['backup.placeFull', null], left: ['.revino-backups'] });
  }, 60_000);
});

describe('kill -9 during a backup', () => {
  it(
    'leaves only whole backups, and the next one sweeps up the rest',
    async () => {
      const file = filledShop(50);
      growFile(file, KEY, 25);
      const here = tempDir();
      const stick = tempDir();
      const places = [own(here), chosen(stick)];
      const content = contentOfFile(file);
      // Read whole once: a file whose bytes nobody has touched since needs no second reading at every later kill.
      const proven = new Set<string>();
      let interrupted = 0;
      for (let attempt = 0; attempt < runs(3); attempt++) {
        const child = runChild(`
          import { makeBackup } from '${new URL('../../src-main/backups/makeBackup.ts', import.meta.url).href}';
          console.log('ready');
          makeBackup(${JSON.stringify(file)}, Uint8Array.from(${JSON.stringify([...KEY])}), ${JSON.stringify(
            order(places, NOW_MS + attempt * DAY_MS),
          )});
        `);
        await child.said('ready');
        await new Promise((resolve) => setTimeout(resolve, (attempt * 83) % 500));
        child.process.kill('SIGKILL');
        await child.ended;
        if (child.process.signalCode === 'SIGKILL') interrupted += 1;
        for (const backup of [here, stick].flatMap((folder) =>
          backupsIn(folder).map((name) => join(folder, name)),
        )) {
          const { ino, size, mtimeNs } = statSync(backup, { bigint: true });
          const mark = `${backup} ${ino} ${size} ${mtimeNs}`;
          if (!proven.has(mark)) expect(contentOfFile(backup) === content, backup).toBe(true);
          proven.add(mark);
        }
      }
      tellSoak('backups', { attempts: runs(3), interrupted, 'whole backups read': proven.size });
      expect(interrupted).toBeGreaterThan(runs(3) / 3);
      makeBackup(file, KEY, order(places, NOW_MS + 1000 * DAY_MS));
      for (const folder of [here, stick]) {
        expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
        expect(backupsIn(folder).length).toBeGreaterThan(0);
      }
    },
    runs(3) * 20_000,
  );
});
