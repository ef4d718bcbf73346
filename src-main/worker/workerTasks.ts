/**
 * The work for which a worker process is started once: each task with what it is given and what it answers. A new task is
 * a line here, one in runTask.ts and one in runInWorker.ts; the compiler asks for all three.
 */
import type { ImportResult, UndoResult } from '../../src-shared/contract/importContract.ts';
import type { FoundBackup, SearchOrder } from '../backups/findBackups.ts';
import type { BackupOrder, BackupOutcome } from '../backups/makeBackup.ts';
import type { ExportOrder } from '../exporting/runExport.ts';
import type { ImportOrder as FileOrder } from '../importing/importFile.ts';
import type { UndoOrder } from '../importing/undoImport.ts';
import type { DatabaseAccess } from './databaseAccess.ts';
import type { ImportSpills } from './importSpills.ts';

interface OnDatabase {
  readonly access: DatabaseAccess;
}

export interface ImportOrder extends FileOrder {
  /** Where rejected rows and differences are left; whoever made it takes it away. */
  readonly spillFolder: string;
}

export interface ImportOutcome {
  readonly result: ImportResult;
  readonly spills: ImportSpills;
}

export interface WorkerTasks {
  importFile: { readonly order: OnDatabase & ImportOrder; readonly result: ImportOutcome };
  undoImport: { readonly order: OnDatabase & UndoOrder; readonly result: UndoResult };
  /** Both answer the number of rows. */
  export: { readonly order: OnDatabase & ExportOrder; readonly result: number };
  bringIn: { readonly order: OnDatabase & { readonly path: string }; readonly result: number };
  makeBackup: {
    readonly order: BackupOrder & { readonly file: string; readonly key: Uint8Array | null };
    readonly result: BackupOutcome;
  };
  /** Answers false where somebody was reading all the time. */
  tidy: { readonly order: OnDatabase; readonly result: boolean };
  findBackups: { readonly order: SearchOrder; readonly result: readonly FoundBackup[] };
  stageRestore: {
    readonly order: {
      readonly backupFile: string;
      readonly key: Uint8Array | null;
      readonly file: string;
      readonly migrationsDir?: string;
    };
    readonly result: { readonly customers: number; readonly visits: number };
  };
}
export type TaskName = keyof WorkerTasks;
export type TaskOrder<N extends TaskName> = WorkerTasks[N]['order'];
export type TaskResult<N extends TaskName> = WorkerTasks[N]['result'];

/** What a running task hears and says. */
export interface TaskControl {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}
