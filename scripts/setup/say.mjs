// What the scripts tell the person at the terminal: short lines that say what is done and why.
// Everything goes through here so that `npm run revino` can keep stdout free for its own answer.

let out = process.stdout;

/** Sends all further progress lines to stderr; used where stdout belongs to the command's own output. */
export function sayOnStderr() {
  out = process.stderr;
}

/** @param {string} line */
export function say(line) {
  out.write(`${line}\n`);
}

/** The scripts cannot go on. The message is one clear sentence for the person who started them. */
export class CannotGoOn extends Error {}

/**
 * Runs slow work between a line that says what happens and why, and the seconds it took.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(what, work) {
  say(`${what} ...`);
  const started = performance.now();
  const result = await work();
  say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * The frame of every script: a `CannotGoOn` is printed as its sentence, anything else with its stack.
 * @param {() => Promise<number | void>} work resolves to the exit code (0 when undefined)
 */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error instanceof CannotGoOn ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
