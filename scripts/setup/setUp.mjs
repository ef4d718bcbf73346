// Everything a checkout needs before it can run, in order. Each part looks first and works only where
// something is missing, so a second start passes through here in a second or two.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './electron.mjs';
import { makeNativeBinding } from './nativeBinding.mjs';
import { checkNodeVersion } from './nodeVersion.mjs';
import { oneAtATime } from './oneAtATime.mjs';
import { installPackages } from './packages.mjs';
import { cacheFolder, repoFolder, stateFolder, toolchainFile } from './places.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';

/** @typedef {{ electronPath: string, electronVersion: string, nativeBinding: string | null, source: string }} Toolchain */

/** The npm packages and Node 24: enough for the command line, which needs no window. */
export async function setUpPackages() {
  checkNodeVersion();
  const checkout = createHash('sha256').update(repoFolder).digest('hex').slice(0, 12);
  await oneAtATime(`packages-${checkout}`, installPackages);
}

/**
 * The whole toolchain, also left in node_modules/.cache/revino/toolchain.json for the tests.
 * @param {('window' | 'screen' | 'keyStore')[]} purposes what the system libraries are for
 * @returns {Promise<Toolchain>}
 */
export async function setUp(purposes = ['window']) {
  await setUpPackages();
  await ensureSystemLibraries(purposes);
  return oneAtATime('electron', async () => {
    removeAbandonedWork();
    const found = await findElectron();
    const { electronPath, electronVersion, source } = found;
    const toolchain = {
      electronPath,
      electronVersion,
      nativeBinding: await makeNativeBinding(found),
      source,
    };
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(toolchainFile, `${JSON.stringify(toolchain, null, 2)}\n`);
    return toolchain;
  });
}

/** Half-made folders of a run that was killed; whoever holds the lock knows that nobody works in them. */
function removeAbandonedWork() {
  const entries = existsSync(cacheFolder) ? readdirSync(cacheFolder) : [];
  for (const name of entries.filter((entry) => /^(electron|driver)-new-/.test(entry))) {
    rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}
