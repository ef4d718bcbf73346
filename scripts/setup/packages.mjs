// The npm packages: installed when node_modules is missing or differs from the lock file, otherwise left alone.
// Install scripts stay off; the one package that needs its own (`node`, which fetches Node 24) is run by name.
// This way npm 10, which runs all of them by default, and npm 11, which asks `allowScripts`, do the same.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { modulesFolder, projectNode, repoFolder, stateFolder } from './places.mjs';
import { mustRun } from './run.mjs';
import { timed } from './say.mjs';

const stampFile = join(stateFolder, 'installed-lock.sha256');

export async function installPackages() {
  const lockText = readFileSync(join(repoFolder, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(lockText).digest('hex');
  const complete = existsSync(projectNode);
  if (complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!holdsTheLock(JSON.parse(lockText))) {
    const why = existsSync(modulesFolder) ? 'they differ from package-lock.json' : 'they are missing';
    await timed(`Installing the npm packages (${why})`, () => npm(['ci', '--ignore-scripts']));
  }
  if (!existsSync(projectNode)) {
    await timed('Fetching Node 24, which the tools and the database run on', () =>
      npm(['rebuild', 'node', '--ignore-scripts=false']),
    );
  }
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
}

/**
 * Whether someone already installed these very versions by hand, as npm's own record in node_modules says;
 * then a second, slow installation would only pull the folder away under whatever is running.
 */
function holdsTheLock(lock) {
  const recordFile = join(modulesFolder, '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const installed = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const present = installed[path];
    return present ? present.version === wanted.version : wanted.optional === true;
  });
}

/** @param {string[]} args */
async function npm(args) {
  const failure =
    'npm could not install the packages (its last lines are above): is the package registry reachable from this computer?';
  const script = process.env.npm_execpath;
  if (script && basename(script).startsWith('npm-cli')) {
    await mustRun(failure, systemNode(), [script, ...args], { cwd: repoFolder });
  } else {
    // On Windows `npm` is a command file, which only a shell can start.
    await mustRun(failure, 'npm', args, { cwd: repoFolder, shell: process.platform === 'win32' });
  }
}

/** The Node that npm itself runs on: not the one inside node_modules, which an installation replaces. */
function systemNode() {
  return process.env.npm_node_execpath ?? process.execPath;
}
