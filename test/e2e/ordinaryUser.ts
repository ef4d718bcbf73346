/**
 * Runs Electron as somebody who is not root, with Chromium's sandbox on. Where the tests themselves run as
 * root, a user is made for it once, and gets a copy of the build and of Electron that it may read.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { attachFirst, isRoot, repoFolder, toolchain } from './app.ts';

const USER = 'revino-test';

export interface OrdinaryUser {
  /** In Electron's stead: changes the user, then starts Electron. */
  readonly wrapper: string | undefined;
  /** Electron's arguments: the starter and the app's folder. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Makes a folder that the user owns. */
  ownFolder(name: string): string;
  remove(): void;
}

const idOf = (which: '-u' | '-g'): string => execFileSync('id', [which, USER], { encoding: 'utf8' }).trim();

const makeUser = (): void => {
  try {
    idOf('-u');
  } catch {
    execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', USER]);
  }
};

export const ordinaryUser = (): OrdinaryUser => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-user-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const ownFolder = (name: string): string => {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    if (isRoot) execFileSync('chown', [`${idOf('-u')}:${idOf('-g')}`, own]);
    return own;
  };
  if (!isRoot) return { wrapper: undefined, args: [attachFirst, repoFolder], env: {}, ownFolder, remove };

  makeUser();
  chmodSync(folder, 0o755);
  const { electronPath, nativeBinding } = toolchain();
  // Hard links where the file system allows them: Electron is 250 MB.
  const electronFolder = join(folder, 'electron');
  execFileSync('sh', [
    '-c',
    'cp -al "$0" "$1" 2>/dev/null || cp -a "$0" "$1"',
    dirname(electronPath),
    electronFolder,
  ]);
  const app = join(folder, 'app');
  for (const part of ['out', 'package.json', 'node_modules/better-sqlite3'])
    cpSync(join(repoFolder, part), join(app, part), { recursive: true, dereference: true });
  const starter = join(folder, 'attachFirst.mjs');
  cpSync(attachFirst, starter);
  const binding = join(folder, 'better_sqlite3.node');
  if (nativeBinding !== null) cpSync(nativeBinding, binding);

  // The key to the (virtual) screen, which only its owner may read.
  const { XAUTHORITY } = process.env;
  const screenKey = join(folder, 'Xauthority');
  if (XAUTHORITY) cpSync(XAUTHORITY, screenKey);
  execFileSync('chmod', ['-R', 'a+rX', folder]);

  const wrapper = join(folder, 'as-ordinary-user.sh');
  const change = `setpriv --reuid=${idOf('-u')} --regid=${idOf('-g')} --clear-groups`;
  const home = ownFolder('home');
  writeFileSync(
    wrapper,
    `#!/bin/sh\nexport HOME='${home}' XDG_RUNTIME_DIR='${home}'\nexec ${change} '${electronFolder}/electron' "$@"\n`,
  );
  chmodSync(wrapper, 0o755);
  return {
    wrapper,
    args: [starter, app],
    env: {
      ...(nativeBinding === null ? {} : { REVINO_NATIVE_BINDING: binding }),
      ...(XAUTHORITY ? { XAUTHORITY: screenKey } : {}),
    },
    ownFolder,
    remove,
  };
};
