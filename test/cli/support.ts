/** The command line as people and scripts meet it: a process of its own, its output and its exit code. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { runCli } from '../../src-main/cli/runCli.ts';
import { tempDir } from '../db/support/databases.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
const PROGRAM = join(ROOT, 'src-main', 'cli', 'revino.ts');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ReturnType<typeof spawn>;
  readonly ended: Promise<Ran>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Starts `revino ARGS`. Of the environment only what is given: the tester's own language must not matter. */
export const start = (args: readonly string[], { env = {}, cwd = ROOT }: RunOptions = {}): Running => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { process: child, ended };
};

export const revino = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  start(args, options).ended;

/** Runs a command with --json that must succeed, and reads its document. */
export const json = async <T>(args: readonly string[], options: RunOptions = {}): Promise<T> => {
  const { code, stdout, stderr } = await revino([...args, '--json'], options);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
};

export const INIT = [
  '--shop',
  'CDNOW',
  '--currency',
  'USD',
  '--time-zone',
  'America/New_York',
  '--locale',
  'en',
];

/** In this process, which is quick; the same function that the program calls. */
export const inProcess = async (
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  capabilities: Parameters<typeof runCli>[2] = {},
): Promise<Ran> => {
  let stdout = '';
  let stderr = '';
  const io = {
    stdout: {
      write: (text: string) => {
        stdout += text;
      },
    },
    stderr: {
      write: (text: string) => {
        stderr += text;
      },
    },
    env,
    cwd: () => process.cwd(),
  };
  return { code: await runCli(argv, io, capabilities), stdout, stderr };
};

/** An empty shop without encryption. */
export const plainShop = async (name = 'shop.revino'): Promise<string> => {
  const file = join(tempDir(), name);
  const { code, stderr } = await inProcess(['init', '--db', file, ...INIT, '--no-encryption']);
  expect([code, stderr]).toEqual([0, 'The database is not encrypted: whoever has the file can read it.\n']);
  return file;
};
