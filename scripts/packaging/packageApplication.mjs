// Makes the application as it is shipped: from out/, with electron-builder.yml. Where only the fallback
// Electron is to be had, the result is the same in build and for trying out here, but is not for shipping: it
// holds that Electron and the database driver compiled for it.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectNode, repoFolder, stateFolder, tools } from '../setup/places.mjs';
import { mustRun } from '../setup/run.mjs';
import { say, timed } from '../setup/say.mjs';

/**
 * @param {import('../setup/setUp.mjs').Toolchain} toolchain
 * @param {{ installers?: boolean }} options `installers`: this system's installers too, not only the unpacked folder
 */
export async function packageApplication(toolchain, { installers = false } = {}) {
  const args = [
    tools.builder,
    '--publish',
    'never',
    '--config',
    configFile(toolchain),
    ...(installers ? [] : ['--dir']),
  ];
  // Signing needs certificates that only a release has; without this, the builder searches the computer for some.
  const env = { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...process.env };
  rmSync(join(repoFolder, 'dist'), { recursive: true, force: true });
  await timed('Packaging the application', () =>
    mustRun('The application could not be packaged (the reasons are above).', projectNode, args, {
      cwd: repoFolder,
      env,
    }),
  );
  say(`The packaged application lies in ${join(repoFolder, 'dist')}.`);
}

function configFile({ electronPath, electronVersion, nativeBinding, source }) {
  const shipped = join(repoFolder, 'electron-builder.yml');
  if (source === 'pinned') return shipped;
  const file = join(stateFolder, 'electron-builder-fallback.json');
  const driver =
    nativeBinding && existsSync(nativeBinding)
      ? { from: nativeBinding, to: 'native/better_sqlite3.node' }
      : null;
  const config = {
    extends: shipped,
    electronDist: source === 'override' ? process.env.ELECTRON_OVERRIDE_DIST_PATH : dirname(electronPath),
    electronVersion,
    extraResources: driver ? [driver] : [],
    afterPack: join(repoFolder, 'scripts', 'packaging', 'removeShim.mjs'),
  };
  writeFileSync(file, JSON.stringify(config, null, 2));
  return file;
}
