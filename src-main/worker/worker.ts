/**
 * The utility process: started for one purpose, analytics or one task, told by its first message.
 * Long reads and writes happen here so that no window ever waits for SQLite.
 */
import { asAuthor } from '../../db/author.ts';
import { AnalyticsAnswers } from '../analytics/analyticsAnswers.ts';
import { runTask } from './runTask.ts';
import { failureOf, type ToWorker } from './workerMessages.ts';
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
    case 'run':
      void run(message);
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

async function run({ name, order, authorId }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  try {
    const { signal } = cancelling;
    const control = { signal, onProgress: progressTeller() };
    const result = await asAuthor(authorId, () => runTask(name, order, control));
    port.postMessage({ type: 'done', result });
  } catch (error) {
    port.postMessage({ type: 'failed', failure: failureOf(error) });
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
