/** What a command is given: where to write, what the environment says, and what only Electron can do. */
import type { KeyWrapper } from '../../db/keys.ts';
import type { PrintedPage } from '../../src-shared/contract/reportContract.ts';
import type { Words } from '../../src-shared/words/words.ts';

export interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
}

export interface Capabilities {
  /** Prints a page to PDF; only Electron can. */
  readonly renderPdf?: (page: PrintedPage) => Promise<Uint8Array>;
  /** The system's key store; only Electron has it. */
  readonly keyStore?: KeyWrapper;
  /** Where the migrations lie in an installed copy; else those of the checkout. */
  readonly migrationsDir?: string;
}

export interface CommandContext {
  readonly io: CommandIo;
  readonly capabilities: Capabilities;
  readonly words: Words;
  readonly isJson: boolean;
  readonly nowMs: () => number;
  /** Aborted by Ctrl+C: what is running rolls back. */
  readonly signal?: AbortSignal | undefined;
  /** The command's answer: one JSON document, or text. */
  print(document: unknown, text: () => string): void;
  /** A message beside the answer. */
  tell(message: string): void;
}

/** Answers the exit code. */
export type Command = (
  parsed: import('./options.ts').ParsedCommand,
  context: CommandContext,
) => Promise<number>;
