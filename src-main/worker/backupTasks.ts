/** The long work with backups, each kind with what it is given and what it answers. Keys travel here as in every order. */

import type { FoundBackup, SearchOrder } from '../backups/findBackups.ts';
import type { BackupOrder, BackupOutcome } from '../backups/makeBackup.ts';

export interface BackupTasks {
  make: {
    readonly order: BackupOrder & { readonly file: string; readonly key: Uint8Array | null };
    readonly result: BackupOutcome;
  };
  find: { readonly order: SearchOrder; readonly result: readonly FoundBackup[] };
  stage: {
    readonly order: {
      readonly backupFile: string;
      readonly key: Uint8Array | null;
      readonly file: string;
      readonly migrationsDir?: string;
    };
    readonly result: { readonly customers: number; readonly visits: number };
  };
}
export type BackupTaskName = keyof BackupTasks;
