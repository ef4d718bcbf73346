/**
 * From starting the process to a window with a field that is painted and takes typing, at 1,000,000 visits, against
 * an empty Electron window started in the same way.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repo, withWindow } from './debuggedWindow.ts';
import { compare, type Measured } from './measure.ts';

const start = (appFolder: string, dataFolder: string, selector: string): Promise<number> =>
  withWindow(appFolder, dataFolder, selector, ({ startedAfterMs }) => startedAfterMs);

/** `dataFolder` holds a shop of 1,000,000 visits that opens without a question. */
export const benchStart = async (dataFolder: string): Promise<Measured[]> => {
  const emptyFolder = mkdtempSync(join(tmpdir(), 'revino-empty-'));
  try {
    return [
      await compare({
        name: 'Start to a usable window at 1,000,000 visits',
        baselineName: 'an empty Electron window',
        goal: 1.5,
        runs: 15,
        ours: () => start(repo, dataFolder, '[role=combobox]'),
        baseline: () => start(join(import.meta.dirname, 'emptyWindow'), emptyFolder, 'input'),
      }),
    ];
  } finally {
    rmSync(emptyFolder, { recursive: true, force: true });
  }
};
