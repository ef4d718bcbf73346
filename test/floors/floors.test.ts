// The floors of docs/architecture hold only while somebody refuses a climb. Here each forbidden import is
// planted into a small copy of the house, with this project's own configuration, and the linter or the type
// checker must refuse it and name the file. Legal imports, planted the same way, must pass.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repo = join(import.meta.dirname, '..', '..');
const floors = ['src-shared', 'db', 'src-main', 'src-renderer'];
let house = '';

/** One inhabitant a floor, so that there is something to import. */
const inhabitants: Record<string, string> = {
  'src-shared/domain/day.ts': "export const day = '2026-11-17';\n",
  'db/openShop.ts': "import { day } from '../src-shared/domain/day.ts';\n\nexport const opened = day;\n",
  'src-main/services/visits.ts':
    "import { opened } from '../../db/openShop.ts';\n\nexport const visits = opened;\n",
  'src-renderer/ui/Badge.tsx': 'export const Badge = () => <b>{document.title}</b>;\n',
};

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'revino-floors-'));
  for (const file of ['package.json', 'biome.json', 'tsconfig.base.json'])
    cpSync(join(repo, file), join(house, file));
  for (const floor of floors) {
    mkdirSync(join(house, floor));
    cpSync(join(repo, floor, 'tsconfig.json'), join(house, floor, 'tsconfig.json'));
  }
  for (const [file, text] of Object.entries(inhabitants)) write(file, text);
  linkModules();
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** Links every package, but not the caches in node_modules: the type checker writes there. */
function linkModules() {
  mkdirSync(join(house, 'node_modules'));
  const packages = readdirSync(join(repo, 'node_modules')).filter((name) => !name.startsWith('.'));
  for (const name of packages) {
    // A junction needs no special right on Windows; elsewhere it is an ordinary link.
    symlinkSync(join(repo, 'node_modules', name), join(house, 'node_modules', name), 'junction');
  }
}

/** Rooms of src-main that the command line, the worker or a test runs in plain Node. */
const plainRooms = [
  'services',
  'importing',
  'saving',
  'exporting',
  'backups',
  'logging',
  'session',
  'demo',
  'trades',
  'cli',
  'analytics',
  'worker',
  'kiosk',
];

const forbidden: [what: string, file: string, text: string][] = [
  ...plainRooms.map((room): [string, string, string] => [
    `${room} electron`,
    `src-main/${room}/planted.ts`,
    "export { app } from 'electron';\n",
  ]),
  ['src-shared the file system', 'src-shared/domain/planted.ts', "export { readFileSync } from 'node:fs';\n"],
  [
    'src-shared the file system by its old name',
    'src-shared/domain/planted.ts',
    "export { readFileSync } from 'fs';\n",
  ],
  ['src-shared a Node global', 'src-shared/domain/planted.ts', 'export const folder = process.cwd();\n'],
  ['src-shared the page', 'src-shared/domain/planted.ts', 'export const title = document.title;\n'],
  ['src-shared db', 'src-shared/domain/planted.ts', "export { opened } from '../../db/openShop.ts';\n"],
  [
    'src-shared src-main',
    'src-shared/words/planted.ts',
    "export { visits } from '../../src-main/services/visits.ts';\n",
  ],
  [
    'src-shared electron',
    'src-shared/contract/planted.ts',
    "import { app } from 'electron';\n\nexport const name = app.name;\n",
  ],
  ['src-shared Drizzle', 'src-shared/domain/planted.ts', "export { sql } from 'drizzle-orm';\n"],
  [
    'src-shared a part of Drizzle',
    'src-shared/domain/planted.ts',
    "export { integer } from 'drizzle-orm/sqlite-core';\n",
  ],
  ['db src-main', 'db/planted.ts', "export { visits } from '../src-main/services/visits.ts';\n"],
  [
    'db src-main only later',
    'db/planted.ts',
    "export const later = () => import('../src-main/services/visits.ts');\n",
  ],
  [
    'db src-renderer',
    'db/repositories/planted.ts',
    "export { Badge } from '../../src-renderer/ui/Badge.tsx';\n",
  ],
  ['db electron', 'db/planted.ts', "import { app } from 'electron';\n\nexport const name = app.name;\n"],
  ['db electron only later', 'db/planted.ts', "export const later = () => import('electron');\n"],
  ['cli a part of electron', 'src-main/cli/planted.ts', "export { app } from 'electron/main';\n"],
  [
    'src-main src-renderer',
    'src-main/windows/planted.ts',
    "export { Badge } from '../../src-renderer/ui/Badge.tsx';\n",
  ],
  [
    'services src-renderer',
    'src-main/services/planted.ts',
    "export { Badge } from '../../src-renderer/ui/Badge.tsx';\n",
  ],
  [
    'src-renderer db',
    'src-renderer/features/desk/planted.ts',
    "export { opened } from '../../../db/openShop.ts';\n",
  ],
  [
    'src-renderer a type of db',
    'src-renderer/api/planted.ts',
    "export type Opened = typeof import('../../db/openShop.ts');\n",
  ],
  [
    'src-renderer src-main',
    'src-renderer/api/planted.ts',
    "export { visits } from '../../src-main/services/visits.ts';\n",
  ],
  ['src-renderer electron', 'src-renderer/api/planted.ts', "export { ipcRenderer } from 'electron';\n"],
  [
    'src-renderer the file system',
    'src-renderer/api/planted.ts',
    "export { readFileSync } from 'node:fs';\n",
  ],
  [
    'src-renderer the database driver',
    'src-renderer/api/planted.ts',
    "export { default } from 'better-sqlite3';\n",
  ],
];

const legal: [what: string, file: string, text: string][] = [
  ['src-shared itself', 'src-shared/contract/planted.ts', "export { day } from '../domain/day.ts';\n"],
  [
    'src-shared/contract zod',
    'src-shared/contract/planted.ts',
    "import { z } from 'zod';\n\nexport const name = z.string();\n",
  ],
  [
    'db src-shared and Node',
    'db/planted.ts',
    "export { existsSync } from 'node:fs';\nexport { day } from '../src-shared/domain/day.ts';\n",
  ],
  ['services db', 'src-main/services/planted.ts', "export { opened } from '../../db/openShop.ts';\n"],
  ['windows electron', 'src-main/windows/planted.ts', "export { BrowserWindow } from 'electron';\n"],
  [
    'src-renderer src-shared',
    'src-renderer/features/desk/planted.ts',
    "export { day } from '../../../src-shared/domain/day.ts';\n",
  ],
];

describe('nobody climbs up', () => {
  test.each(forbidden)('%s is refused', async (_what, file, text) => {
    expect(await complaintsAbout(file, text)).toContain(file);
  });

  test.each(legal)('%s passes', async (_what, file, text) => {
    expect(await complaintsAbout(file, text)).toBe('');
  });
});

describe('screens stay apart', () => {
  const features = join(repo, 'src-renderer', 'features');
  const sources = existsSync(features) ? sourcesIn(features) : [];

  test('there are screens to look at', () => expect(sources.length).toBeGreaterThan(0));

  test.each(sources)('%s imports no other feature', (file) => {
    const own = file.split('/')[0];
    const targets = [
      ...readFileSync(join(features, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g),
    ]
      .map(([, target]) => join('/features', dirname(file), target ?? ''))
      .filter((target) => target.startsWith('/features/'));
    expect(targets.filter((target) => !target.startsWith(`/features/${own}/`))).toEqual([]);
  });
});

/** What the linter and the type checker say, with the file planted for just this question. */
async function complaintsAbout(file: string, text: string): Promise<string> {
  write(file, text);
  try {
    const lint = run('@biomejs/biome/bin/biome', [
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      file,
    ]);
    const types = run('typescript/bin/tsc', ['-b', '--pretty', 'false', ...floors]);
    return (await Promise.all([lint, types])).join('');
  } finally {
    rmSync(join(house, file));
  }
}

/** @returns the tool's complaints; nothing when it is content */
async function run(tool: string, args: string[]): Promise<string> {
  const command = promisify(execFile)(process.execPath, [join(house, 'node_modules', tool), ...args], {
    cwd: house,
  });
  return command.then(
    () => '',
    (refusal: { stdout: string; stderr: string }) => refusal.stdout + refusal.stderr,
  );
}

function write(file: string, text: string) {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
}
