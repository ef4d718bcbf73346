/** Backups on screen: what is said when all is well, when something is late, and when a stick is out. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { looksLikeRecoveryKey } from '../../src-renderer/features/backups/BackupSecret.tsx';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { OutputOf } from '../../src-shared/contract/procedure.ts';
import { type MemoryBridge, readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

type Status = OutputOf<(typeof appContract)['backup.status']>;
type Found = OutputOf<(typeof appContract)['backup.list']>['backups'][number];

const OWN = {
  placeId: 'own',
  folder: '/home/ania/.config/Revino/backups',
  isOwn: true,
  lastGood: { on: '2026-11-17', at: '08:02' },
  failure: null,
};

const allWell: Status = { places: [OWN], lastGood: OWN.lastGood, worry: null, jobId: null };

const found = (change: Partial<Found> = {}): Found => ({
  backupId: 'one',
  kind: 'backup',
  made: { on: '2026-11-16', at: '19:30' },
  folder: OWN.folder,
  isHere: true,
  fileName: 'revino-1a2b3c4d-20261116T183000000Z.revino',
  bytes: 1_234_567,
  state: 'opens',
  isEncrypted: true,
  isOlderSchema: false,
  shopName: 'Salon Pod Wierzbą',
  customers: 1500,
  visits: 22,
  newestVisitOn: '2026-11-16',
  needsPassphrase: false,
  ...change,
});

/** The in-memory door, with backups that stand as given. */
const withBackups =
  (status: Status, backups: readonly Found[] = []) =>
  ({ bridge }: MemoryBridge): AppBridge => ({
    ...bridge,
    call: ((name: string, input: never) => {
      const answers: Record<string, unknown> = {
        'backup.status': appContract['backup.status'].output.parse(status),
        'backup.list': appContract['backup.list'].output.parse({ backups }),
      };
      return name in answers
        ? Promise.resolve({ ok: true, value: answers[name] })
        : bridge.call(name as never, input);
    }) as AppBridge['call'],
  });

const english = { state: readyState({ locale: 'en' }) };

describe('backups', () => {
  it('say when the last good one was made, and ask for a second place', async () => {
    openApp(english, '/settings/backups', withBackups(allWell));
    expect(await screen.findByText('17 November 2026 at 08:02')).toBeTruthy();
    expect(screen.getByText(/So far backups lie only on this computer/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /backup:/ })).toBeNull();
  });

  it('a stick that is out is no alarm; its last good one stays in sight', async () => {
    const stick = {
      placeId: 'x',
      folder: 'E:\\',
      isOwn: false,
      lastGood: { on: '2026-11-15', at: '18:00' },
      failure: { code: 'backup.placeUnreachable' as const, params: { folder: 'E:\\' } },
    };
    openApp(english, '/settings/backups', withBackups({ ...allWell, places: [OWN, stick] }));
    const place = (await screen.findByText('E:\\')).closest('li') as HTMLElement;
    expect(within(place).getByText(/^Not connected now/)).toBeTruthy();
    expect(within(place).getByText('Last good backup: 15 Nov 2026, 18:00')).toBeTruthy();
    expect(within(place).queryByRole('button', { name: /Open the folder/ })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText(/So far backups lie only/)).toBeNull();
  });

  it.each([
    [{ kind: 'late', days: 5 }, 'Last backup: 5 days ago'],
    [{ kind: 'late', days: null }, 'No backup yet'],
    [{ kind: 'lateElsewhere', days: 9 }, 'Last backup: 9 days ago'],
    [{ kind: 'damaged', days: null }, 'The records are damaged'],
  ] as const)('the bar says what is wrong: %j', async (worry, text) => {
    openApp(english, '/', withBackups({ ...allWell, worry }));
    const mark = await screen.findByRole('link', { name: text });
    expect(mark.getAttribute('href')).toContain('/settings/backups');
  });

  it('the list says what each holds, and only those that open can be chosen', async () => {
    const { user } = openApp(
      english,
      '/settings/backups',
      withBackups(allWell, [
        found(),
        found({ backupId: 'two', state: 'damaged', customers: null, visits: null, shopName: null }),
        found({ backupId: 'three', state: 'otherKey', isHere: false, folder: 'F:\\old' }),
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Show the backups' }));
    const list = await screen.findByRole('list', { name: 'Backups, the newest first' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('1,500 customers, 22 visits, newest visit 16 Nov 2026');
    // What is the same for all of them is said by none.
    expect(rows[0]?.textContent).not.toContain('Wierzbą');
    expect(rows[1]?.textContent).toContain('damaged; choose another one');
    expect(rows[2]?.textContent).toContain('F:\\old');
    expect(within(list).getAllByRole('button')).toHaveLength(1);
    expect(screen.getByLabelText('Recovery key or passphrase')).toBeTruthy();

    await user.click(within(list).getByRole('button'));
    expect(screen.getByRole('heading', { name: 'Go back to the backup of 16 November 2026, 19:30?' })).toBe(
      document.activeElement,
    );
    await user.click(screen.getByRole('button', { name: 'Leave it' }));
    expect(await screen.findByRole('list', { name: 'Backups, the newest first' })).toBeTruthy();
  });
});

describe('what is typed to unlock backups', () => {
  const key = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01';
  it.each([
    [key, true],
    [key.toLowerCase().replaceAll('-', ' '), true],
    [key.replaceAll('-', ''), true],
    // A letter too few is still meant as a key, and is refused as one.
    [key.slice(0, -1), true],
    ['four words of mine', false],
    ['', false],
    ['a passphrase of many words that somebody likes to type each and every day of the year', false],
  ])('%s', (text, isKey) => {
    expect(looksLikeRecoveryKey(text)).toBe(isKey);
  });
});
