/** `check`: whether the database is sound, and what is in it. Exit code 1 when it is not. */
import { finishRestore } from '../../../db/restoreDatabase.ts';
import { formatNumber } from '../../../src-shared/words/format.ts';
import { checkShop } from '../../services/checkService.ts';
import type { Command } from '../commandContext.ts';
import { databaseFile, existingKey } from '../openShop.ts';
import { textTable } from '../textTable.ts';

export const checkCommand: Command = async (parsed, context) => {
  const { words, capabilities } = context;
  const file = databaseFile(parsed, context);
  finishRestore(file);
  const document = checkShop({
    file,
    key: await existingKey(parsed, context, file),
    depth: parsed.has('full') ? 'full' : 'quick',
    ...(capabilities.migrationsDir === undefined ? {} : { migrationsDir: capabilities.migrationsDir }),
  });
  context.print(document, () => {
    const verdict = document.ok
      ? words.t('cli.check.sound')
      : words.t('cli.check.problems', { count: document.problems.length });
    const problems = document.problems.map(
      ({ kind, where, detail }) =>
        `  ${words.t(`cli.check.kind.${kind}`)}: ${[where, detail].filter(Boolean).join(': ')}\n`,
    );
    const number = (value: number) => formatNumber(value, words.locale);
    const contents = textTable(
      ['', ''],
      [
        [words.t('cli.check.customers'), number(document.customers)],
        [words.t('cli.check.visits'), number(document.visits)],
        [words.t('cli.check.opinions'), number(document.opinions)],
        [words.t('cli.check.imports'), number(document.imports)],
      ],
    );
    const schema = words.t('cli.check.schema', { count: document.schema.applied });
    return `${verdict}\n${problems.join('')}${contents.split('\n').slice(2).join('\n')}${schema}\n`;
  });
  return document.ok ? 0 : 1;
};
