/** First start, unlocking, the shop's particulars, and what the settings tell about the app. */
import { statSync } from 'node:fs';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { shopContract } from '../../../src-shared/contract/shopContract.ts';
import { businessDateOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { saveWhole } from '../../saving/saveWhole.ts';
import { changeShop, currencyLock, readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';
import { DONE } from './writing.ts';

export const shopHandlers = ({
  session,
  gate,
  jobs,
  desktop,
  words,
  nowMs,
  dataChanged,
  removeDemo,
  version,
  electronVersion,
}: AppServices): HandlersFor<typeof shopContract> => ({
  'app.state': () => session.appState,

  'app.about': () => ({
    version,
    electron: electronVersion,
    dataFolder: session.files.folder,
    databaseBytes: statSync(session.files.database, { throwIfNoEntry: false })?.size ?? 0,
    protection: session.protection,
  }),

  'app.openDataFolder': async () => {
    await desktop.showFolder(session.files.folder);
    return DONE;
  },

  'shop.create': async (shop) => ({ recoveryKey: await session.create(shop) }),

  'shop.createDemo': (choice) => {
    if (session.appState.phase !== 'noShop') throw new RevinoError('shop.exists');
    if (jobs.isRunning('demo')) throw new RevinoError('job.busy');
    const jobId = jobs.start('demo', async ({ signal, report }) => {
      // Names of people and prices of five trades: most starts need none of it.
      const { fillDemoShop } = await import('../../services/demoService.ts');
      const counts = await session.createDemo((db) =>
        fillDemoShop(db, choice, nowMs(), { signal, onProgress: report }),
      );
      return { kind: 'demo', value: { customers: counts.customers, visits: counts.visits } };
    });
    return { jobId };
  },

  'shop.removeDemo': async () => {
    if (!readShop(session.shop.db).isDemo) throw new RevinoError('shop.notDemo');
    if (jobs.isRunning('import')) throw new RevinoError('job.busy');
    await removeDemo();
    return DONE;
  },

  'shop.unlock': async (secret) => {
    await session.unlock(secret);
    return DONE;
  },

  'shop.setLocale': async ({ locale }) => {
    await gate.run(() => changeShop(session.shop.db, { locale }, nowMs()));
    session.shopChanged();
    return DONE;
  },

  'shop.change': async (change) => {
    await gate.run(() => changeShop(session.shop.db, change, nowMs()));
    session.shopChanged();
    dataChanged();
    return DONE;
  },

  'shop.currencyLock': () => ({ reason: currencyLock(session.shop.db) }),

  'shop.setHistoryComplete': async ({ isHistoryComplete }) => {
    await gate.run(() => changeShop(session.shop.db, { isHistoryComplete }, nowMs()));
    session.shopChanged();
    dataChanged();
    return DONE;
  },

  'recoveryKey.savePdf': async () => {
    const recoveryKey = session.recoveryKey();
    if (recoveryKey === null) throw new RevinoError('database.keyNeeded');
    const shop = readShop(session.shop.db);
    const path = await desktop.askSavePath({
      title: words().t('dialog.saveRecoveryKey'),
      fileName: `${words().t('dialog.recoveryKeyFileName')}.pdf`,
      extension: 'pdf',
    });
    if (path === null) return { saved: false };
    const madeOn = businessDateOfInstant(nowMs(), shop.timeZone);
    const pdf = await desktop.renderPdf({
      page: 'recoveryKey',
      data: { locale: shop.locale, shopName: shop.name, recoveryKey, madeOn },
    });
    // It opens the shop without a question.
    await saveWhole(path, pdf, { isPrivate: true });
    return { saved: true };
  },
});
