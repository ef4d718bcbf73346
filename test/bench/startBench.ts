/**
 * From starting the process to a window one can type into, at 1,000,000 visits in an encrypted database that
 * is already there, against an empty Electron window started in the same way.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { compare, type Measured } from './measure.ts';

const repo = join(import.meta.dirname, '../..');

interface Toolchain {
  readonly electronPath: string;
  readonly nativeBinding: string | null;
}

const start = async (
  appFolder: string,
  env: Record<string, string>,
  isUsable: (page: Page) => Promise<unknown>,
) => {
  const toolchain = JSON.parse(
    readFileSync(join(repo, 'node_modules/.cache/revino/toolchain.json'), 'utf8'),
  ) as Toolchain;
  const begun = performance.now();
  const app = await _electron.launch({
    executablePath: toolchain.electronPath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appFolder],
    env: {
      ...(process.env as Record<string, string>),
      ...(toolchain.nativeBinding === null ? {} : { REVINO_NATIVE_BINDING: toolchain.nativeBinding }),
      ...env,
    },
  });
  try {
    await isUsable(await app.firstWindow());
    return performance.now() - begun;
  } finally {
    await app.close();
  }
};

/** `dataFolder` holds a shop of 1,000,000 visits whose passphrase-free key opens without a question. */
export const benchStart = async (dataFolder: string): Promise<Measured[]> => [
  await compare({
    name: 'Start to a usable window at 1,000,000 visits',
    baselineName: 'an empty Electron window',
    goal: 1.5,
    runs: 7,
    ours: () => start(repo, { REVINO_DATA_DIR: dataFolder }, (page) => page.getByRole('searchbox').click()),
    baseline: () =>
      start(join(import.meta.dirname, 'emptyWindow'), {}, (page) => page.getByRole('textbox').click()),
  }),
];
