import { describe, expect, it } from 'vitest';
import { shopIdOf } from '../../db/uid.ts';
import { backupName, parseBackupName } from '../../src-main/backups/backupName.ts';
import { shopFilesIn } from '../../src-main/session/shopFiles.ts';

const MADE_AT_MS = Date.UTC(2026, 10, 22, 13, 3, 19, 123);

describe('the name of a backup', () => {
  it('says whose it is and when it was made', () => {
    const name = backupName('1a2b3c4d', MADE_AT_MS);
    expect(name).toBe('revino-1a2b3c4d-20261122T130319123Z.revino');
    expect(parseBackupName(name)).toEqual({ kind: 'backup', madeAtMs: MADE_AT_MS, shopId: '1a2b3c4d' });
  });

  it('takes the random end of the identity, not the time two shops may share', () => {
    const uid = Uint8Array.from({ length: 16 }, (_, index) => index);
    expect(shopIdOf(uid)).toBe('0c0d0e0f');
  });

  it.each([
    ['shop-before-0003_shop-20261122-130319.revino', 'beforeUpdate', Date.UTC(2026, 10, 22, 13, 3, 19)],
    ['shop-before-0003_shop-20261122-130319-2.revino', 'beforeUpdate', Date.UTC(2026, 10, 22, 13, 3, 19)],
    ['shop.revino.replaced-20261122T130319123Z', 'replaced', MADE_AT_MS],
    ['copy of my shop.revino', 'other', null],
    ['revino-1a2b3c4d-20261122T130319123Z.revino.partial', 'other', null],
    ['revino-../../x-20261122T130319123Z.revino', 'other', null],
  ])('%s is read as %s', (name, kind, madeAtMs) => {
    expect(parseBackupName(name)).toEqual({ kind, madeAtMs, shopId: null });
  });

  it('is not what the live database is called', () => {
    expect(parseBackupName(shopFilesIn('/x').database.split('/').at(-1) ?? '').kind).toBe('other');
  });
});
