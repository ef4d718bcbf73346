/**
 * `revino --cli …`: the command line inside an installed copy, without a window. It shares nothing with
 * a running app but the writer lock, and standard output belongs to the command alone.
 */
import { app, session } from 'electron';
import { runCli } from '../cli/runCli.ts';
import { systemKeyStore } from '../keys/systemKeyStore.ts';
import { renderPdf } from '../reports/renderPdf.ts';
import { serveApp } from '../security/appProtocol.ts';
import { lockDownSession } from '../security/lockDown.ts';
import { pagesFolder } from '../windows/pageWindow.ts';
import { migrationsFolder } from './builtFolders.ts';

/** Answers the exit code. */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  await app.whenReady();
  lockDownSession(session.defaultSession);
  serveApp(session.defaultSession, pagesFolder);
  // The window of a report is closed before the command has ended.
  app.on('window-all-closed', () => undefined);
  return await runCli([...args], process, {
    renderPdf,
    keyStore: systemKeyStore,
    migrationsDir: migrationsFolder,
  });
};
