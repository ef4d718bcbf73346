/**
 * What people see when something broke that nobody expected: one dialog, with the details to copy.
 * The app goes on; whatever was not finished was rolled back where it was thrown.
 */
import { app, clipboard, dialog } from 'electron';
import type { Words } from '../../src-shared/words/words.ts';

let isShown = false;

export const showUnexpectedError = async (error: unknown, words: Words): Promise<void> => {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Of an installed copy this would end in the system's own journal, and a message may quote what people wrote.
  if (!app.isPackaged) console.error(details);
  // One dialog at a time: a fault that repeats must not bury the screen.
  if (isShown || !app.isReady()) return;
  isShown = true;
  try {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Revino',
      message: words.t('dialog.unexpectedTitle'),
      detail: words.t('dialog.unexpectedDetail'),
      buttons: [words.t('dialog.close'), words.t('dialog.copyDetails')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 1) clipboard.writeText(`Revino ${app.getVersion()}\n${details}`);
  } finally {
    isShown = false;
  }
};
