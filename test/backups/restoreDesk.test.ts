/** Going back to a backup without an open shop: which keys are tried, which are asked for, and how they are kept after. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keyFilePath, readKeyFile } from '../../db/keys.ts';
import { BackupKeeper } from '../../src-main/backups/backupKeeper.ts';
import { makeBackup } from '../../src-main/backups/makeBackup.ts';
import { RestoreDesk } from '../../src-main/backups/restoreDesk.ts';
import { JobRegistry } from '../../src-main/jobs/jobRegistry.ts';
import type { SystemKeyStore } from '../../src-main/keys/keyRing.ts';
import { shopFilesIn } from '../../src-main/session/shopFiles.ts';
import { ShopSession } from '../../src-main/session/shopSession.ts';
import type { Protection } from '../../src-shared/contract/shopContract.ts';
import { refusalOf, tempDir } from '../db/support/databases.ts';
import { addCustomers } from '../db/support/filledShop.ts';
import { spawnNodeWorker } from './support/nodeWorker.ts';

const PASSPHRASE = 'four words of mine';

/** What a computer's key store is to the app: it opens what it has wrapped itself, and nothing of another one. */
const computer = (name: string, isAvailable = true): SystemKeyStore => ({
  isAvailable: () => isAvailable,
  wrap: (key) => Buffer.from(`${name}:${Buffer.from(key).toString('hex')}`).toString('base64'),
  unwrap: (wrapped) => {
    const [by, hex] = Buffer.from(wrapped, 'base64').toString().split(':');
    if (by !== name || hex === undefined) throw new Error('wrapped by another computer');
    return Uint8Array.from(Buffer.from(hex, 'hex'));
  },
});

const startOn = (keyStore: SystemKeyStore, folder = tempDir()) => {
  const session = new ShopSession({
    files: shopFilesIn(folder),
    keyStore,
    systemLocale: 'en',
    systemTimeZone: () => 'Europe/Warsaw',
    nowMs: Date.now,
    onChanged: () => undefined,
  });
  session.open();
  onTestFinished(() => session.close());
  const jobs = new JobRegistry({ onChanged: () => undefined, onDefect: () => undefined, nowMs: Date.now });
  const keeper = new BackupKeeper({
    files: session.files,
    spawn: spawnNodeWorker,
    jobs,
    openShop: () => (session.protection === null ? null : session.shop),
    nowMs: Date.now,
    onDefect: () => undefined,
  });
  const desk = new RestoreDesk({
    session,
    keeper,
    spawn: spawnNodeWorker,
    nowMs: Date.now,
    timeZone: () => 'Europe/Warsaw',
  });
  return { session, keeper, desk, folder };
};

/** A shop with three customers and a backup of them, closed. */
const madeOn = async (keyStore: SystemKeyStore, protection: Protection) => {
  const { session, folder } = startOn(keyStore);
  const recoveryKey = await session.create({
    name: 'Corner salon',
    trade: 'salon',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    locale: 'en',
    isHistoryComplete: true,
    protection,
    passphrase: protection === 'passphrase' ? PASSPHRASE : null,
  });
  addCustomers(session.shop.db, 3);
  const places = [{ placeId: 'own', folder: session.files.backups, mark: null }];
  const { places: fared } = makeBackup(session.files.database, session.shop.key, {
    places,
    nowMs: Date.now(),
    checksLive: false,
  });
  session.close();
  return { folder, recoveryKey: recoveryKey ?? '', backupFile: fared[0]?.backupFile ?? '' };
};

const customersIn = (session: ShopSession): unknown =>
  session.shop.db.sqlite.prepare('SELECT count(*) FROM customer').pluck().get();

describe('a damaged shop on its own computer', () => {
  it('whose key the key store has is put right without a question, though it looks locked', async () => {
    const here = computer('here');
    const { folder } = await madeOn(here, 'keyStore');
    const file = join(folder, 'shop.revino');
    writeFileSync(file, Buffer.from(readFileSync(file)).fill(0xa7, 16, 4000));
    const { session, desk } = startOn(here, folder);
    expect(session.appState).toMatchObject({ phase: 'locked', reason: 'keyStoreLost' });
    const [backup] = await desk.list();
    expect(backup).toMatchObject({
      state: 'opens',
      customers: 3,
      shopName: 'Corner salon',
      needsPassphrase: false,
    });
    const kept = readFileSync(session.files.keyFile);
    await desk.stage(backup?.backupId ?? '', null, {});
    await session.reopen();
    expect(session.appState.phase).toBe('ready');
    expect(customersIn(session)).toBe(3);
    expect(readFileSync(session.files.keyFile)).toEqual(kept);
  });

  it('whose passphrase is typed keeps its own key file', async () => {
    const here = computer('here', false);
    const { folder } = await madeOn(here, 'passphrase');
    const file = join(folder, 'shop.revino');
    writeFileSync(file, readFileSync(file).subarray(0, 10_000));
    const { session, desk } = startOn(here, folder);
    expect(session.appState.phase).toBe('failed');
    const [shut] = await desk.list();
    expect(shut).toMatchObject({ state: 'otherKey', customers: null });
    expect((await refusalOf(() => desk.stage(shut?.backupId ?? '', null, {}))).code).toBe('backup.unknown');
    expect((await refusalOf(() => desk.unlock({ passphrase: 'some other words' }))).code).toBe(
      'key.wrongPassphrase',
    );
    await desk.unlock({ passphrase: PASSPHRASE });
    const [opened] = await desk.list();
    expect(opened).toMatchObject({ backupId: shut?.backupId, state: 'opens', needsPassphrase: false });
    await desk.stage(opened?.backupId ?? '', null, {});
    await session.reopen();
    expect(session.appState).toMatchObject({ phase: 'locked', reason: 'passphrase' });
    await session.unlock({ passphrase: PASSPHRASE });
    expect(customersIn(session)).toBe(3);
  });
});

describe('on a bare machine', () => {
  it('the recovery key opens the backup, and this computer’s key store keeps the key from then on', async () => {
    const { backupFile, recoveryKey } = await madeOn(computer('old'), 'keyStore');
    const there = computer('new');
    const { session, desk, folder } = startOn(there);
    const backupId = desk.addFile(backupFile);
    expect((await desk.list())[0]).toMatchObject({ backupId, state: 'otherKey' });
    // A sound key of some other shop: all zeros with its checksum.
    const foreign = `${'0000-'.repeat(12)}0007-FE2G`;
    expect((await refusalOf(() => desk.unlock({ recoveryKey: foreign }))).code).toBe('backup.keyFitsNone');
    expect((await refusalOf(() => desk.unlock({ passphrase: PASSPHRASE }))).code).toBe('backup.noKeyFile');
    await desk.unlock({ recoveryKey });
    expect((await desk.list())[0]).toMatchObject({ backupId, state: 'opens', needsPassphrase: false });
    await desk.stage(backupId, null, {});
    await session.reopen();
    expect(session.appState).toMatchObject({ phase: 'ready', protection: 'keyStore' });
    session.close();
    const again = startOn(there, folder);
    expect(again.session.appState.phase).toBe('ready');
    expect(customersIn(again.session)).toBe(3);
  });

  it('the passphrase is enough where the key file came along', async () => {
    const { backupFile } = await madeOn(computer('old', false), 'passphrase');
    const stick = tempDir();
    const brought = join(stick, 'b.revino');
    copyFileSync(backupFile, brought);
    copyFileSync(keyFilePath(backupFile), keyFilePath(brought));
    const { session, desk } = startOn(computer('new', false));
    const backupId = desk.addFile(brought);
    await desk.list();
    await desk.unlock({ passphrase: PASSPHRASE });
    await desk.list();
    await desk.stage(backupId, null, {});
    await session.reopen();
    await session.unlock({ passphrase: PASSPHRASE });
    expect(customersIn(session)).toBe(3);
    expect(readKeyFile(session.files.keyFile)).toEqual(readKeyFile(keyFilePath(brought)));
  });

  it('without a key store a passphrase must be chosen, and a weak one is refused', async () => {
    const { backupFile, recoveryKey } = await madeOn(computer('old'), 'keyStore');
    const { session, desk } = startOn(computer('new', false));
    const backupId = desk.addFile(backupFile);
    await desk.list();
    await desk.unlock({ recoveryKey });
    expect((await desk.list())[0]?.needsPassphrase).toBe(true);
    expect((await refusalOf(() => desk.stage(backupId, 'short', {}))).code).toBe('key.weakPassphrase');
    expect(existsSync(session.files.database)).toBe(false);
    await desk.stage(backupId, 'another four words', {});
    await session.reopen();
    await session.unlock({ passphrase: 'another four words' });
    expect(customersIn(session)).toBe(3);
  });

  it('a backup without a lock needs no key at all', async () => {
    const { backupFile } = await madeOn(computer('old'), 'none');
    const { session, desk } = startOn(computer('new'));
    const backupId = desk.addFile(backupFile);
    expect((await desk.list())[0]).toMatchObject({
      state: 'opens',
      isEncrypted: false,
      needsPassphrase: false,
    });
    await desk.stage(backupId, null, {});
    await session.reopen();
    expect(session.appState).toMatchObject({ phase: 'ready', protection: 'none' });
  });
});

describe('the list', () => {
  it('holds what lies in every place and beside the records, each once, newest first', async () => {
    const here = computer('here');
    const { folder, backupFile } = await madeOn(here, 'keyStore');
    const { session, keeper, desk } = startOn(here, folder);
    const stick = join(tempDir(), 'stick');
    mkdirSync(stick);
    keeper.addPlace(stick);
    copyFileSync(backupFile, join(stick, 'by hand.revino'));
    writeFileSync(join(stick, 'notes.txt'), 'x');
    writeFileSync(join(stick, 'empty.revino'), '');
    copyFileSync(backupFile, `${session.files.database}.replaced-20200101T000000000Z`);
    desk.addFile(backupFile);
    const found = await desk.list();
    expect(found.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'backup opens',
      'other damaged',
      'other opens',
      'replaced opens',
    ]);
    expect(found.at(-1)).toMatchObject({ kind: 'replaced', made: { on: '2020-01-01', at: '01:00' } });
    // Looking leaves nothing behind.
    expect(readdirSync(stick).toSorted()).toEqual([
      '.revino-backups',
      'by hand.revino',
      'empty.revino',
      'notes.txt',
    ]);
  });
});
