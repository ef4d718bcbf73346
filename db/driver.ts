/**
 * Loads the SQLite driver, once, after checking that this runtime can carry it: the driver needs Node-API 10
 * and ends the whole process without a word where that is missing. Knows nothing of Revino's tables.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';

export type Sqlite = BetterSqlite3.Database;
export type Statement = BetterSqlite3.Statement<unknown[], unknown>;

const NEEDED_NAPI = 10;

let loaded: typeof BetterSqlite3 | undefined;

/**
 * A binding compiled for this very runtime, or undefined for the prebuilt one inside the package.
 * Only Electron ever has one: an older Electron on a machine that cannot fetch the pinned one. A packaged app looks
 * at its own resources alone: no variable of the environment may name code for it to load.
 */
function nativeBinding(): string | undefined {
  if (process.versions.electron === undefined) return undefined;
  const { resourcesPath } = process as { resourcesPath?: string };
  if (resourcesPath !== undefined && existsSync(join(resourcesPath, 'app.asar'))) {
    const packaged = join(resourcesPath, 'native', 'better_sqlite3.node');
    return existsSync(packaged) ? packaged : undefined;
  }
  const given = process.env.REVINO_NATIVE_BINDING;
  return given === undefined || given === '' ? undefined : given;
}

/**
 * Opens a connection with the bare driver; everyone but `openDatabase` and the writer lock goes through those.
 * @throws Error with what to do, where the runtime is too old for the driver
 */
export function connect(file: string, options: { readonly: boolean; timeoutMs: number }): Sqlite {
  const binding = nativeBinding();
  if (binding === undefined && Number(process.versions.napi ?? 0) < NEEDED_NAPI) {
    throw new Error(
      `The database driver needs Node 22.14 or later, and this is ${process.version}. ` +
        'Start Revino by its npm scripts: they bring their own Node.',
    );
  }
  loaded ??= createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3;
  return new loaded(file, {
    readonly: options.readonly,
    timeout: options.timeoutMs,
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  });
}
