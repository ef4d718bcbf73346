/**
 * The order of start-up, and nothing else: what must happen before Electron is ready, whether this is
 * the command line or the window, and who is first.
 */
import { app } from 'electron';
import {
  commandLineArguments,
  hasScreen,
  runCommandLine,
  runCommandLineWithoutScreen,
} from './launch/commandLine.ts';
import { placeDataFolder } from './launch/dataFolder.ts';
import { DesktopApp } from './launch/desktopApp.ts';
import { declareAppScheme } from './security/appProtocol.ts';
import { lockDownProcess } from './security/lockDown.ts';

const args = commandLineArguments();
// Electron goes on only when this file is done: a command that needs no screen ends before one is looked for.
if (args && !hasScreen()) process.exit(await runCommandLineWithoutScreen(args));

declareAppScheme();
lockDownProcess();
const dataFolder = placeDataFolder();

if (args) startCommandLine(args);
else if (app.requestSingleInstanceLock()) startApp();
// The first one was told and comes to the front.
else app.quit();

function startCommandLine(given: readonly string[]): void {
  runCommandLine(given).then(
    (exitCode) => app.exit(exitCode),
    (error: unknown) => {
      console.error(error);
      app.exit(1);
    },
  );
}

function startApp(): void {
  const desktopApp = new DesktopApp(dataFolder);
  app.on('second-instance', (_event, argv) => desktopApp.startedAgain(argv));
  app.on('activate', () => desktopApp.show());
  app.on('window-all-closed', () => void desktopApp.quitWhenIdle());
  app.on('before-quit', (event) => {
    if (desktopApp.isClosed) return;
    event.preventDefault();
    void desktopApp.close().then((isClosed) => {
      if (isClosed) app.quit();
    });
  });
  process.on('uncaughtException', (error) => desktopApp.showUnexpected(error));
  process.on('unhandledRejection', (reason) => desktopApp.showUnexpected(reason));
  void app.whenReady().then(() => desktopApp.open(process.argv));
}
