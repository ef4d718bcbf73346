// How the application is bundled: main and worker process, the preload bridges, the three pages.
// Only better-sqlite3 stays outside (it loads a native binary from its own folder); everything else, also
// from npm, ends up in out/, so the packaged application carries no other node_modules.
import { cpSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const here = import.meta.dirname;

/** The SQL files are read at run time, from out/migrations in a build. */
const copyMigrations: Plugin = {
  name: 'revino:copy-migrations',
  closeBundle: () =>
    cpSync(resolve(here, 'db/migrations'), resolve(here, 'out/migrations'), { recursive: true }),
};

/**
 * The words of each language as a JSON text, read when the language is first asked for: a third of the program is
 * words, most starts speak one language, and JavaScript reads a JSON text in half the time of an object in code.
 */
const wordsAsJson: Plugin = {
  name: 'revino:words-as-json',
  apply: 'build',
  async load(id) {
    if (!/src-shared.words.catalogues\.ts$/.test(id)) return null;
    const { CATALOGUES } = (await import(pathToFileURL(id).href)) as {
      CATALOGUES: Readonly<Record<string, () => unknown>>;
    };
    const texts = Object.entries(CATALOGUES).map(
      ([locale, catalogue]) => `${locale}: () => JSON.parse(${JSON.stringify(JSON.stringify(catalogue()))})`,
    );
    return `export const CATALOGUES = { ${texts.join(', ')} };`;
  },
};

/** Every `src-main/preload/NAMEPreload.ts` becomes `out/preload/NAME.cjs`. */
function preloads(): Record<string, string> {
  const folder = resolve(here, 'src-main/preload');
  const files = readdirSync(folder).filter((file) => file.endsWith('Preload.ts'));
  return Object.fromEntries(files.map((file) => [file.replace('Preload.ts', ''), resolve(folder, file)]));
}

/**
 * What the window's main process, the worker and the command line share, in one file: it is read while the page's
 * process is being started, and many small files would take longer than that. What the window itself needs first
 * (security, windows, words, channels) stays out of it, and so does what imports Electron: the worker has no such module.
 */
const core = {
  name: 'core',
  minShareCount: 2,
  test: /node_modules.(zod|drizzle-orm)|[\\/]db[\\/]|src-main.(services|session|analytics|worker)|src-main.keys.keyRing|src-shared.(domain.(?!phone)|contract.(?!channels))/,
};

const pages = ['index', 'report', 'kiosk'].map((page) => resolve(here, `src-renderer/${page}.html`));

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * What a page imports at once is one file. Left to itself, the bundler makes a file of everything that a later screen
 * shares with the first one, and each of those is one more question to the main process at the start.
 */
const startOfPage = (id: string, graph: ModuleGraph): string | null =>
  pages.some((page) => importedAtOnce(page, graph).has(id)) ? 'start' : null;

const importedBy = new Map<string, ReadonlySet<string>>();

const importedAtOnce = (page: string, graph: ModuleGraph): ReadonlySet<string> => {
  const known = importedBy.get(page);
  if (known) return known;
  const found = new Set([page]);
  for (const id of found)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  importedBy.set(page, found);
  return found;
};

// The pinned Electron 45 and the fallback Electron 33 run the same build; the older one sets the targets.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    plugins: [copyMigrations, wordsAsJson],
    build: {
      outDir: resolve(here, 'out/main'),
      target: nodeTarget,
      externalizeDeps: { include: ['better-sqlite3'] },
      rolldownOptions: {
        input: {
          main: resolve(here, 'src-main/main.ts'),
          worker: resolve(here, 'src-main/worker/worker.ts'),
        },
        // Shared code lies beside the entries: a module's own folder is out/main wherever it ends up.
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Comments and white space cost time at every start; names stay, so that an error can be read.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
          codeSplitting: { includeDependenciesRecursively: false, groups: [core] },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      target: nodeTarget,
      // A sandboxed preload can require nothing but Electron, not even a shared chunk, and must be CommonJS.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: preloads(),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    plugins: [react(), wordsAsJson],
    build: {
      outDir: resolve(here, 'out/renderer'),
      target: chromeTarget,
      minify: true,
      // Each page has its files for itself: one file more is one more question to the main process at the start.
      isolatedEntries: true,
      // The content security policy allows no data: addresses, so nothing is inlined.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(here, 'src-renderer/index.html'),
          report: resolve(here, 'src-renderer/report.html'),
          kiosk: resolve(here, 'src-renderer/kiosk.html'),
        },
        output: { codeSplitting: { groups: [{ name: startOfPage }] } },
      },
    },
  },
});
