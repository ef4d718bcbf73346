/** File dialogs, the file manager and the hidden print window, as the handlers see them. */
import { join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { Desktop } from '../ipc/handlers/appServices.ts';
import { downscalePicture } from '../reports/downscalePicture.ts';
import { renderPdf } from '../reports/renderPdf.ts';
import { showFolder } from '../security/externalLinks.ts';
import { mainWindow } from './mainWindow.ts';

/** As a sheet of the main window where there is one. */
const askOpen = (options: OpenDialogOptions) => {
  const parent = mainWindow();
  return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options);
};

const askSave = (options: SaveDialogOptions) => {
  const parent = mainWindow();
  return parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options);
};

/** All but what depends on this start: its look and its folders. */
export const desktop: Omit<Desktop, 'look' | 'perform' | 'pageFailed'> = {
  askSavePath: async ({ title, fileName, extension }) => {
    const { canceled, filePath } = await askSave({
      title,
      defaultPath: join(app.getPath('documents'), fileName),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return canceled || filePath === '' ? null : filePath;
  },

  askVisitsFile: async (words) => {
    const { canceled, filePaths } = await askOpen({
      title: words.t('dialog.pickVisits'),
      properties: ['openFile'],
      filters: [
        {
          name: words.t('dialog.textFiles'),
          extensions: ['csv', 'tsv', 'txt', 'dat', 'prn', 'xlsx', 'xlsm', 'vcf'],
        },
        { name: words.t('dialog.allFiles'), extensions: ['*'] },
      ],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },

  askExportFile: async (words) => {
    const { canceled, filePaths } = await askOpen({
      title: words.t('dialog.pickExport'),
      properties: ['openFile'],
      filters: [
        { name: words.t('dialog.exportFiles'), extensions: ['json'] },
        { name: words.t('dialog.allFiles'), extensions: ['*'] },
      ],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },

  askBackupFolder: async (words) => {
    const { canceled, filePaths } = await askOpen({
      title: words.t('dialog.backupFolder'),
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },

  askBackupFile: async (words) => {
    const { canceled, filePaths } = await askOpen({
      title: words.t('dialog.backupFile'),
      properties: ['openFile'],
      filters: [
        { name: words.t('dialog.backupFiles'), extensions: ['revino'] },
        { name: words.t('dialog.allFiles'), extensions: ['*'] },
      ],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },

  askPicture: async (words) => {
    const { canceled, filePaths } = await askOpen({
      title: words.t('dialog.pickLogo'),
      properties: ['openFile'],
      filters: [{ name: words.t('dialog.pictures'), extensions: ['png', 'jpg', 'jpeg'] }],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },

  downscalePicture,
  showFolder,
  renderPdf,
};
