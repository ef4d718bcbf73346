/** Runs a piece of TypeScript in a Node of its own: for locks, kills, limits and dropped rights. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface Child {
  readonly process: ChildProcess;
  /** Resolves when the child has printed `word` as a line; rejects with its output if it ends before. */
  said(word: string): Promise<void>;
  /** Standard output once the child has ended; rejects with all output unless it ended with code 0. */
  readonly finished: Promise<string>;
  readonly ended: Promise<void>;
  /** What it has printed so far, in whole lines. */
  printed(): string[];
}

/**
 * @param source module text; `db/...`, `src-main/...` and `src-shared/...` imports are given from the root of the checkout
 * @param wrapper a program that starts Node, such as `unshare`; Node and its arguments come last
 */
export function runChild(source: string, wrapper?: { command: string; args: string[] }): Child {
  const text = source.replaceAll(/from '((?:db|src-main|src-shared)\/[^']+)'/g, (_, path: string) => {
    return `from '${pathToFileURL(join(ROOT, path)).href}'`;
  });
  const args = ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', text];
  const child =
    wrapper === undefined
      ? spawn(process.execPath, args, { cwd: ROOT })
      : spawn(wrapper.command, [...wrapper.args, process.execPath, ...args], { cwd: ROOT });
  let output = '';
  let errors = '';
  const waiting: { word: string; resolve: () => void }[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    for (const { word, resolve } of waiting) if (output.split('\n').includes(word)) resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  const finished = ended.then(() => {
    if (child.exitCode === 0) return output;
    throw new Error(`The child ended with ${child.exitCode ?? child.signalCode}:\n${output}\n${errors}`);
  });
  // Whoever kills the child does not ask for its output.
  finished.catch(() => undefined);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    process: child,
    said: (word) =>
      Promise.race([
        new Promise<void>((resolve) => {
          if (output.split('\n').includes(word)) resolve();
          else waiting.push({ word, resolve });
        }),
        ended.then(() => {
          if (!output.split('\n').includes(word))
            throw new Error(`The child ended early:\n${output}\n${errors}`);
        }),
      ]),
    finished,
    ended,
    printed: () => output.split('\n').slice(0, -1),
  };
}
