/** The commands of the table that only main can do, whether they were chosen in the native menu or in the window. */
import { app, type BrowserWindow, dialog } from 'electron';
import type { MainCommandId } from '../../src-shared/commands/appCommands.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { showFolder } from '../security/externalLinks.ts';
import { mainWindow } from './mainWindow.ts';
import type { LookKeeper } from './windowLook.ts';

export interface AppActionParts {
  readonly look: LookKeeper;
  readonly words: () => Words;
  readonly dataFolder: string;
  /** Makes it where it is not there yet. */
  readonly logFolder: () => string;
}

export type AppActions = Readonly<Record<MainCommandId, () => void | Promise<void>>>;

export const appActions = ({ look, words, dataFolder, logFolder }: AppActionParts): AppActions => ({
  quit: () => app.quit(),
  zoomIn: () => look.zoom('in'),
  zoomOut: () => look.zoom('out'),
  zoomReset: () => look.zoom('reset'),
  'appearance.auto': () => look.setAppearance('auto'),
  'appearance.light': () => look.setAppearance('light'),
  'appearance.dark': () => look.setAppearance('dark'),
  fullScreen: () => {
    const window = mainWindow();
    window?.setFullScreen(!window.isFullScreen());
  },
  openDataFolder: () => showFolder(dataFolder),
  openLogFolder: () => showFolder(logFolder()),
  about: () => showAbout(words(), mainWindow()),
});

const showAbout = async ({ t }: Words, parent: BrowserWindow | undefined): Promise<void> => {
  const options = {
    type: 'info' as const,
    title: t('menu.about'),
    message: t('dialog.aboutVersion', { version: app.getVersion() }),
    detail: t('dialog.aboutDetail', {
      electron: process.versions.electron,
      chromium: process.versions.chrome ?? '',
    }),
    buttons: [t('dialog.close')],
    noLink: true,
  };
  await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
};
