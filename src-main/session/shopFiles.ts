/** Where everything of the one shop lies inside the app's data folder. */
import { join } from 'node:path';

export interface ShopFiles {
  readonly folder: string;
  readonly database: string;
  readonly keyFile: string;
  readonly backups: string;
  /** Where backups go and how they fared. */
  readonly backupRecord: string;
}

export const shopFilesIn = (folder: string): ShopFiles => ({
  folder,
  database: join(folder, 'shop.revino'),
  keyFile: join(folder, 'shop.revino.key.json'),
  backups: join(folder, 'backups'),
  backupRecord: join(folder, 'backups.json'),
});
