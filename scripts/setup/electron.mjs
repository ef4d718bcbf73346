// Which Electron runs the application, in this order: the one ELECTRON_OVERRIDE_DIST_PATH names, the version
// package.json pins, the fallback from the npm registry. Says which one it took and why.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackFolder, makeFallbackElectron } from './fallbackElectron.mjs';
import { findPinnedElectron, pinnedVersion } from './pinnedElectron.mjs';
import { run } from './run.mjs';
import { CannotGoOn, say } from './say.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';

/**
 * @typedef {{ electronPath: string, electronVersion: string, nodeApi: number, source: 'override' | 'pinned' | 'fallback' }} FoundElectron
 * `nodeApi`: the Node-API version its Node offers, which decides whether the driver's own binary can run.
 */

/** @returns {Promise<FoundElectron>} */
export async function findElectron() {
  const { path, source } = await choose();
  const found = { electronPath: path, source, ...(await ask(path)) };
  const why = {
    override: `from ELECTRON_OVERRIDE_DIST_PATH`,
    pinned: `the version package.json pins`,
    fallback: `the fallback from the npm registry, because Electron ${pinnedVersion()} cannot be fetched from its release page here`,
  }[source];
  say(`Electron ${found.electronVersion}: ${why}.`);
  return found;
}

async function choose() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = join(override, executableName());
    if (!existsSync(path))
      throw new CannotGoOn(
        `ELECTRON_OVERRIDE_DIST_PATH names ${override}, but there is no ${executableName()} in it.`,
      );
    return { path, source: 'override' };
  }
  const pinned = await findPinnedElectron();
  if (pinned) return { path: pinned, source: 'pinned' };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CannotGoOn(
      `Electron ${pinnedVersion()} could not be fetched from its release page: unpack its release for this system (${process.platform} ${process.arch}) into a folder, set ELECTRON_OVERRIDE_DIST_PATH to that folder, and run the same command again.`,
    );
  }
  if (!existsSync(fallbackFolder)) await ensureSystemLibraries(['fallback']);
  return { path: await makeFallbackElectron(), source: 'fallback' };
}

function executableName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Starts it once as plain Node: shows that it can run on this system at all, and what it offers. */
async function ask(path) {
  const question = 'console.log(JSON.stringify([process.versions.electron, Number(process.versions.napi)]))';
  const { code, output } = await run(path, ['-e', question], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const answer = output.split('\n').find((line) => line.startsWith('["'));
  if (code !== 0 || !answer)
    throw new CannotGoOn(`${output}\nElectron was found at ${path}, but it does not start on this system.`);
  const [electronVersion, nodeApi] = JSON.parse(answer);
  return { electronVersion, nodeApi };
}
