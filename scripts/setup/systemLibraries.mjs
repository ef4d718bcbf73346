// What Electron and our tools need from the Linux system and npm cannot bring. Each command asks only for
// what it uses. As root on Debian or Ubuntu the missing packages are installed; everybody else is told the
// one command. Other systems bring these things themselves.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mustRun, run } from './run.mjs';
import { CannotGoOn, timed } from './say.mjs';

/** @typedef {{ packages: string[], library?: string, command?: string }} SystemPart `packages`: first known one wins */

/** Ubuntu 24.04 renamed some packages for 64-bit time; both names are tried. */
const renamed = (name) => [name, `${name}t64`];
/** @type {Record<'window' | 'fallback' | 'screen' | 'keyStore', SystemPart[]>} */
const PARTS = {
  window: [
    { packages: ['libnss3'], library: 'libnss3.so' },
    { packages: renamed('libatk1.0-0'), library: 'libatk-1.0.so.0' },
    { packages: renamed('libatk-bridge2.0-0'), library: 'libatk-bridge-2.0.so.0' },
    { packages: renamed('libcups2'), library: 'libcups.so.2' },
    { packages: ['libdrm2'], library: 'libdrm.so.2' },
    { packages: renamed('libgtk-3-0'), library: 'libgtk-3.so.0' },
    { packages: ['libgbm1'], library: 'libgbm.so.1' },
    { packages: renamed('libasound2'), library: 'libasound.so.2' },
    { packages: ['libxss1'], library: 'libXss.so.1' },
    { packages: ['libxtst6'], library: 'libXtst.so.6' },
  ],
  // Unpacking the fallback Electron and compiling the database driver for it.
  fallback: [
    { packages: ['g++'], command: 'g++' },
    { packages: ['make'], command: 'make' },
    { packages: ['python3'], command: 'python3' },
    { packages: ['unzip'], command: 'unzip' },
  ],
  // A screen where there is none.
  screen: [{ packages: ['xvfb'], command: 'Xvfb' }],
  // A key store, for the end-to-end tests.
  keyStore: [
    { packages: ['dbus'], command: 'dbus-run-session' },
    { packages: ['gnome-keyring'], command: 'gnome-keyring-daemon' },
    { packages: ['libsecret-1-0'], library: 'libsecret-1.so.0' },
  ],
};

/** @param {(keyof typeof PARTS)[]} purposes */
export async function ensureSystemLibraries(purposes) {
  if (process.platform !== 'linux') return;
  const missing = await missingParts(purposes);
  if (missing.length === 0) return;
  if (commandPath('apt-get') === null) {
    throw new CannotGoOn(
      `This system lacks ${missing.map((part) => part.library ?? part.command).join(', ')}: install them with its package manager, then run the same command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new CannotGoOn(
      `This system lacks some libraries; run this once, then the same command again:\n  sudo apt-get update && sudo apt-get install ${missing.map((part) => part.packages[0]).join(' ')}`,
    );
  }
  await install(missing);
  const left = await missingParts(purposes);
  if (left.length > 0) {
    throw new CannotGoOn(
      `The packages were installed, but ${left.map((part) => part.library ?? part.command).join(', ')} is still not found on this system.`,
    );
  }
}

async function missingParts(purposes) {
  const libraries = await knownLibraries();
  return purposes
    .flatMap((purpose) => PARTS[purpose])
    .filter(({ library, command }) =>
      library ? !libraries.includes(`${library} `) : commandPath(command) === null,
    );
}

async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const failure = 'The system libraries could not be installed with apt-get (its last lines are above).';
  await timed('Reading the list of system packages', () =>
    mustRun(failure, 'apt-get', ['update', '-q'], { env }),
  );
  const names = [];
  for (const part of missing) names.push(await availableName(part));
  await timed(`Installing system packages: ${names.join(' ')}`, () =>
    mustRun(failure, 'apt-get', ['install', '-q', '-y', '--no-install-recommends', ...names], { env }),
  );
}

/** The first of a part's names that this release of the system really offers (not merely as a virtual package). */
async function availableName({ packages }) {
  for (const name of packages) {
    const { output } = await run('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return packages[0];
}

async function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig';
  return (await run(ldconfig, ['-p'])).output;
}

/** @returns {string | null} */
export function commandPath(command) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) throw error;
    }
  }
  return null;
}
