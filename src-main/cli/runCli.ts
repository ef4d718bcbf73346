/**
 * The command line: words in, exit code out. 0 done; 1 refused or failed, with one clear line; 2 wrong usage. Standard
 * output carries the answer and nothing else. Knows no process and no Electron: both hand in what they have.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import type { Capabilities, Command, CommandContext, CommandIo } from './commandContext.ts';
import { backupCommand } from './commands/backupCommand.ts';
import { checkCommand } from './commands/checkCommand.ts';
import { demoCommand } from './commands/demoCommand.ts';
import { eraseCommand } from './commands/eraseCommand.ts';
import { exportCommand } from './commands/exportCommand.ts';
import { importCommand } from './commands/importCommand.ts';
import { initCommand } from './commands/initCommand.ts';
import { pinsCommand } from './commands/pinsCommand.ts';
import { reportCommand } from './commands/reportCommand.ts';
import { restoreCommand } from './commands/restoreCommand.ts';
import { cohortsCommand, metricsCommand, returnCurveCommand } from './commands/retentionCommands.ts';
import {
  type CommandName,
  commandHelp,
  generalHelp,
  messageLocale,
  parseCommand,
  UsageError,
} from './options.ts';

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  init: initCommand,
  import: importCommand,
  metrics: metricsCommand,
  cohorts: cohortsCommand,
  'return-curve': returnCurveCommand,
  report: reportCommand,
  demo: demoCommand,
  check: checkCommand,
  backup: backupCommand,
  restore: restoreCommand,
  export: exportCommand,
  erase: eraseCommand,
  pins: pinsCommand,
};

/** The sentence of a refusal, in the language of the messages. */
const refusalText = ({ code, params, message }: RevinoError, words: Words): string =>
  words.find(`error.${code}`, params) ?? message;

const usageText = (error: UsageError, argv: readonly string[], words: Words): string => {
  const named = argv.find((word) => Object.hasOwn(COMMANDS, word));
  return `${error.say(words)} ${words.t('cli.wrong.seeHelp', { command: named ? `revino ${named}` : 'revino' })}`;
};

/** Runs one command. `argv` is without the program's own name. */
export const runCli = async (
  argv: readonly string[],
  io: CommandIo,
  capabilities: Capabilities = {},
  signal?: AbortSignal,
): Promise<number> => {
  const words = wordsFor(messageLocale(argv, io.env));
  const tell = (message: string) => void io.stderr.write(`${message}\n`);
  try {
    const parsed = parseCommand(argv);
    if (!parsed || parsed.isHelp) {
      io.stdout.write(parsed ? commandHelp(parsed.command, words) : generalHelp(words));
      return 0;
    }
    const isJson = parsed.has('json');
    const context: CommandContext = {
      io,
      capabilities,
      words,
      isJson,
      nowMs: Date.now,
      signal,
      print: (document, text) => void io.stdout.write(isJson ? `${JSON.stringify(document)}\n` : text()),
      tell,
    };
    return await COMMANDS[parsed.command](parsed, context);
  } catch (error) {
    if (error instanceof UsageError) {
      tell(usageText(error, argv, words));
      return 2;
    }
    if (error instanceof RevinoError) {
      tell(refusalText(error, words));
      return 1;
    }
    tell(words.t('error.internal'));
    // A defect: whoever is asked for help needs to know where.
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
};
