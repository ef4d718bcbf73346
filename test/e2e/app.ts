/**
 * The shared fixture of every end-to-end test: the built app in real Electron with a private data
 * folder, closed and looked over afterwards. A complaint in a page's console fails the test that caused it.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { AppBridge, KioskBridge } from '../../src-shared/contract/bridge.ts';
import type { AppContract, ProcedureName } from '../../src-shared/contract/contract.ts';
import type { Answer, OutputOf, SentInputOf } from '../../src-shared/contract/procedure.ts';

declare global {
  interface Window {
    readonly revino: AppBridge;
    readonly revinoKiosk: KioskBridge;
  }
}

export { expect } from '@playwright/test';

export const repoFolder = join(import.meta.dirname, '..', '..');

export interface Toolchain {
  readonly electronPath: string;
  readonly electronVersion: string;
  readonly nativeBinding: string | null;
}

/** Written by the set-up script; `npm test` runs that first. */
export const toolchain = (): Toolchain =>
  JSON.parse(readFileSync(join(repoFolder, 'node_modules/.cache/revino/toolchain.json'), 'utf8'));

export const isRoot = process.getuid?.() === 0;

/** Of a start without Playwright. Chromium refuses its sandbox to root; as an ordinary user it is on (see sandbox.test.ts). */
export const electronArgs = [...(isRoot ? ['--no-sandbox'] : []), repoFolder];

export const attachFirst = join(import.meta.dirname, 'start', 'attachFirst.mjs');

/** The environment of a start: English, no session bus (so no key store), a private data folder. */
export const electronEnv = (
  dataFolder: string,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const { nativeBinding } = toolchain();
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  delete inherited.ELECTRON_RUN_AS_NODE;
  return {
    ...inherited,
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en',
    TZ: 'Europe/Warsaw',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    REVINO_DATA_DIR: dataFolder,
    ...(nativeBinding === null ? {} : { REVINO_NATIVE_BINDING: nativeBinding }),
    ...extra,
  };
};

export interface LaunchOptions {
  /** Another start with the same folder finds what the first one left. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of those of an ordinary start. */
  readonly args?: readonly string[];
  /** Started in Electron's stead, with Electron's arguments: a script that prepares its surroundings. */
  readonly wrapper?: string;
  /** Chromium's sandbox: unless said otherwise on, save for root, whom it refuses. */
  readonly isSandboxed?: boolean;
  /** The page is expected to complain: an attack is being tried. */
  readonly mayComplain?: boolean;
}

export interface Revino {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly dataFolder: string;
  /** Calls a procedure as the page does. */
  call<K extends ProcedureName>(
    name: K,
    input: SentInputOf<AppContract[K]>,
  ): Promise<Answer<OutputOf<AppContract[K]>>>;
  /** Makes Revino's next file dialogs answer this path (null: cancelled). */
  answerDialogs(path: string | null): Promise<void>;
  close(): Promise<void>;
}

interface Fixtures {
  /** Starts Revino and waits for its window. Every start is closed when the test ends. */
  readonly openRevino: (options?: LaunchOptions) => Promise<Revino>;
  /** A new empty folder, removed when the test ends. */
  readonly dataFolder: string;
}

const complaintsOf = (page: Page, complaints: string[]): void => {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
};

const launch = async (options: LaunchOptions, dataFolder: string, complaints: string[]): Promise<Revino> => {
  const app = await electron.launch({
    executablePath: options.wrapper ?? toolchain().electronPath,
    args: options.args ? [...options.args] : [attachFirst, repoFolder],
    env: electronEnv(dataFolder, options.env),
    // Without this Playwright switches the sandbox off for everybody.
    chromiumSandbox: options.isSandboxed ?? !isRoot,
  });
  if (!options.mayComplain) app.on('window', (page) => complaintsOf(page, complaints));
  const window = await app.firstWindow();
  await window.waitForFunction(
    () => ('revino' in globalThis || 'revinoKiosk' in globalThis) && document.readyState === 'complete',
  );
  const child = app.process();
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    app,
    window,
    dataFolder,
    call: async (name, input) =>
      (await window.evaluate(([n, i]) => globalThis.window.revino.call(n, i as never), [
        name,
        input,
      ] as const)) as never,
    answerDialogs: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        const isCancelled = filePath === null;
        Object.assign(dialog, {
          showSaveDialog: async () => ({ canceled: isCancelled, filePath: filePath ?? '' }),
          showOpenDialog: async () => ({
            canceled: isCancelled,
            filePaths: filePath === null ? [] : [filePath],
          }),
        });
      }, path),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await app.close();
      // Playwright does not wait for the process itself, which still holds the lock on the data folder for a moment.
      await exited;
    },
  };
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'revino-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  openRevino: async ({ dataFolder }, use, testInfo) => {
    const opened: Revino[] = [];
    const complaints: string[] = [];
    await use(async (options = {}) => {
      const revino = await launch(options, options.dataFolder ?? dataFolder, complaints);
      opened.push(revino);
      return revino;
    });
    if (testInfo.status !== testInfo.expectedStatus) await attachScreens(opened, testInfo);
    for (const revino of opened) await revino.close();
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  },
});

const attachScreens = async (
  opened: readonly Revino[],
  testInfo: { attach(name: string, content: { body: Buffer; contentType: string }): Promise<void> },
): Promise<void> => {
  for (const { app } of opened) {
    for (const [index, page] of app.windows().entries()) {
      const body = await page.screenshot({ timeout: 5000 }).catch(() => null);
      // A hidden window paints nothing; the test's own failure is what is to be told.
      if (body === null) continue;
      await testInfo.attach(`window ${index + 1}`, { body, contentType: 'image/png' });
    }
  }
};

const run = promisify(execFile);

/** The project's own Node: what seeds a database must not run inside the test runner's transformed modules. */
export const projectNode = join(
  repoFolder,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Runs a piece of module code on the project's Node, from the checkout's folder; `process.argv[1]` is the first argument. */
export const runNode = async (code: string, args: readonly string[] = []): Promise<void> => {
  await run(projectNode, ['--input-type=module', '--eval', code, ...args], { cwd: repoFolder });
};

/** Holds a database's writer lock in another process until the answered function is called. */
export const holdWriterLock = async (database: string): Promise<() => Promise<void>> => {
  const code = `const { acquireWriterLock } = await import('./db/writerLock.ts');
    const lock = acquireWriterLock(process.argv[1]);
    process.stdout.write('held');
    process.stdin.once('end', () => lock.release()).resume();`;
  const holder = spawn(projectNode, ['--input-type=module', '--eval', code, database], { cwd: repoFolder });
  await once(holder.stdout, 'data');
  return async () => {
    holder.stdin.end();
    await once(holder, 'exit');
  };
};

/** Runs the command line on the project's Node and answers its standard output. Throws when it refuses. */
export const runCommand = async (args: readonly string[]): Promise<string> => {
  const { stdout } = await run(projectNode, [join(repoFolder, 'src-main/cli/revino.ts'), ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};

export interface Seed {
  readonly locale?: 'en' | 'pl' | 'ro';
  readonly currency?: string;
  readonly timeZone?: string;
  /** A visits file to bring in, with its mapping file. */
  readonly visits?: { readonly file: string; readonly mapping?: string };
}

/** Puts an unencrypted shop into the data folder, as the command line makes it. */
export const seedShop = async (dataFolder: string, seed: Seed = {}): Promise<void> => {
  const db = ['--db', join(dataFolder, 'shop.revino')];
  const { locale = 'en', currency = 'PLN', timeZone = 'Europe/Warsaw', visits } = seed;
  const shop = [
    '--shop',
    'Corner salon',
    '--currency',
    currency,
    '--time-zone',
    timeZone,
    '--locale',
    locale,
  ];
  await runCommand(['init', ...db, ...shop, '--history', 'complete', '--no-encryption']);
  if (visits)
    await runCommand([
      'import',
      visits.file,
      ...db,
      ...(visits.mapping === undefined ? [] : ['--map', visits.mapping]),
    ]);
};

/** What a first start sends; protection 'none' unless said otherwise. */
export const newShop = (
  change: Partial<SentInputOf<AppContract['shop.create']>> = {},
): SentInputOf<AppContract['shop.create']> => ({
  name: 'Corner salon',
  trade: 'salon',
  currency: 'PLN',
  timeZone: 'Europe/Warsaw',
  locale: 'en',
  isHistoryComplete: true,
  protection: 'none',
  passphrase: null,
  ...change,
});

/** The value of an answer that must be good. */
export const good = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
};
