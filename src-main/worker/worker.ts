/**
 * The utility process: started for one purpose, analytics, one import or one task with backups, told by its first message.
 * Long reads and writes happen here so that no window ever waits for SQLite.
 */
import { AnalyticsAnswers } from '../analytics/analyticsAnswers.ts';
import type { BackupTaskName, BackupTasks } from './backupTasks.ts';
import {
  type DatabaseAccess,
  failureOf,
  type ImportOrder,
  type ToWorker,
  type UndoOrder,
} from './workerMessages.ts';
import { workerPort } from './workerPort.ts';

/** Messages of progress beyond this rate say nothing to anybody. */
const PROGRESS_EVERY_MS = 50;

const port = workerPort();
const cancelling = new AbortController();
let answers: AnalyticsAnswers | null = null;

port.on('message', ({ data }) => receive(data));

function receive(message: ToWorker): void {
  switch (message.type) {
    case 'openAnalytics':
      answers = new AnalyticsAnswers(message.access);
      readAhead(answers);
      return;
    case 'ask':
      answer(message);
      return;
    case 'changed':
      answers?.changed();
      return;
    case 'import':
      void runImport(message.access, message.order);
      return;
    case 'undoImport':
      void runUndo(message.access, message.order);
      return;
    case 'export':
    case 'bringIn':
      void runExport(message);
      return;
    case 'backups':
      void runBackups(message.name, message.order);
      return;
    case 'cancel':
      cancelling.abort();
      return;
  }
}

/** So that the first question finds everything read. What fails here fails again, with an answer, when it is asked. */
function readAhead(reader: AnalyticsAnswers): void {
  try {
    reader.read();
  } catch (error) {
    console.error('Reading ahead failed:', error);
  }
}

function answer({ id, name, input }: Extract<ToWorker, { type: 'ask' }>): void {
  try {
    if (!answers) throw new Error('Asked before a database was named.');
    port.postMessage({ type: 'answer', id, value: answers.answer(name, input as never) });
  } catch (error) {
    port.postMessage({ type: 'refusal', id, failure: failureOf(error) });
  }
}

async function runImport(access: DatabaseAccess, order: ImportOrder): Promise<void> {
  const tell = progressTeller();
  try {
    // The figures' process never needs the importer.
    const { runImportOrder } = await import('./runImportOrder.ts');
    const outcome = await runImportOrder(access, order, cancelling.signal, tell);
    port.postMessage({ type: 'imported', outcome });
  } catch (error) {
    port.postMessage({ type: 'importFailed', failure: failureOf(error) });
  }
}

async function runBackups<N extends BackupTaskName>(name: N, order: BackupTasks[N]['order']): Promise<void> {
  try {
    const { runBackupTask } = await import('./runBackupTask.ts');
    const result = runBackupTask(name, order, (share) => port.postMessage({ type: 'progress', share }));
    port.postMessage({ type: 'backupsDone', result });
  } catch (error) {
    port.postMessage({ type: 'backupsFailed', failure: failureOf(error) });
  }
}

async function runExport(message: Extract<ToWorker, { type: 'export' | 'bringIn' }>): Promise<void> {
  try {
    const { runBringInOrder, runExportOrder } = await import('./runExportOrder.ts');
    const { signal } = cancelling;
    const rows =
      message.type === 'export'
        ? await runExportOrder(message.access, message.order, signal, progressTeller())
        : await runBringInOrder(message.access, message.path, signal);
    port.postMessage({ type: 'exported', rows });
  } catch (error) {
    port.postMessage({ type: 'exportFailed', failure: failureOf(error) });
  }
}

/** Tells main how far the work is, but not more often than anybody could see. */
function progressTeller(): (share: number) => void {
  let toldAtMs = 0;
  return (share) => {
    const nowMs = Date.now();
    if (nowMs - toldAtMs < PROGRESS_EVERY_MS) return;
    toldAtMs = nowMs;
    port.postMessage({ type: 'progress', share });
  };
}

async function runUndo(access: DatabaseAccess, order: UndoOrder): Promise<void> {
  const tell = progressTeller();
  try {
    const { runUndoOrder } = await import('./runImportOrder.ts');
    const result = await runUndoOrder(access, order, cancelling.signal, tell);
    port.postMessage({ type: 'importUndone', result });
  } catch (error) {
    port.postMessage({ type: 'importFailed', failure: failureOf(error) });
  }
}
