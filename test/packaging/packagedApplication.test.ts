// The application as it is shipped, from dist/: that it starts from its archive alone, carries what it needs and
// nothing else, and cannot be turned into something else from outside. scripts/test.mjs packages it before.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** As they stand in the executable: the characters 0 and 1. */
const [FUSE_OFF, FUSE_ON] = [48, 49];
const repo = join(import.meta.dirname, '..', '..');
const { executable, resources } = packaged();
const rootNeedsThis = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'revino-packaged-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packaged application', () => {
  test('makes and checks a shop from its command line', async () => {
    const db = join(folder, 'shop.revino');
    const shop = ['--shop', 'Zakład', '--currency', 'PLN', '--time-zone', 'Europe/Warsaw', '--locale', 'pl'];
    const made = await cli('init', ...shop, '--no-encryption', '--db', db, '--json');
    expect(made, made.stderr).toMatchObject({ code: 0 });
    const checked = await cli('check', '--db', db, '--json');
    expect(checked, checked.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true });
  });

  test('reports a database that is none with exit code 1 and says so', async () => {
    const db = join(folder, 'letter.revino');
    writeFileSync(db, 'Dear all, this is not a database.'.repeat(200));
    const checked = await cli('check', '--db', db);
    expect(checked.code).toBe(1);
    expect(checked.stderr.trim()).not.toBe('');
  });

  test('holds the build, the driver and nothing of the checkout', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const roots = new Set(files.map((file) => file.split('/')[1]));
    expect([...roots].sort()).toEqual(['node_modules', 'out', 'package.json']);
    expect(files).toContain('/out/main/main.js');
    expect(files).toContain('/out/migrations/meta/_journal.json');
    const modules = new Set(files.filter((file) => /^\/node_modules\/[^/]+$/.test(file)));
    expect([...modules]).toEqual(['/node_modules/better-sqlite3']);
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1);
  });

  test('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(executable);
    for (const off of [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]) {
      expect(wire[off], FuseV1Options[off]).toBe(FUSE_OFF);
    }
    for (const on of [
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.EnableCookieEncryption,
    ]) {
      expect(wire[on], FuseV1Options[on]).toBe(FUSE_ON);
    }
  });

  test('does not run other code when asked to be Node, nor an application put beside its archive', async () => {
    const asNode = await run(
      executable,
      [...rootNeedsThis, '-e', 'console.log("planted")', '--cli', 'check'],
      {
        ELECTRON_RUN_AS_NODE: '1',
      },
    );
    expect(asNode.stdout).not.toContain('planted');

    const copy = join(folder, 'copy');
    cpSync(dirname(executable), copy, { recursive: true });
    const beside = join(copy, 'resources', 'app');
    mkdirSync(beside);
    writeFileSync(join(beside, 'package.json'), '{ "main": "planted.js" }');
    writeFileSync(join(beside, 'planted.js'), 'console.log("planted"); process.exit(0);');
    rmSync(join(copy, 'resources', 'app.asar'));
    const planted = await run(join(copy, 'revino'), rootNeedsThis);
    expect(planted.stdout).not.toContain('planted');
    expect(planted.code).not.toBe(0);
  });
});

const cli = (...args: string[]) => run(executable, [...rootNeedsThis, '--cli', ...args]);

function run(file: string, args: string[], extraEnv: Record<string, string> = {}): Promise<Ran> {
  // What a person's computer does not have either: the checkout's own driver.
  const { REVINO_NATIVE_BINDING: _unused, ...rest } = process.env;
  const env = { ...rest, REVINO_DATA_DIR: join(folder, 'data'), ...extraEnv };
  return new Promise((resolve) => {
    execFile(file, args, { env, timeout: 25_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Where electron-builder puts the unpacked application on this system. */
function packaged(): { executable: string; resources: string } {
  const dist = join(repo, 'dist');
  const name = readdirSync(dist).find((entry) => /^(linux|win|mac)(-arm64)?(-unpacked)?$/.test(entry));
  if (name === undefined) throw new Error(`Nothing is packaged in ${dist}: run npm run package first.`);
  const app = join(dist, name);
  if (process.platform === 'darwin') {
    const contents = join(app, 'Revino.app', 'Contents');
    return { executable: join(contents, 'MacOS', 'Revino'), resources: join(contents, 'Resources') };
  }
  const file = join(app, process.platform === 'win32' ? 'Revino.exe' : 'revino');
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  return { executable: file, resources: join(app, 'resources') };
}
