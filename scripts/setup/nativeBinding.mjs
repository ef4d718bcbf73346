// The database driver brings binaries for Electrons with Node-API 10 or later. For an older one (the fallback)
// it is compiled here once from its own package and kept in the cache folder; such a binary is only for
// running and testing on this computer and is never shipped.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, modulesFolder, projectNode, tools } from './places.mjs';
import { run } from './run.mjs';
import { CannotGoOn, timed } from './say.mjs';
import { commandPath, ensureSystemLibraries } from './systemLibraries.mjs';

const NEEDED_NODE_API = 10;
/** Raise it when the way of compiling changes. */
const RECIPE = 1;
// The code asks for Node-API 10; what it uses of it exists in Node 20 as experimental. Setting a huge
// NAPI_VERSION instead compiles too, but its finalizers abort the process during garbage collection.
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NO_WARNING';

/**
 * @param {import('./electron.mjs').FoundElectron} electron
 * @returns {Promise<string | null>} the compiled binary's path; null when the driver's own one runs
 */
export async function makeNativeBinding({ electronVersion, nodeApi }) {
  if (nodeApi >= NEEDED_NODE_API) return null;
  const source = join(modulesFolder, 'better-sqlite3');
  const { name, version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const folder = join(
    cacheFolder,
    `${name}-${version}-electron-${electronVersion}-${process.platform}-${process.arch}-${RECIPE}`,
  );
  const file = join(folder, 'better_sqlite3.node');
  if (existsSync(file)) return file;
  await ensureSystemLibraries(['fallback']);
  const what = `Compiling the database driver for Electron ${electronVersion}, once (about 90 s)`;
  return timed(what, () => compile(source, folder, file));
}

async function compile(source, folder, file) {
  mkdirSync(cacheFolder, { recursive: true });
  const workFolder = mkdtempSync(join(cacheFolder, 'driver-new-'));
  try {
    const copy = join(workFolder, 'node_modules', 'better-sqlite3');
    cpSync(source, copy, { recursive: true, filter: (path) => !path.endsWith('prebuilds') });
    cpSync(join(modulesFolder, 'node-addon-api'), join(workFolder, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    const { code, output } = await run(
      projectNode,
      [
        tools.nodeGyp,
        'rebuild',
        '--release',
        '--force_build=1',
        `--nodedir=${headersFolder()}`,
        '--jobs=max',
      ],
      { cwd: copy, env: { ...process.env, CXXFLAGS } },
    );
    if (code !== 0)
      throw new CannotGoOn(
        `${output.slice(-4000)}\nThe database driver could not be compiled for the fallback Electron (the compiler's last lines are above).`,
      );
    const finished = join(workFolder, 'finished');
    mkdirSync(finished);
    renameSync(join(copy, 'build', 'Release', 'better_sqlite3.node'), join(finished, 'better_sqlite3.node'));
    renameSync(finished, folder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  return file;
}

/** Where Node's headers lie: beside the system's Node, else those that came with the project's Node 24. */
function headersFolder() {
  const systemNode = [process.env.npm_node_execpath, process.execPath, commandPath('node')];
  const brought = join(modulesFolder, 'node', 'node_modules', `node-${process.platform}-${process.arch}`);
  const prefixes = [...systemNode.filter(Boolean).map((node) => dirname(dirname(node))), brought];
  const found = prefixes.find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
  if (!found)
    throw new CannotGoOn(
      "Node's header files are missing, which compiling the database driver needs: install them (on Debian: apt-get install libnode-dev), then run the same command again.",
    );
  return found;
}
