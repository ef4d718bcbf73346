// A screen for windows where there is none, or where none should pop up: Xvfb on Linux, the real one elsewhere.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CannotGoOn } from './say.mjs';

export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Runs work with a virtual screen of its own. On other systems than Linux the work simply runs.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment that points programs at the screen
 * @returns {Promise<T>}
 */
export async function onVirtualScreen(work) {
  if (process.platform !== 'linux') return work(process.env);
  // With -displayfd the server itself finds a free number and says when it is ready.
  const options = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => server.kill();
  process.once('exit', stop);
  try {
    const display = await displayOf(server);
    const { WAYLAND_DISPLAY: _unused, ...env } = process.env;
    return await work({ ...env, DISPLAY: `:${display}`, XDG_SESSION_TYPE: 'x11' });
  } finally {
    process.off('exit', stop);
    stop();
  }
}

async function displayOf(server) {
  const failure = new CannotGoOn('The virtual screen (Xvfb) did not start.');
  const dead = once(server, 'exit').then(
    () => Promise.reject(failure),
    () => Promise.reject(failure),
  );
  const [number] = await Promise.race([once(server.stdio[3], 'data'), dead]);
  dead.catch(() => undefined);
  return String(number).trim();
}
