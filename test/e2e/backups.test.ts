/** Backups as the owner meets them: made, found again after damage, and brought to a bare machine. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, good, newShop, type Revino, seedShop, test } from './app.ts';

const PASSPHRASE = 'four words of mine';

const backupsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.revino')) : [];

const recordVisit = async (revino: Revino, name: string): Promise<void> => {
  const { customerId } = good(await revino.call('customer.create', { name, phone: null }));
  good(
    await revino.call('visit.record', {
      customerId,
      note: null,
      lines: [{ amountMinor: 1000 }],
      visitUid: crypto.randomUUID(),
    }),
  );
};

const openBackups = async ({ window }: Revino): Promise<void> => {
  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('link', { name: 'Backups' }).click();
};

test('backed up to a stick, damaged, and restored from the list', async ({ openRevino, dataFolder }) => {
  await seedShop(dataFolder);
  const stick = mkdtempSync(join(tmpdir(), 'revino-stick-'));
  try {
    const revino = await openRevino();
    await recordVisit(revino, 'Ania');
    await openBackups(revino);
    await revino.answerDialogs(stick);
    await revino.window.getByRole('button', { name: 'Add a place…' }).click();
    await expect(revino.window.getByText(stick, { exact: true })).toBeVisible();
    await expect.poll(() => backupsIn(stick)).toHaveLength(1);
    await revino.window.getByRole('button', { name: 'Back up now' }).click();
    await expect(revino.window.getByText('Done: the backup lies in 2 places.')).toBeVisible();
    await expect(revino.window.getByText(/The last good backup was made on/)).toBeVisible();
    await revino.close();
    // Nothing of it was changed since: the same day keeps one.
    expect(backupsIn(stick)).toHaveLength(1);

    const database = join(dataFolder, 'shop.revino');
    const bytes = readFileSync(database);
    writeFileSync(database, bytes.fill(0, 0, 8192));
    const broken = await openRevino();
    await broken.window.getByRole('button', { name: 'Go back to a backup' }).click();
    const rows = broken.window.getByRole('listitem').filter({ hasText: '1 customer, 1 visit' });
    await expect(rows).toHaveCount(2);
    await rows
      .first()
      .getByRole('button', { name: /Go back to the backup of/ })
      .click();
    await expect(broken.window.getByText('It holds 1 customer and 1 visit.')).toBeVisible();
    await broken.window.getByRole('button', { name: 'Go back to it' }).click();
    await expect(broken.window.getByRole('link', { name: 'Front desk' })).toBeVisible();
    expect(good(await broken.call('customer.search', { text: 'Ania' })).customers).toHaveLength(1);
    const replaced = readdirSync(dataFolder).find((name) => /\.replaced-\d{8}T\d{9}Z$/.test(name));
    expect(readFileSync(join(dataFolder, replaced ?? '')).equals(bytes)).toBe(true);
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
});

test('from the open shop back to yesterday, and forth again', async ({ openRevino, dataFolder }) => {
  await seedShop(dataFolder);
  const revino = await openRevino();
  await recordVisit(revino, 'Ania');
  const { jobId } = good(await revino.call('backup.start', {}));
  await expect.poll(async () => good(await revino.call('job.get', { jobId })).state).toBe('done');
  await recordVisit(revino, 'Bartek');
  await openBackups(revino);
  await revino.window.getByRole('button', { name: 'Show the backups' }).click();
  await revino.window.getByRole('button', { name: /Go back to the backup of/ }).click();
  await revino.window.getByRole('button', { name: 'Go back to it' }).click();
  await expect(revino.window.getByText(/The records are back as they were on/)).toBeVisible();
  expect(good(await revino.call('customer.search', { text: 'Bartek' })).customers).toEqual([]);
  expect(good(await revino.call('retention.coverage', {})).visits).toBe(1);

  const row = revino.window.getByRole('listitem').filter({ hasText: 'the records that were replaced' });
  if (!(await row.isVisible())) await revino.window.getByRole('button', { name: 'Look again' }).click();
  await row.getByRole('button').click();
  await revino.window.getByRole('button', { name: 'Go back to it' }).click();
  await expect
    .poll(async () => good(await revino.call('customer.search', { text: 'Bartek' })).customers)
    .toHaveLength(1);
  expect(good(await revino.call('retention.coverage', {})).visits).toBe(2);
});

test('at the first start of a bare machine, with the recovery key', async ({ openRevino, dataFolder }) => {
  const first = await openRevino();
  const { recoveryKey } = good(
    await first.call('shop.create', newShop({ protection: 'passphrase', passphrase: PASSPHRASE })),
  );
  await recordVisit(first, 'Ania');
  // The last backup is made when the app is closed.
  await first.close();
  const [name] = backupsIn(join(dataFolder, 'backups'));
  const stick = mkdtempSync(join(tmpdir(), 'revino-stick-'));
  const bare = mkdtempSync(join(tmpdir(), 'revino-bare-'));
  try {
    const brought = join(stick, 'brought.revino');
    writeFileSync(brought, readFileSync(join(dataFolder, 'backups', name ?? '')));
    const revino = await openRevino({ dataFolder: bare });
    const { window } = revino;
    await window.getByRole('button', { name: 'I have a backup' }).click();
    await expect(window.getByText('No backup was found in these places.')).toBeVisible();
    await revino.answerDialogs(brought);
    await window.getByRole('button', { name: 'Open another file…' }).click();
    await expect(window.getByText('locked with a key that is not known here; unlock it below')).toBeVisible();
    const secret = window.getByLabel('Recovery key or passphrase');
    // Without the key file beside it a passphrase opens nothing, and that is said.
    await secret.fill(PASSPHRASE);
    await window.getByRole('button', { name: 'Unlock' }).click();
    await expect(window.getByText(/type the recovery key/)).toBeVisible();
    await secret.fill(recoveryKey ?? '');
    await window.getByRole('button', { name: 'Unlock' }).click();
    await window.getByRole('button', { name: /Go back to the backup of/ }).click();
    await expect(window.getByText('It holds 1 customer and 1 visit of Corner salon.')).toBeVisible();
    // There is no key store here, so a passphrase is chosen.
    await window.getByLabel('New passphrase').fill('another four words');
    await window.getByLabel('The same once more').fill('another four words');
    await window.getByRole('button', { name: 'Go back to it' }).click();
    await window.getByLabel('Passphrase', { exact: true }).fill('another four words');
    await window.getByRole('button', { name: 'Open' }).click();
    await expect(window.getByRole('link', { name: 'Front desk' })).toBeVisible();
    expect(good(await revino.call('customer.search', { text: 'Ania' })).customers).toHaveLength(1);
    await revino.close();
  } finally {
    for (const folder of [stick, bare]) rmSync(folder, { recursive: true, force: true });
  }
});

test('a folder that Dropbox keeps is refused for the records, with the way out', async ({
  openRevino,
  dataFolder,
}) => {
  const synced = join(dataFolder, 'Dropbox', 'Revino');
  const revino = await openRevino({ dataFolder: synced });
  const refused = await revino.call('shop.create', newShop());
  expect(refused).toMatchObject({ ok: false, error: { code: 'database.syncedFolder' } });
  await revino.close();
  expect(existsSync(join(synced, 'shop.revino'))).toBe(false);
});
