/**
 * A whole backup of an encrypted shop of over 1,000,000 visits (copied, flushed, opened again, checked, rows of every
 * table counted, older ones rotated) against a bare `VACUUM INTO` and `quick_check` of the same shop in a plain file.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/openDatabase.ts';
import { makeBackup } from '../../src-main/backups/makeBackup.ts';
import { compare, type Measured, timed } from './measure.ts';

export const benchBackup = async (
  encrypted: { readonly file: string; readonly key: Uint8Array },
  plainFile: string,
  folder: string,
): Promise<Measured[]> => {
  const place = { placeId: 'own', folder: join(folder, 'backups'), mark: null };
  let nowMs = Date.now();
  const ours = () => {
    // Of one day only one is kept, so that the disk does not fill.
    nowMs += 1;
    return timed(() => {
      const { places } = makeBackup(encrypted.file, encrypted.key, {
        places: [place],
        nowMs,
        checksLive: false,
      });
      if (places[0]?.failure !== null) throw new Error('The backup failed.');
    });
  };
  const copy = join(folder, 'plain-copy.sqlite');
  const baseline = async () => {
    const db = openDatabase({ file: plainFile, key: null, mode: 'read' });
    const ms = await timed(() => {
      db.sqlite.prepare('VACUUM INTO ?').run(copy);
      const copied = openDatabase({ file: copy, key: null, mode: 'read' });
      if (copied.sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new Error('The copy is not sound.');
      copied.close();
    });
    db.close();
    rmSync(copy);
    return ms;
  };
  const measured = await compare({
    name: 'A verified backup, shop of 1,000,000 visits, encrypted',
    baselineName: 'plain VACUUM INTO and quick_check of the same shop unencrypted',
    goal: 4,
    runs: 3,
    ours,
    baseline,
  });
  rmSync(place.folder, { recursive: true });
  return [measured];
};
