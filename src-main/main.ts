/**
 * The order of start-up, and nothing else: what must happen before Electron is ready, whether this is
 * the command line or the window, and who is first.
 */
import { app } from 'electron';
import { runCommandLine } from './launch/commandLine.ts';
import { placeDataFolder } from './launch/dataFolder.ts';
import { DesktopApp } from './launch/desktopApp.ts';
import { declareAppScheme } from './security/appProtocol.ts';
import { lockDownProcess } from './security/lockDown.ts';

const CLI = '--cli';

declareAppScheme();
lockDownProcess();
const dataFolder = placeDataFolder();

const cliAt = process.argv.indexOf(CLI);
if (cliAt >= 0) {
  runCommandLine(process.argv.slice(cliAt + 1)).then(
    (exitCode) => app.exit(exitCode),
    (error: unknown) => {
      console.error(error);
      app.exit(1);
    },
  );
} else if (app.requestSingleInstanceLock()) {
  const desktopApp = new DesktopApp(dataFolder);
  app.on('second-instance', () => desktopApp.show());
  app.on('activate', () => desktopApp.show());
  app.on('window-all-closed', () => desktopApp.quitWhenIdle());
  app.on('before-quit', (event) => {
    if (!desktopApp.isClosed) event.preventDefault();
    void desktopApp.close().then(() => app.quit());
  });
  process.on('uncaughtException', (error) => desktopApp.showUnexpected(error));
  process.on('unhandledRejection', (reason) => desktopApp.showUnexpected(reason));
  void app.whenReady().then(() => desktopApp.open());
} else {
  // The first one was told and comes to the front.
  app.quit();
}
