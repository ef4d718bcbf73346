/** The command line as a program of its own in plain Node, as `npm run revino` starts it. */
import { runCli } from './runCli.ts';

const interrupted = new AbortController();
// The first Ctrl+C lets a running import roll back; a second one ends the program on the spot.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
// Whoever reads our output may stop reading (`| head`); that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(process.argv.slice(2), process, {}, interrupted.signal);
