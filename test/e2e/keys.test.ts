/** The key of the database: key store, passphrase, recovery key, and each of them lost. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, good, newShop, type Revino, test, toolchain } from './app.ts';

const PASSPHRASE = 'four words of mine';

const keyFile = (dataFolder: string): string => join(dataFolder, 'shop.revino.key.json');
const stateOf = async (revino: Revino) => good(await revino.call('app.state', {}));

/** Makes a shop with this protection, closes the app, and answers the recovery key. */
const makeShop = async (revino: Revino, protection: 'keyStore' | 'passphrase'): Promise<string> => {
  const passphrase = protection === 'passphrase' ? PASSPHRASE : null;
  const { recoveryKey } = good(await revino.call('shop.create', newShop({ protection, passphrase })));
  await revino.close();
  if (recoveryKey === null) throw new Error('An encrypted shop has a recovery key.');
  return recoveryKey;
};

test('an encrypted database shows nothing of the shop on disk', async ({ openRevino }) => {
  const revino = await openRevino();
  await makeShop(revino, 'passphrase');
  const bytes = readFileSync(join(revino.dataFolder, 'shop.revino'));
  expect(bytes.includes('Corner salon')).toBe(false);
  expect(bytes.includes('SQLite format 3')).toBe(false);
  expect(readFileSync(keyFile(revino.dataFolder), 'utf8')).not.toContain(PASSPHRASE);
});

test('a passphrase opens the shop at the next start, and no other does', async ({ openRevino }) => {
  await makeShop(await openRevino(), 'passphrase');
  const revino = await openRevino();
  expect(await stateOf(revino)).toMatchObject({ phase: 'locked', reason: 'passphrase' });
  expect(await revino.call('customer.search', { text: 'a' })).toMatchObject({ error: { code: 'shop.none' } });
  expect(await revino.call('shop.unlock', { passphrase: 'some other words' })).toMatchObject({
    error: { code: 'key.wrongPassphrase' },
  });
  expect((await stateOf(revino)).phase).toBe('locked');
  good(await revino.call('shop.unlock', { passphrase: PASSPHRASE }));
  expect(await stateOf(revino)).toMatchObject({ phase: 'ready', protection: 'passphrase' });
  expect(good(await revino.call('retention.coverage', {})).visits).toBe(0);
});

test('the recovery key opens the shop whose passphrase is forgotten, and changes nothing of it', async ({
  openRevino,
}) => {
  const recoveryKey = await makeShop(await openRevino(), 'passphrase');
  const revino = await openRevino();
  const kept = readFileSync(keyFile(revino.dataFolder));
  good(await revino.call('shop.unlock', { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') }));
  expect(await stateOf(revino)).toMatchObject({ phase: 'ready', protection: 'passphrase' });
  expect(readFileSync(keyFile(revino.dataFolder))).toEqual(kept);
});

test('with the key file gone only the recovery key helps', async ({ openRevino }) => {
  const recoveryKey = await makeShop(await openRevino(), 'passphrase');
  const { dataFolder, close } = await openRevino();
  await close();
  rmSync(keyFile(dataFolder));

  const again = await openRevino();
  expect(await stateOf(again)).toMatchObject({ phase: 'locked', reason: 'keyFileMissing' });
  const refusals = [
    [{ passphrase: PASSPHRASE }, 'key.wrongPassphrase'],
    [{ recoveryKey: 'not a key' }, 'key.malformedRecoveryKey'],
    [
      { recoveryKey: `${recoveryKey.slice(0, -1)}${recoveryKey.endsWith('0') ? '1' : '0'}` },
      'key.malformedRecoveryKey',
    ],
    // A sound key of some other shop: all zeros with its checksum.
    [{ recoveryKey: `${'0000-'.repeat(12)}0007-FE2G` }, 'database.wrongKey'],
  ] as const;
  for (const [secret, code] of refusals)
    expect(await again.call('shop.unlock', secret), code).toMatchObject({ ok: false, error: { code } });
  expect((await stateOf(again)).phase).toBe('locked');
  good(await again.call('shop.unlock', { recoveryKey }));
  expect((await stateOf(again)).phase).toBe('ready');
});

test('a damaged key file asks for the recovery key', async ({ openRevino }) => {
  const recoveryKey = await makeShop(await openRevino(), 'passphrase');
  const { dataFolder, close } = await openRevino();
  await close();
  writeFileSync(keyFile(dataFolder), '{"version":1');
  const again = await openRevino();
  expect(await stateOf(again)).toMatchObject({ phase: 'locked', reason: 'keyStoreLost' });
  good(await again.call('shop.unlock', { recoveryKey }));
  expect((await stateOf(again)).phase).toBe('ready');
});

test('a plain database opens plainly beside a key file that another one left behind', async ({
  openRevino,
}) => {
  await makeShop(await openRevino(), 'passphrase');
  const { dataFolder, close } = await openRevino();
  await close();
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(dataFolder, `shop.revino${suffix}`), { force: true });

  const again = await openRevino();
  expect((await stateOf(again)).phase).toBe('noShop');
  good(await again.call('shop.create', newShop()));
  await again.close();
  // Making a shop without a key left the old key alone: it may belong to a backup.
  expect(JSON.parse(readFileSync(keyFile(dataFolder), 'utf8'))).toMatchObject({ protection: 'passphrase' });
  const last = await openRevino();
  expect(await stateOf(last)).toMatchObject({ phase: 'ready', protection: 'none' });
});

// Only Linux can be given a key store of its own for a test.
const describeOnLinux = process.platform === 'linux' ? test.describe : () => undefined;

describeOnLinux('with a key store', () => {
  /** A script that gives Electron a session bus and a keyring that lies in `home`. */
  const keyringWrapper = (folder: string, home: string): string => {
    mkdirSync(home, { recursive: true });
    const script = join(folder, 'with-keyring.sh');
    writeFileSync(
      script,
      `#!/bin/sh
export HOME='${home}' XDG_DATA_HOME='${home}/data' XDG_CONFIG_HOME='${home}/config' XDG_RUNTIME_DIR='${home}'
export XDG_CURRENT_DESKTOP=GNOME
unset DBUS_SESSION_BUS_ADDRESS
exec dbus-run-session -- sh -c 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$0" "$@"' '${toolchain().electronPath}' "$@"
`,
    );
    chmodSync(script, 0o755);
    return script;
  };

  test('the shop opens without a question, and the key file alone opens nothing', async ({
    openRevino,
    dataFolder,
  }) => {
    const wrapper = keyringWrapper(dataFolder, join(dataFolder, 'home'));
    const first = await openRevino({ wrapper });
    expect(await stateOf(first)).toMatchObject({ phase: 'noShop', isKeyStoreAvailable: true });
    const recoveryKey = await makeShop(first, 'keyStore');
    expect(JSON.parse(readFileSync(keyFile(dataFolder), 'utf8'))).toMatchObject({ protection: 'keyStore' });
    expect(readFileSync(keyFile(dataFolder), 'utf8')).not.toContain(recoveryKey);

    const second = await openRevino({ wrapper });
    expect(await stateOf(second)).toMatchObject({ phase: 'ready', protection: 'keyStore' });
    expect(good(await second.call('retention.coverage', {})).visits).toBe(0);
    await second.close();

    // The same files where there is no key store, as on another computer.
    const elsewhere = await openRevino();
    expect(await stateOf(elsewhere)).toMatchObject({ phase: 'locked', reason: 'keyStoreLost' });
  });

  test('a key store made anew asks for the recovery key once, and keeps the key again', async ({
    openRevino,
    dataFolder,
  }) => {
    const oldHome = keyringWrapper(dataFolder, join(dataFolder, 'home'));
    const recoveryKey = await makeShop(await openRevino({ wrapper: oldHome }), 'keyStore');

    const wrapper = keyringWrapper(dataFolder, join(dataFolder, 'new-home'));
    const first = await openRevino({ wrapper });
    expect(await stateOf(first)).toMatchObject({ phase: 'locked', reason: 'keyStoreLost' });
    await expect(first.window.getByRole('textbox')).toBeVisible();
    good(await first.call('shop.unlock', { recoveryKey }));
    expect(await stateOf(first)).toMatchObject({ phase: 'ready', protection: 'keyStore' });
    await first.close();

    const second = await openRevino({ wrapper });
    expect(await stateOf(second)).toMatchObject({ phase: 'ready', protection: 'keyStore' });
  });
});
