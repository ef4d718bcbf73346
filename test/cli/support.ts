/** The command line as people and scripts meet it: a process of its own, its output and its exit code. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

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
