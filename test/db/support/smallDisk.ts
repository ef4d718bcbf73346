/**
 * A file system that is really full. As root: a small tmpfs. Otherwise a child process sets one up in a user
 * namespace of its own (`unshare -rm`), which is why the work is a piece of source text and not a function.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './childProcess.ts';

/**
 * Runs `source` in a child with a file system of `megabytes` mounted at the path it finds in `process.env.DISK`.
 * @returns what the child printed, as JSON
 */
export async function onSmallDisk(megabytes: number, source: string): Promise<unknown> {
  // The mount lives in the child's own mount namespace and goes with it.
  const disk = mkdtempSync(join(tmpdir(), 'revino-disk-'));
  const child = runChild(source, {
    command: 'unshare',
    args: [
      ...(process.getuid?.() === 0 ? ['--mount'] : ['--map-root-user', '--mount']),
      '/bin/sh',
      '-c',
      `mount -t tmpfs -o size=${megabytes}m tmpfs "${disk}" && DISK="${disk}" exec "$0" "$@"`,
    ],
  });
  try {
    return JSON.parse(await child.finished) as unknown;
  } finally {
    execFileSync('rmdir', [disk]);
  }
}
