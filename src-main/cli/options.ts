/**
 * Which command takes which options, as data: parsing, checking and the help text all come from here. Anything wrong
 * with the words typed is a UsageError (exit code 2); whether the work then succeeds is the commands' business.
 */
import { parseArgs } from 'node:util';
import { EXPORT_FORMATS, EXPORT_SUBJECTS } from '../../src-shared/contract/exportContract.ts';
import { IMPORT_KINDS } from '../../src-shared/contract/importFields.ts';
import { PAPERS } from '../../src-shared/contract/reportContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { LOCALES, TRADES } from '../../src-shared/contract/values.ts';
import { parseIsoDate } from '../../src-shared/domain/calendar.ts';
import { COHORT_KINDS, COHORT_PERIODS } from '../../src-shared/domain/figure.ts';
import type { MessageKey, Words } from '../../src-shared/words/words.ts';
import { isSectionList, SECTION_NAMES } from './reportSections.ts';

/** Wrong usage: `say` writes the sentence in the language that turns out to be wanted. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly say: (words: Words) => string;

  constructor(say: (words: Words) => string) {
    super('wrong usage');
    this.say = say;
  }
}

export const COMMANDS = [
  'init',
  'import',
  'metrics',
  'cohorts',
  'return-curve',
  'report',
  'demo',
  'check',
  'backup',
  'restore',
  'export',
  'erase',
  'pins',
] as const;
export type CommandName = (typeof COMMANDS)[number];

interface OptionSpec {
  readonly name: string;
  /** Left out for a switch. */
  readonly value?: string;
  readonly isRequired?: boolean;
  readonly help: Extract<MessageKey, `cli.option.${string}`>;
  /** What the value must be, in the form the sentence names; checked before the command runs. */
  readonly accepts?: { readonly expected: string; readonly test: (value: string) => boolean };
}

const oneOf = (values: readonly string[]) => ({
  expected: values.join(' | '),
  test: (value: string) => values.includes(value),
});
/** Every figure looks back a year or more, and no visit is older than 1900. */
const isDay = (value: string): boolean => parseIsoDate(value) !== null && value >= '1900';
const DATE = { expected: 'YYYY-MM-DD', test: isDay };
const MONTH = { expected: 'YYYY-MM', test: (value: string) => isDay(`${value}-01`) };
const whole = (least: number, most: number) => ({
  expected: `${least} … ${most}`,
  test: (value: string) => /^\d{1,12}$/.test(value) && Number(value) >= least && Number(value) <= most,
});

const COMMON: readonly OptionSpec[] = [
  { name: 'db', value: 'PATH', help: 'cli.option.db' },
  { name: 'key-file', value: 'FILE', help: 'cli.option.key-file' },
  { name: 'no-encryption', help: 'cli.option.no-encryption' },
  { name: 'json', help: 'cli.option.json' },
  { name: 'locale', value: 'LOCALE', help: 'cli.option.locale', accepts: oneOf(LOCALES) },
  { name: 'help', help: 'cli.option.help' },
];

const AS_OF: OptionSpec = { name: 'as-of', value: 'DATE', help: 'cli.option.as-of', accepts: DATE };
const WINDOW: readonly OptionSpec[] = [
  { name: 'from', value: 'DATE', help: 'cli.option.from', accepts: DATE },
  { name: 'to', value: 'DATE', help: 'cli.option.to', accepts: DATE },
];
const CURRENCY = { expected: 'AAA', test: (value: string) => /^[A-Z]{3}$/.test(value) };
const HISTORY = ['complete', 'partial'] as const;

export const OPTIONS: Readonly<Record<CommandName, readonly OptionSpec[]>> = {
  init: [
    { name: 'shop', value: 'NAME', isRequired: true, help: 'cli.option.shop' },
    { name: 'currency', value: 'PLN', isRequired: true, help: 'cli.option.currency', accepts: CURRENCY },
    { name: 'time-zone', value: 'ZONE', isRequired: true, help: 'cli.option.time-zone' },
    { name: 'history', value: 'KIND', help: 'cli.option.history', accepts: oneOf(HISTORY) },
    { name: 'trade', value: 'TRADE', help: 'cli.option.trade', accepts: oneOf(TRADES) },
  ],
  import: [
    {
      name: 'kind',
      value: 'KIND',
      help: 'cli.option.kind.import',
      accepts: oneOf(['auto', ...IMPORT_KINDS]),
    },
    { name: 'map', value: 'FILE', help: 'cli.option.map' },
    { name: 'dry-run', help: 'cli.option.dry-run' },
    { name: 'rejected', value: 'FILE', help: 'cli.option.rejected' },
  ],
  metrics: [AS_OF, ...WINDOW],
  cohorts: [
    AS_OF,
    { name: 'kind', value: 'KIND', help: 'cli.option.kind.cohorts', accepts: oneOf(COHORT_KINDS) },
    { name: 'by', value: 'PERIOD', help: 'cli.option.by', accepts: oneOf(COHORT_PERIODS) },
  ],
  'return-curve': [AS_OF, ...WINDOW],
  report: [
    { name: 'month', value: 'YYYY-MM', isRequired: true, help: 'cli.option.month', accepts: MONTH },
    { name: 'out', value: 'FILE.pdf', isRequired: true, help: 'cli.option.out' },
    {
      name: 'sections',
      value: 'LIST',
      help: 'cli.option.sections',
      accepts: { expected: SECTION_NAMES.join(','), test: isSectionList },
    },
    { name: 'paper', value: 'PAPER', help: 'cli.option.paper', accepts: oneOf(PAPERS) },
  ],
  demo: [
    {
      name: 'customers',
      value: 'N',
      isRequired: true,
      help: 'cli.option.customers',
      accepts: whole(1, 5_000_000),
    },
    { name: 'years', value: 'Y', isRequired: true, help: 'cli.option.years', accepts: whole(1, 50) },
    { name: 'seed', value: 'S', isRequired: true, help: 'cli.option.seed', accepts: whole(0, 4_294_967_295) },
    { name: 'trade', value: 'TRADE', help: 'cli.option.trade', accepts: oneOf(TRADES) },
    { name: 'until', value: 'DATE', help: 'cli.option.until', accepts: DATE },
  ],
  check: [{ name: 'full', help: 'cli.option.full' }],
  backup: [{ name: 'to', value: 'FOLDER', help: 'cli.option.toFolder' }],
  restore: [],
  export: [
    { name: 'out', value: 'FILE', isRequired: true, help: 'cli.option.out' },
    { name: 'what', value: 'WHAT', help: 'cli.option.what', accepts: oneOf(EXPORT_SUBJECTS) },
    { name: 'format', value: 'FORMAT', help: 'cli.option.format', accepts: oneOf(EXPORT_FORMATS) },
    AS_OF,
  ],
  erase: [
    {
      name: 'customer',
      value: 'ID',
      isRequired: true,
      help: 'cli.option.customer',
      accepts: whole(1, 999_999_999),
    },
    { name: 'yes', help: 'cli.option.yes' },
  ],
  pins: [{ name: 'remove', help: 'cli.option.remove' }],
};

/** Words after the command that are no options. */
const ARGUMENTS: Readonly<Partial<Record<CommandName, string>>> = { import: 'FILE', restore: 'FILE' };

export interface ParsedCommand {
  readonly command: CommandName;
  /** The file to bring in, for `import` alone. */
  readonly argument: string | undefined;
  readonly isHelp: boolean;
  text(name: string): string | undefined;
  /** For options that are required: the parser has seen to them. */
  needed(name: string): string;
  has(name: string): boolean;
}

const isCommand = (word: string): word is CommandName => (COMMANDS as readonly string[]).includes(word);

/** Null asks for the general help. Throws UsageError. */
export const parseCommand = (argv: readonly string[]): ParsedCommand | null => {
  // Options may stand before the command too, as long as they are switches of everybody.
  const at = argv.findIndex((word) => !word.startsWith('-'));
  const command = argv[at];
  if (
    command === undefined ||
    (at > 0 && argv.slice(0, at).some((word) => word !== '--json' && word !== '--help'))
  ) {
    if (argv.includes('--help')) return null;
    throw new UsageError((words) => words.t('cli.wrong.noCommand'));
  }
  if (command === 'help') return null;
  if (!isCommand(command)) throw new UsageError((words) => words.t('cli.wrong.command', { command }));
  return parseOptions(command, argv.toSpliced(at, 1));
};

const parseOptions = (command: CommandName, args: readonly string[]): ParsedCommand => {
  const specs = [...OPTIONS[command], ...COMMON];
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      specs.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const),
    ),
  });
  const given = new Map<string, string | true>();
  let argument: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (argument !== undefined || ARGUMENTS[command] === undefined) {
        throw new UsageError((words) => words.t('cli.wrong.argument', { argument: token.value }));
      }
      argument = token.value;
      continue;
    }
    const spec = specs.find(({ name }) => name === token.name);
    const option = token.rawName;
    if (!spec || !option.startsWith('--'))
      throw new UsageError((words) => words.t('cli.wrong.option', { option }));
    if (spec.value === undefined) {
      const { value } = token;
      if (value !== undefined)
        throw new UsageError((words) => words.t('cli.wrong.argument', { argument: value }));
      given.set(spec.name, true);
      continue;
    }
    const value = token.value ?? '';
    const looksForgotten = !token.inlineValue && value.startsWith('--');
    if (value.trim() === '' || looksForgotten)
      throw new UsageError((words) => words.t('cli.wrong.empty', { option }));
    if (spec.accepts && !spec.accepts.test(value)) {
      const { expected } = spec.accepts;
      throw new UsageError((words) => words.t('cli.wrong.value', { value, option, expected }));
    }
    given.set(spec.name, value);
  }
  const text = (name: string): string | undefined => {
    const value = given.get(name);
    return value === true ? undefined : value;
  };
  const parsed: ParsedCommand = {
    command,
    argument,
    isHelp: given.has('help'),
    text,
    needed: (name) => {
      const value = text(name);
      if (value === undefined)
        throw new UsageError((words) => words.t('cli.wrong.missing', { option: `--${name}` }));
      return value;
    },
    has: (name) => given.has(name),
  };
  if (parsed.isHelp) return parsed;
  for (const { name, isRequired } of specs) if (isRequired === true) parsed.needed(name);
  if (ARGUMENTS[command] !== undefined && argument === undefined) {
    throw new UsageError((words) =>
      words.t(command === 'restore' ? 'cli.wrong.backupFile' : 'cli.wrong.file'),
    );
  }
  if (parsed.has('key-file') && parsed.has('no-encryption')) {
    throw new UsageError((words) => words.t('cli.wrong.keyTwice'));
  }
  return parsed;
};

/** The language of the messages: `--locale`, else the environment's, else English. */
export const messageLocale = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locale => {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const asked =
    at < 0 ? undefined : argv[at] === '--locale' ? argv[at + 1] : argv[at]!.slice('--locale='.length);
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return (
    LOCALES.find((locale) => locale === asked) ?? LOCALES.find((locale) => system.startsWith(locale)) ?? 'en'
  );
};

const optionForm = ({ name, value }: OptionSpec): string =>
  `--${name}${value === undefined ? '' : ` ${value}`}`;

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
};

/** How a command is written, for the help and after a mistake. */
export const synopsis = (command: CommandName): string => {
  const argument = ARGUMENTS[command];
  const options = OPTIONS[command].map((spec) =>
    spec.isRequired === true ? optionForm(spec) : `[${optionForm(spec)}]`,
  );
  return ['revino', command, ...(argument === undefined ? [] : [argument]), ...options, '--db PATH'].join(
    ' ',
  );
};

export const commandHelp = (command: CommandName, words: Words): string =>
  `${words.t('cli.usage', { synopsis: synopsis(command) })}\n\n${words.t(`cli.does.${command}`)}\n\n` +
  `${words.t('cli.options')}\n${columns([...OPTIONS[command], ...COMMON].map((spec) => [optionForm(spec), words.t(spec.help)]))}`;

export const generalHelp = (words: Words): string =>
  `${words.t('cli.about')}\n\n${words.t('cli.usage', { synopsis: 'revino COMMAND --db PATH …' })}\n\n` +
  `${words.t('cli.commands')}\n${columns(COMMANDS.map((command) => [command, words.t(`cli.does.${command}`)]))}\n` +
  `${words.t('cli.options')}\n${columns(COMMON.map((spec) => [optionForm(spec), words.t(spec.help)]))}\n` +
  `${words.t('cli.moreHelp')}\n`;
