/** Chooses the data folder before anything reads or locks it. */
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * The app's data folder: the system's usual place, or REVINO_DATA_DIR. Chromium's own files (cache, preferences)
 * go into a folder inside it, so that they are never mistaken for records.
 */
export const placeDataFolder = (): string => {
  const chosen = process.env.REVINO_DATA_DIR;
  const folder = chosen !== undefined && chosen !== '' ? resolve(chosen) : app.getPath('userData');
  // Chromium silently ends where it cannot write. With a place of its own it lives to show why the shop cannot be opened.
  const chromiumFolder = isWritable(folder) ? folder : mkdtempSync(join(tmpdir(), 'revino-'));
  app.setPath('userData', chromiumFolder);
  const browserFolder = join(chromiumFolder, 'browser');
  mkdirSync(browserFolder, { recursive: true });
  app.setPath('sessionData', browserFolder);
  return folder;
};

const isWritable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
};
