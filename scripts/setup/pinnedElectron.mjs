// The Electron that package.json pins. It has no install script any more: its package downloads the binary
// when first asked. That download is tried here, and given up soon where nothing arrives, because a
// computer without access to Electron's release page has another way (fallbackElectron.mjs).
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, modulesFolder, projectNode } from './places.mjs';
import { run } from './run.mjs';
import { timed } from './say.mjs';

const packageFolder = join(modulesFolder, 'electron');
const SILENCE_MS = 15_000;
const LONGEST_MS = 15 * 60_000;
const BELIEVED_MS = 6 * 3_600_000;

export const pinnedVersion = () =>
  JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;

/** Kept for some hours, so that a computer without access starts in seconds the second time. */
const unreachableFile = () => join(cacheFolder, `electron-${pinnedVersion()}-unreachable`);

/** @returns {Promise<string | null>} the executable, or null when it is not here and cannot be had */
export async function findPinnedElectron() {
  const present = executable();
  if (present) return present;
  if (recentlyUnreachable()) return null;
  const arrived = await timed(`Fetching Electron ${pinnedVersion()} from its release page`, download);
  if (arrived) return executable();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(unreachableFile(), '');
  return null;
}

function executable() {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const file = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(file) ? file : null;
}

function recentlyUnreachable() {
  const file = unreachableFile();
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < BELIEVED_MS;
}

/** @returns {Promise<boolean>} whether the binary is here now */
async function download() {
  const arriving = mkdtempSync(join(tmpdir(), 'revino-electron-'));
  // The package's own script downloads into the temporary folder: a private one shows whether anything comes.
  const env = { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving };
  const giveUp = new AbortController();
  let bytesBefore = 0;
  const watch = setInterval(() => {
    const bytes = bytesIn(arriving);
    if (bytes === bytesBefore && !existsSync(join(packageFolder, 'dist'))) giveUp.abort();
    bytesBefore = bytes;
  }, SILENCE_MS);
  try {
    const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(LONGEST_MS)]);
    return (await run(projectNode, [join(packageFolder, 'install.js')], { env, signal })).code === 0;
  } finally {
    clearInterval(watch);
    rmSync(arriving, { recursive: true, force: true });
  }
}

function bytesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
