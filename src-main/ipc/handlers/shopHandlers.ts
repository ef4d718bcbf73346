/** First start, unlocking, the shop's particulars, and what the settings tell about the app. */
import { statSync } from 'node:fs';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { shopContract } from '../../../src-shared/contract/shopContract.ts';
import { businessDateOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { saveWhole } from '../../reports/saveWhole.ts';
import { changeShop, readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';

const DONE = { done: true } as const;

export const shopHandlers = ({
  session,
  gate,
  desktop,
  words,
  nowMs,
  dataChanged,
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

  'shop.unlock': async (secret) => {
    await session.unlock(secret);
    return DONE;
  },

  'shop.setLocale': async ({ locale }) => {
    await gate.run(() => changeShop(session.shop.db, { locale }));
    session.shopChanged();
    return DONE;
  },

  'shop.setHistoryComplete': async ({ isHistoryComplete }) => {
    await gate.run(() => changeShop(session.shop.db, { isHistoryComplete }));
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
    await saveWhole(path, pdf);
    return { saved: true };
  },
});
