/**
 * The built application in real Electron, watched over Chromium's debugging port with a bare WebSocket, which holds
 * nothing back.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export const repo = join(import.meta.dirname, '../..');
const LOOK_AGAIN_AFTER_MS = 4;
const GIVE_UP_AFTER_MS = 30_000;

interface Toolchain {
  readonly electronPath: string;
  readonly nativeBinding: string | null;
}

/** Resolves once the field is in the page, focused and painted. */
const fieldIsReady = (selector: string): string => `new Promise((done) => {
  const look = () => {
    const field = document.querySelector(${JSON.stringify(selector)});
    if (!field) return void setTimeout(look, ${LOOK_AGAIN_AFTER_MS});
    field.focus();
    requestAnimationFrame(() => requestAnimationFrame(() => done(document.activeElement === field)));
  };
  look();
})`;

export interface DebuggedWindow {
  /** Milliseconds from starting the process until the field could be typed into. */
  readonly startedAfterMs: number;
  evaluate(expression: string): Promise<unknown>;
}

/** Starts Electron on `appFolder`, waits until the field can be typed into, and ends it when `work` is done. */
export const withWindow = async <T>(
  appFolder: string,
  dataFolder: string,
  selector: string,
  work: (window: DebuggedWindow) => T | Promise<T>,
): Promise<T> => {
  const { electronPath, nativeBinding } = JSON.parse(
    readFileSync(join(repo, 'node_modules/.cache/revino/toolchain.json'), 'utf8'),
  ) as Toolchain;
  const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--remote-debugging-port=0'];
  const begun = performance.now();
  const child = spawn(electronPath, [...switches, appFolder], {
    env: {
      ...process.env,
      REVINO_DATA_DIR: dataFolder,
      ...(nativeBinding === null ? {} : { REVINO_NATIVE_BINDING: nativeBinding }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close');
  try {
    const page = await pageAddress(await debuggingHost(child.stderr));
    // The question is lost when the real page replaces the empty one it was asked of.
    for (const deadline = begun + GIVE_UP_AFTER_MS; performance.now() < deadline; ) {
      if ((await evaluate(page, fieldIsReady(selector))) === true) {
        const startedAfterMs = performance.now() - begun;
        return await work({ startedAfterMs, evaluate: (expression) => evaluate(page, expression) });
      }
    }
    throw new Error(`${selector} did not take the focus.`);
  } finally {
    child.kill();
    await closed;
  }
};

const debuggingHost = async (output: NodeJS.ReadableStream): Promise<string> => {
  for await (const line of createInterface({ input: output })) {
    const address = /DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1];
    if (address !== undefined) {
      output.resume();
      return address;
    }
  }
  throw new Error('Electron ended before it listened.');
};

const pageAddress = async (host: string): Promise<string> => {
  for (const deadline = performance.now() + GIVE_UP_AFTER_MS; performance.now() < deadline; ) {
    const response = await fetch(`http://${host}/json/list`);
    const targets = (await response.json()) as { type: string; url: string; webSocketDebuggerUrl?: string }[];
    const page = targets.find(({ type, url }) => type === 'page' && /^(app|data):/.test(url));
    if (page?.webSocketDebuggerUrl !== undefined) return page.webSocketDebuggerUrl;
    await pause(LOOK_AGAIN_AFTER_MS);
  }
  throw new Error('Electron opened no window.');
};

const evaluate = async (address: string, expression: string): Promise<unknown> => {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const answer = once(socket, 'message', { signal: AbortSignal.timeout(GIVE_UP_AFTER_MS) });
  const params = { expression, awaitPromise: true, returnByValue: true };
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
  const [{ data }] = (await answer) as [MessageEvent<string>];
  socket.close();
  return (JSON.parse(data) as { result?: { result?: { value?: unknown } } }).result?.result?.value;
};
