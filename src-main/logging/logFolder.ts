/** Where the log lies: beside the records, so that whoever helps finds both. Made when it is first needed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const logFolderIn = (dataFolder: string): string => {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  return folder;
};
