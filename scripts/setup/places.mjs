// Where things lie: the checkout, the tools inside it, and the cache folder that all checkouts share.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const modulesFolder = join(repoFolder, 'node_modules');
/** State that belongs to this checkout's node_modules and disappears with it. */
export const stateFolder = join(modulesFolder, '.cache', 'revino');
export const toolchainFile = join(stateFolder, 'toolchain.json');

const onWindows = process.platform === 'win32';
/** Node 24 from the npm package `node`: the project's own, whatever Node the machine has. */
export const projectNode = join(modulesFolder, 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** Downloads and builds that are worth keeping between checkouts, each in a subfolder named by its version. */
export const cacheFolder = join(baseCacheFolder(), 'revino');

function baseCacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (onWindows && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/**
 * The JavaScript entry of a tool in node_modules, to be run with `projectNode`.
 * Going through the entry instead of `.bin` behaves the same on every system.
 */
export const tools = {
  biome: join(modulesFolder, '@biomejs', 'biome', 'bin', 'biome'),
  builder: join(modulesFolder, 'electron-builder', 'cli.js'),
  electronVite: join(modulesFolder, 'electron-vite', 'bin', 'electron-vite.js'),
  nodeGyp: join(modulesFolder, 'node-gyp', 'bin', 'node-gyp.js'),
  playwright: join(modulesFolder, '@playwright', 'test', 'cli.js'),
  tsc: join(modulesFolder, 'typescript', 'bin', 'tsc'),
  vitest: join(modulesFolder, 'vitest', 'vitest.mjs'),
};
