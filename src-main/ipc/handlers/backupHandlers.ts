/** Backups and restoring: dialogs and places here, the work in jobs of their own process. */

import type { backupContract } from '../../../src-shared/contract/backupContract.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { placeIdOf } from '../../backups/backupRecord.ts';
import { backupWorry, lastGoodAnywhere } from '../../backups/backupWorry.ts';
import { momentOf } from '../../backups/moment.ts';
import { RestoreDesk } from '../../backups/restoreDesk.ts';
import { shopMadeAtMs } from '../../backups/shopCard.ts';
import type { AppServices } from './appServices.ts';
import { DONE } from './writing.ts';

export const backupHandlers = (services: AppServices): HandlersFor<typeof backupContract> => {
  const { session, jobs, desktop, words, nowMs, gate, backups, spawn, migrationsDir } = services;
  const timeZone = (): string => {
    const state = session.appState;
    return state.phase === 'ready' ? state.shop.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone;
  };
  const desk = new RestoreDesk({
    session,
    keeper: backups,
    spawn,
    nowMs,
    timeZone,
    ...(migrationsDir === undefined ? {} : { migrationsDir }),
  });
  const moment = (instantMs: number | null) => (instantMs === null ? null : momentOf(instantMs, timeZone()));

  /** A demo shop is nobody's records, and a session that has just begun is about to make its backup. */
  const worry = () => {
    const state = session.appState;
    if (state.phase !== 'ready' || state.shop.isDemo) return null;
    const known = backupWorry(backups.record, shopMadeAtMs(session.shop.db), nowMs());
    return backups.isSettled || known?.kind === 'damaged' ? known : null;
  };

  return {
    'backup.status': () => ({
      places: backups.record.places.map((place) => ({
        placeId: placeIdOf(place),
        folder: place.folder,
        isOwn: place.mark === null,
        lastGood: moment(place.lastGoodMs),
        failure: place.failure === null ? null : { code: place.failure.code, params: place.failure.params },
      })),
      lastGood: moment(lastGoodAnywhere(backups.record)),
      worry: worry(),
      jobId: jobs.list().find(({ kind, state }) => kind === 'backup' && state === 'running')?.jobId ?? null,
    }),

    'backup.start': () => ({ jobId: backups.backUpNow() }),

    'backup.addPlace': async () => {
      const folder = await desktop.askBackupFolder(words());
      if (folder === null) return { added: false };
      backups.addPlace(folder);
      // So that the owner sees at once that it works there.
      if (session.appState.phase === 'ready' && !jobs.isRunning('backup')) backups.backUpNow();
      return { added: true };
    },

    'backup.removePlace': ({ placeId }) => {
      backups.removePlace(placeId);
      return DONE;
    },

    'backup.openPlace': async ({ placeId }) => {
      await desktop.showFolder(backups.folderOf(placeId));
      return DONE;
    },

    'backup.list': async () => ({ backups: await desk.list() }),

    'backup.pickFile': async () => {
      const file = await desktop.askBackupFile(words());
      return { backupId: file === null ? null : desk.addFile(file) };
    },

    'backup.unlock': async (secret) => {
      await desk.unlock(secret);
      return DONE;
    },

    'backup.restore': ({ backupId, passphrase }) => {
      if (jobs.isRunning('restore') || jobs.isRunning('import')) throw new RevinoError('job.busy');
      const jobId = jobs.start('restore', (control) =>
        // What is recorded meanwhile waits, and goes into the restored database.
        gate.hold(async () => {
          const counts = await desk.stage(backupId, passphrase, control);
          desk.forget();
          await services.reopenShop();
          return { kind: 'restore', value: counts } as const;
        }),
      );
      return { jobId };
    },
  };
};
