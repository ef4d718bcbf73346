/** When backups are made: at the start, once a day, at the end after a change; and when the owner is told. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../db/openDatabase.ts';
import { BackupKeeper, LOOK_EVERY_MS, START_BACKUP_AFTER_MS } from '../../src-main/backups/backupKeeper.ts';
import { readBackupRecord } from '../../src-main/backups/backupRecord.ts';
import { backupWorry } from '../../src-main/backups/backupWorry.ts';
import { JobRegistry } from '../../src-main/jobs/jobRegistry.ts';
import { shopFilesIn } from '../../src-main/session/shopFiles.ts';
import { KEY, refusal, tempDir } from '../db/support/databases.ts';
import { addCustomers, filledShop } from '../db/support/filledShop.ts';
import { spawnNodeWorker } from './support/nodeWorker.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Only the clock of the schedule: the worker is a real process and takes its own time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A session with an open shop, its keeper, and a clock that is moved by hand. */
const openSession = (folder = tempDir(), startMs = Date.now()) => {
  const files = shopFilesIn(folder);
  if (!readdirSync(folder).includes('shop.revino')) filledShop(5, KEY, folder);
  const db = openDatabase({ file: files.database, key: KEY, mode: 'write' });
  const clock = { nowMs: startMs };
  const defects: unknown[] = [];
  const jobs = new JobRegistry({
    onChanged: () => undefined,
    onDefect: (_kind, error) => defects.push(error),
    nowMs: () => clock.nowMs,
  });
  let shop: { db: typeof db; key: Uint8Array } | null = { db, key: KEY };
  const keeper = new BackupKeeper({
    files,
    spawn: spawnNodeWorker,
    jobs,
    openShop: () => shop,
    nowMs: () => clock.nowMs,
    onDefect: (error) => defects.push(error),
  });
  keeper.shopOpened();
  onTestFinished(() => db.close());
  return {
    folder,
    files,
    db,
    jobs,
    keeper,
    defects,
    clock,
    backups: () =>
      readdirSync(folder).includes('backups')
        ? readdirSync(files.backups).filter((name) => name.endsWith('.revino'))
        : [],
    /** Lets time pass, and what it starts come to its end. */
    pass: async (ms: number) => {
      clock.nowMs += ms;
      vi.advanceTimersByTime(ms);
      await jobs.whenIdle();
    },
    quit: async () => {
      await keeper.lastBackup();
      shop = null;
      db.close();
    },
  };
};

describe('by itself', () => {
  it('soon after the start, but not before the window is long usable', async () => {
    const session = openSession();
    await session.pass(START_BACKUP_AFTER_MS - 1);
    expect(session.backups()).toEqual([]);
    expect(session.keeper.isSettled).toBe(false);
    await session.pass(1);
    expect(session.backups()).toHaveLength(1);
    expect(session.keeper.isSettled).toBe(true);
    expect(session.keeper.record.places[0]).toMatchObject({ lastGoodMs: session.clock.nowMs, failure: null });
    // The first one looks at the whole live database too.
    expect(session.keeper.record.liveCheck).toEqual({ atMs: session.clock.nowMs, isSound: true });
    expect(session.defects).toEqual([]);
  });

  it('not at a start within a day of the last one, and once a day while it is open', async () => {
    const first = openSession();
    await first.pass(START_BACKUP_AFTER_MS);
    await first.quit();
    const session = openSession(first.folder, first.clock.nowMs + HOUR_MS);
    await session.pass(START_BACKUP_AFTER_MS);
    const [before] = session.backups();
    expect(session.backups()).toHaveLength(1);
    for (let hour = 0; hour < 24; hour++) await session.pass(LOOK_EVERY_MS);
    expect(session.backups()).toHaveLength(2);
    expect(session.backups()).toContain(before);
    for (let hour = 0; hour < 20; hour++) await session.pass(LOOK_EVERY_MS);
    expect(session.backups()).toHaveLength(2);
  });

  it('a backup from the future, by a clock that was wrong, does not keep new ones from being made', async () => {
    const first = openSession(undefined, Date.now() + 1000 * DAY_MS);
    await first.pass(START_BACKUP_AFTER_MS);
    await first.quit();
    const session = openSession(first.folder);
    await session.pass(START_BACKUP_AFTER_MS);
    expect(session.backups()).toHaveLength(2);
  });

  it('waits while an import is running', async () => {
    const session = openSession();
    const { promise, reject } = Promise.withResolvers<never>();
    session.jobs.start('import', () => promise);
    session.clock.nowMs += START_BACKUP_AFTER_MS;
    vi.advanceTimersByTime(START_BACKUP_AFTER_MS);
    expect(session.jobs.isRunning('backup')).toBe(false);
    reject(new Error('ended'));
    await session.jobs.whenIdle();
    await session.pass(LOOK_EVERY_MS);
    expect(session.backups()).toHaveLength(1);
  });
});

describe('at the end', () => {
  it('after a change, when the connection is closed', async () => {
    const session = openSession();
    await session.pass(START_BACKUP_AFTER_MS);
    session.clock.nowMs += HOUR_MS;
    addCustomers(session.db, 1, 'Late');
    await session.quit();
    const [name] = session.backups();
    const backup = openDatabase({ file: join(session.files.backups, name ?? ''), key: KEY, mode: 'read' });
    expect(backup.sqlite.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(6);
    backup.close();
  });

  it('not without one', async () => {
    const session = openSession();
    await session.pass(START_BACKUP_AFTER_MS);
    const before = session.backups();
    session.clock.nowMs += HOUR_MS;
    await session.quit();
    expect(session.backups()).toEqual(before);
  });

  it('what a killed session wrote is backed up by the next one', async () => {
    const killed = openSession();
    await killed.pass(START_BACKUP_AFTER_MS);
    // Written by another connection, in the future of the last backup, and never closed properly.
    const before = killed.backups();
    writeFileSync(
      join(killed.folder, 'backups.json'),
      readFileSync(join(killed.folder, 'backups.json'), 'utf8').replaceAll(
        String(killed.clock.nowMs),
        String(killed.clock.nowMs - HOUR_MS),
      ),
    );
    addCustomers(killed.db, 1);
    const session = openSession(killed.folder, killed.clock.nowMs + 60_000);
    await session.quit();
    expect(session.backups()).not.toEqual(before);
  });

  it('never keeps the app from ending', async () => {
    const session = openSession();
    rmSync(session.files.backups, { recursive: true, force: true });
    writeFileSync(session.files.backups, 'a file in the way');
    await session.quit();
    const record = readBackupRecord(session.files.backupRecord, session.files.backups);
    expect(record.places[0]?.failure?.code).toMatch(/^backup\./);
  });
});

describe('places', () => {
  it('a stick that was out gets its backup within the hour of being back', async () => {
    const session = openSession();
    const stick = join(tempDir(), 'stick');
    mkdirSync(stick);
    session.keeper.addPlace(stick);
    const mark = readFileSync(join(stick, '.revino-backups'));
    rmSync(stick, { recursive: true });
    await session.pass(START_BACKUP_AFTER_MS);
    expect(session.keeper.record.places.map(({ failure }) => failure?.code ?? null)).toEqual([
      null,
      'backup.placeUnreachable',
    ]);
    mkdirSync(stick);
    writeFileSync(join(stick, '.revino-backups'), mark);
    await session.pass(LOOK_EVERY_MS);
    expect(readdirSync(stick).filter((name) => name.endsWith('.revino'))).toHaveLength(1);
    expect(session.keeper.record.places[1]?.failure).toBeNull();
    // The other place had one already.
    expect(session.backups()).toHaveLength(1);
    expect(session.defects).toEqual([]);
  });

  it('are kept from one start to the next, and none twice', () => {
    const session = openSession();
    const stick = tempDir();
    session.keeper.addPlace(stick);
    session.keeper.addPlace(stick);
    const again = openSession(session.folder);
    expect(again.keeper.record.places.map(({ folder }) => folder)).toEqual([session.files.backups, stick]);
    again.keeper.removePlace(again.keeper.record.places[1]?.mark ?? '');
    expect(again.keeper.record.places).toHaveLength(1);
    expect(refusal(() => again.keeper.removePlace('own')).code).toBe('backup.unknownPlace');
    expect(refusal(() => again.keeper.addPlace(dirname(session.files.database))).code).toBe(
      'backup.placeIsOwn',
    );
  });

  it('a record that cannot be read is begun anew', () => {
    const session = openSession();
    for (const text of ['', '{', '{"version":9}', '[]']) {
      writeFileSync(session.files.backupRecord, text);
      expect(readBackupRecord(session.files.backupRecord, session.files.backups).places).toHaveLength(1);
    }
  });
});

describe('what the owner is told', () => {
  const record = (lastGoodMs: number | null, chosenMs?: number | null) => ({
    version: 1 as const,
    places: [
      { folder: 'a', mark: null, addedAtMs: 0, lastGoodMs, failure: null },
      ...(chosenMs === undefined
        ? []
        : [{ folder: 'b', mark: 'x', addedAtMs: 10 * DAY_MS, lastGoodMs: chosenMs, failure: null }]),
    ],
    liveCheck: null,
  });

  it.each([
    ['a shop of today', record(null), 100 * DAY_MS, 100 * DAY_MS, null],
    ['a weekend', record(97.1 * DAY_MS), 0, 100 * DAY_MS, null],
    ['three days', record(97 * DAY_MS), 0, 100 * DAY_MS, { kind: 'late', days: 3 }],
    ['never', record(null), 90 * DAY_MS, 100 * DAY_MS, { kind: 'late', days: null }],
    [
      'a week without the stick',
      record(100 * DAY_MS, 93 * DAY_MS),
      0,
      100 * DAY_MS,
      { kind: 'lateElsewhere', days: 7 },
    ],
    [
      'a stick never seen',
      record(100 * DAY_MS, null),
      0,
      100 * DAY_MS,
      { kind: 'lateElsewhere', days: null },
    ],
    ['a stick of yesterday', record(100 * DAY_MS, null), 0, 11 * DAY_MS, null],
    ['a stick alone that is fine', record(null, 100 * DAY_MS), 0, 100 * DAY_MS, null],
  ])('%s', (_, known, madeAtMs, nowMs, worry) => {
    expect(backupWorry(known, madeAtMs, nowMs)).toEqual(worry);
  });

  it('damage that a backup has met, before anything else, until it is gone', async () => {
    const session = openSession();
    await session.pass(START_BACKUP_AFTER_MS);
    session.db.close();
    const whole = readFileSync(session.files.database);
    writeFileSync(session.files.database, Buffer.from(whole).fill(1, whole.length - 8192));
    const broken = openSession(session.folder, session.clock.nowMs + DAY_MS);
    await broken.pass(START_BACKUP_AFTER_MS);
    expect(backupWorry(broken.keeper.record, 0, broken.clock.nowMs)).toEqual({ kind: 'damaged', days: null });
    // The whole one of yesterday is still there.
    expect(broken.backups()).toEqual(session.backups());
    expect(broken.backups()).toHaveLength(1);
  });
});
