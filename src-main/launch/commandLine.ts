/**
 * `revino --cli …`: the command line inside an installed copy, without a window. It shares nothing with
 * a running app but the writer lock, and standard output belongs to the command alone.
 */
import { spawnSync } from 'node:child_process';
import { app, session } from 'electron';
import type { Capabilities } from '../cli/commandContext.ts';
import { serveApp } from '../security/appProtocol.ts';
import { lockDownSession } from '../security/lockDown.ts';
import { pagesFolder } from '../windows/pageWindow.ts';
import { migrationsFolder } from './builtFolders.ts';

const CLI_SWITCH = '--cli';

/** What follows `--cli`, or null for a start with a window. */
export const commandLineArguments = (): readonly string[] | null => {
  const at = process.argv.indexOf(CLI_SWITCH);
  return at < 0 ? null : process.argv.slice(at + 1);
};

/** Chromium ends the process on a Linux without a screen as soon as it gets its turn. */
export const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const run = async (args: readonly string[], capabilities: Capabilities): Promise<number> => {
  // Read only here: a start with a window has no use for it.
  const { runCli } = await import('../cli/runCli.ts');
  const interrupt = new AbortController();
  process.on('SIGINT', () => interrupt.abort());
  process.on('SIGTERM', () => interrupt.abort());
  return runCli(args, process, { ...capabilities, migrationsDir: migrationsFolder }, interrupt.signal);
};

/** The whole command line, once Electron is ready. Answers the exit code. */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  await app.whenReady();
  lockDownSession(session.defaultSession);
  serveApp(session.defaultSession, pagesFolder);
  // The window of a report is closed before the command has ended.
  app.on('window-all-closed', () => undefined);
  // As with runCli: not needed for a window.
  const { renderPdf } = await import('../reports/renderPdf.ts');
  const { systemKeyStore } = await import('../keys/systemKeyStore.ts');
  return await run(args, { renderPdf, keyStore: systemKeyStore });
};

/**
 * The same before Electron starts its screen, and without what needs one: the key store and printing. A report
 * goes to a virtual screen where the system has one. Answers the exit code.
 */
export const runCommandLineWithoutScreen = async (args: readonly string[]): Promise<number> => {
  if (args[0] === 'report') {
    const { status, error } = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], {
      stdio: 'inherit',
    });
    if (!error) return status ?? 1;
  }
  return await run(args, {});
};
