/**
 * Keeps the rubbish of a long import small. A row is forgotten as soon as it is written, but V8 lets what was forgotten grow to
 * several times of what lives before it clears up: on a PC of the front desk that memory is somebody else's.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Read between two clearings; one takes some ten milliseconds, and reading that much about a hundred times as long. */
const BYTES_BETWEEN = 4 * 1024 * 1024;

/**
 * For a process that only imports: V8 otherwise sets 32 to 64 MB aside for what is young, and most rows are. Called before the
 * first row, for what has been set aside is not given back.
 */
export const keepYoungHeapSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');

let collect: (() => void) | null = null;
const collector = (): (() => void) => {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    const found: unknown = runInNewContext('typeof gc === "function" ? gc : null');
    collect = typeof found === 'function' ? () => found() : () => undefined;
  }
  return collect;
};

/** To be told how far the file has been read, in bytes of what is in it. */
export const memoryKeeper = (): ((bytesRead: number) => void) => {
  let clearedAt = 0;
  return (bytesRead) => {
    if (bytesRead - clearedAt < BYTES_BETWEEN) return;
    clearedAt = bytesRead;
    collector()();
  };
};
