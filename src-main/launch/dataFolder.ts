/** Chooses the data folder before anything reads or locks it. */
import { join, resolve } from 'node:path';
import { app } from 'electron';

/**
 * The app's data folder: the system's usual place, or REVINO_DATA_DIR. Chromium's own files (its lock, cache and
 * preferences) go into a folder beside the shop's, so that they are never mistaken for records.
 */
export const placeDataFolder = (): string => {
  const chosen = process.env.REVINO_DATA_DIR;
  if (chosen !== undefined && chosen !== '') app.setPath('userData', resolve(chosen));
  const folder = app.getPath('userData');
  app.setPath('sessionData', join(folder, 'browser'));
  return folder;
};
