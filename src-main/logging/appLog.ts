/**
 * The log file: one line of JSON an entry, five files of a megabyte at most. The library that writes and rotates them is
 * read after the window is there; what happens before waits in memory, and a defect does not wait.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DefectPlace, LogEntry } from './logEntry.ts';
import { logFolderIn } from './logFolder.ts';
import { traceOf } from './stackFrames.ts';

const FILE_NAME = 'revino.log';
const MOST_BYTES = 1024 * 1024;
const OLD_FILES = 4;
/** More would be a fault that repeats; the first ones tell what it is. */
const MOST_WAITING = 500;

export interface AppLogOptions {
  readonly dataFolder: string;
  /** For tests; a megabyte otherwise. */
  readonly mostBytes?: number;
}

type Write = (line: string) => void;

export class AppLog {
  readonly #options: AppLogOptions;
  #waiting: string[] = [];
  #opening: Promise<Write | null> | null = null;
  #write: Write | null = null;

  constructor(options: AppLogOptions) {
    this.#options = options;
  }

  write(entry: LogEntry): void {
    const line = JSON.stringify({ at: new Date().toISOString(), ...entry });
    if (this.#write) this.#write(line);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(line);
  }

  defect(place: DefectPlace, error: unknown): void {
    this.write({ event: 'defect', place, ...traceOf(error) });
    void this.open();
  }

  /** Begins to write. Never throws: a full disk or a folder that may not be written must not stop the work. */
  async open(): Promise<void> {
    this.#opening ??= openFile(this.#options);
    const write = await this.#opening;
    if (!write) return;
    this.#write = write;
    for (const line of this.#waiting.splice(0)) write(line);
  }
}

const openFile = async ({ dataFolder, mostBytes = MOST_BYTES }: AppLogOptions): Promise<Write | null> => {
  try {
    const { default: library } = await import('electron-log/node');
    const log = library.create({ logId: `revino ${dataFolder}` });
    const path = join(logFolderIn(dataFolder), FILE_NAME);
    log.transports.console.level = false;
    Object.assign(log.transports.file, {
      level: 'silly',
      format: '{text}',
      maxSize: mostBytes,
      writeOptions: { flag: 'a', mode: 0o600, encoding: 'utf8' },
      resolvePathFn: () => path,
      archiveLogFn: () => rotate(path),
    });
    return (line) => log.info(line);
  } catch (error) {
    console.error('There is no log:', traceOf(error));
    return null;
  }
};

/** revino.log becomes revino.1.log, that revino.2.log, and the oldest goes. */
const rotate = (path: string): void => {
  const old = (number: number) => (number === 0 ? path : path.replace(/\.log$/, `.${number}.log`));
  for (let number = OLD_FILES; number > 0; number--)
    if (existsSync(old(number - 1))) renameSync(old(number - 1), old(number));
};
