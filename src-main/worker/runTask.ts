/** Which code does a task. Each is loaded when it is asked for: the figures' process never needs the importer. */
import type { TaskControl, TaskName, TaskOrder, TaskResult } from './workerTasks.ts';

type Runner<N extends TaskName> = (order: TaskOrder<N>, control: TaskControl) => Promise<TaskResult<N>>;

const RUNNERS: { readonly [N in TaskName]: Runner<N> } = {
  importFile: async (order, control) => (await import('./runImportOrder.ts')).runImportOrder(order, control),
  undoImport: async (order, control) => (await import('./runImportOrder.ts')).runUndoOrder(order, control),
  export: async (order, control) => (await import('./runExportOrder.ts')).runExportOrder(order, control),
  bringIn: async (order, control) => (await import('./runExportOrder.ts')).runBringInOrder(order, control),
  makeBackup: async (order, control) => (await import('./runBackupOrder.ts')).runMakeOrder(order, control),
  tidy: async (order) => (await import('./runTidyOrder.ts')).runTidyOrder(order),
  findBackups: async (order) => (await import('./runBackupOrder.ts')).runFindOrder(order),
  stageRestore: async (order) => (await import('./runBackupOrder.ts')).runStageOrder(order),
};

export const runTask = <N extends TaskName>(
  name: N,
  order: TaskOrder<N>,
  control: TaskControl,
): Promise<TaskResult<N>> => {
  const run: Runner<N> = RUNNERS[name];
  return run(order, control);
};
