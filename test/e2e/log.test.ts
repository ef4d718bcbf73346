/**
 * No personal data in the log: known names, telephones, notes and amounts are put through every procedure that takes
 * text, through an import with rejected rows and through failures; then every byte of the log is looked through.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { appContract, type ProcedureName } from '../../src-shared/contract/contract.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { expect, good, type Revino, seedShop, test } from './app.ts';

/** Each is looked for by itself, so that no part of one slips through in another form. */
const PLANTED = {
  name: 'Zdzisława Źrebięcka',
  email: 'zdzislawa.zrebiecka@poczta.example',
  phone: '+48 601 777 913',
  note: 'uczulona na lateks',
  amount: 8_271_934,
} as const;
const TRACES = [
  'Zdzisława',
  'Zdzislawa',
  'Źrebięcka',
  'Zrebiecka',
  'poczta.example',
  '601 777 913',
  '601777913',
  'lateks',
  '8271934',
  '82719,34',
  '82719.34',
  '82 719',
];

type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
};

const textFor = (property: string, { pattern, maxLength = 1000 }: JsonSchema): string => {
  const planted = /phone/i.test(property)
    ? PLANTED.phone
    : /mail/i.test(property)
      ? PLANTED.email
      : /note|comment|reason|text/i.test(property)
        ? PLANTED.note
        : PLANTED.name;
  const shaped = ['2026-11-17', '2026-11', '10:30', crypto.randomUUID(), 'PLN', '#146052'];
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(planted))
    return shaped.find((text) => new RegExp(pattern, 'u').test(text)) ?? planted;
  return planted.slice(0, maxLength);
};

/** An input that a schema accepts, as far as that can be told from outside, with planted text wherever text goes. */
const planted = (schema: JsonSchema, property = ''): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return planted(either.find(({ type }) => type !== 'null') ?? {}, property);
  if (schema.type === 'string') return textFor(property, schema);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number')
    return /minor|amount|price|cost/i.test(property)
      ? Math.min(PLANTED.amount, schema.maximum ?? PLANTED.amount)
      : Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'array') return schema.items ? [planted(schema.items, property)] : [];
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, part]) => [key, planted(part, key)]),
    );
  return null;
};

const inputFor = (name: ProcedureName): unknown =>
  planted(z.toJSONSchema(appContract[name].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema);

/** These would end the app or close the shop, and so the test; what they take is no text. */
const NOT_CALLED: ReadonlySet<string> = new Set(['window.perform']);

const logOf = (dataFolder: string): string =>
  (existsSync(join(dataFolder, 'logs')) ? readdirSync(join(dataFolder, 'logs')) : [])
    .map((file) => readFileSync(join(dataFolder, 'logs', file), 'utf8'))
    .join('\n');

const mapping: Mapping = {
  kind: 'visits',
  layout: 'delimited',
  separator: ';',
  encoding: 'utf-8',
  header: true,
  dateFormat: 'yyyy-MM-dd',
  decimal: ',',
  onMissingCustomer: 'walk-in',
  columns: { customer: 'Customer', date: 'Date', amount: 'Amount' },
};

const importOnce = async (revino: Revino, file: string, isGone: boolean): Promise<void> => {
  await revino.answerDialogs(file);
  const opened = await revino.call('import.pickFile', {});
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  if (isGone) rmSync(file);
  const started = await revino.call('import.start', {
    fileToken: opened.value?.fileToken ?? '',
    mapping,
    dryRun: false,
  });
  if (!started.ok) return;
  await expect
    .poll(async () => good(await revino.call('job.get', { jobId: started.value.jobId })).state)
    .not.toBe('running');
};

test('the log knows nothing of people', async ({ openRevino, dataFolder }) => {
  test.slow();
  await seedShop(dataFolder);
  const revino = await openRevino({ mayComplain: true });
  const { name, phone, note } = PLANTED;
  await revino.app.evaluate(({ dialog, shell }) => {
    Object.assign(dialog, { showMessageBox: async () => ({ response: 0, checkboxChecked: false }) });
    Object.assign(shell, { openPath: async () => '' });
  });

  // People at the desk, and what is refused there.
  good(await revino.call('customer.create', { name, phone }));
  await revino.call('customer.search', { text: name, limit: 5 });

  // A file named after a person, with rows that are rejected, and one that vanishes.
  const file = join(dataFolder, `${name}.csv`);
  const rows = `Customer;Date;Amount\n${name};2026-01-02;82719,34\n${name};${note};1\n${phone};never;82719,34\n`;
  writeFileSync(file, rows);
  await importOnce(revino, file, false);
  writeFileSync(file, rows);
  await importOnce(revino, file, true);

  // Errors nobody expected, whose messages quote people.
  await revino.app.evaluate((_electron, text) => {
    setTimeout(() => {
      throw Object.assign(new Error(`UNIQUE constraint failed for ${text}`), { code: text });
    });
    void Promise.reject(new TypeError(`${text}\n    at ${text} (/home/${text}/x.js:1:1)`));
  }, `${name} ${phone} ${note}`);

  // A fault in the page, as the page tells it.
  await revino.window.evaluate((text) => {
    setTimeout(() => {
      throw new RangeError(`${text} has no property`);
    });
  }, `${name} ${note}`);
  await expect.poll(() => logOf(dataFolder)).toMatch(/"place":"window","kind":"RangeError"/);

  // Every procedure there is, with planted text wherever its schema takes text.
  await revino.answerDialogs(null);
  let taken = 0;
  for (const procedure of Object.keys(appContract) as ProcedureName[]) {
    if (NOT_CALLED.has(procedure)) continue;
    const answer = await revino.call(procedure, inputFor(procedure) as never);
    if (answer.ok || answer.error.code !== 'door.invalidInput') taken += 1;
  }
  // Else it would try nothing but the schemas.
  expect(taken).toBeGreaterThan((Object.keys(appContract).length * 2) / 3);
  await revino.close();

  const log = logOf(dataFolder);
  expect(log).toMatch(/"event":"defect"/);
  expect(log).toMatch(/"event":"refused"/);
  expect(log).toMatch(/"event":"job","kind":"import","state":"done"/);
  expect(log).toMatch(/"rejected":2/);
  const folded = log.toLocaleLowerCase('pl');
  expect(TRACES.filter((trace) => folded.includes(trace.toLocaleLowerCase('pl')))).toEqual([]);
});
