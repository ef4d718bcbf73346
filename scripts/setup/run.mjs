// Starting other programs: quietly (output kept and shown only when something goes wrong) or openly.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CannotGoOn } from './say.mjs';

/** Far more than any of our tools prints; only keeps a runaway program from filling the memory. */
const KEPT_CHARACTERS = 5_000_000;

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean, signal?: AbortSignal }} options
 *   `show`: its output goes straight to the terminal instead of being kept; `signal`: ends it at once.
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when it cannot be started, 1 when it was ended
 */
export function run(command, args, { cwd, env = process.env, show = false, shell = false, signal } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd,
      // Kept output is shown, if at all, without the colours of a terminal.
      env: show ? env : { ...env, NO_COLOR: '1' },
      shell,
      signal,
      killSignal: 'SIGKILL',
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => keep(`${error.message}\n`));
    child.on('close', (code, endedBy) => {
      if (endedBy) keep(`\nended by ${endedBy}`);
      resolve({ code: code === null ? 1 : code < 0 ? 127 : code, output });
    });
  });
}

/**
 * Like `run`, but a failure stops the script with the sentence given and the end of the program's output.
 * @returns {Promise<string>} the output
 */
export async function mustRun(failure, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new CannotGoOn(`${output.split('\n').slice(-40).join('\n')}\n${failure}`);
  return output;
}

/**
 * Hands terminal, signals and exit code over to a program, as if it had been started itself.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export async function passThrough(command, args, env = process.env) {
  const child = spawn(command, args, { env, stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
  const [code, signal] = await once(child, 'close');
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward);
  if (signal) throw new CannotGoOn(`It was ended by ${signal}.`);
  return code;
}
