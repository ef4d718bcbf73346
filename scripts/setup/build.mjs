// Builds the application into out/, only when something it is made of changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectNode, repoFolder, tools } from './places.mjs';
import { mustRun } from './run.mjs';
import { timed } from './say.mjs';

const SOURCES = [
  'src-main',
  'src-renderer',
  'src-shared',
  'db',
  'assets',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];
const stampFile = join(repoFolder, 'out', '.built-from');

export async function buildIfChanged() {
  const sources = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return;
  await timed('Building the application', () =>
    mustRun(
      'The application could not be built (the reasons are above).',
      projectNode,
      [tools.electronVite, 'build'],
      { cwd: repoFolder },
    ),
  );
  writeFileSync(stampFile, sources);
}

/** Names, sizes and times of all source files: quick to take, and different after any edit or checkout. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesIn(join(repoFolder, source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(repoFolder, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
