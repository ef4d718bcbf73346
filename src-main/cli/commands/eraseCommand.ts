/** `erase --customer ID --yes`: forgets a person. Without `--yes` it only says whom that would be. */
import { readCustomer } from '../../../db/repositories/customer.ts';
import { tidyDatabase } from '../../../db/tidyDatabase.ts';
import { formatNumber } from '../../../src-shared/words/format.ts';
import { eraseCustomer } from '../../services/privacyService.ts';
import type { Command } from '../commandContext.ts';
import { withWritableShop } from '../openShop.ts';
import { UsageError } from '../options.ts';

export const eraseCommand: Command = async (parsed, context) => {
  const customerId = Number(parsed.needed('customer'));
  const { words } = context;
  const document = await withWritableShop(parsed, context, async (db) => {
    const { displayName } = readCustomer(db, customerId);
    if (!parsed.has('yes')) {
      throw new UsageError((say) => say.t('cli.erase.notSaid', { name: displayName, id: customerId }));
    }
    const counts = eraseCustomer(db, customerId, context.nowMs());
    tidyDatabase(db);
    return { customerId, ...counts };
  });
  context.print(document, () =>
    words.t('cli.erase.done', {
      id: customerId,
      visits: formatNumber(document.visits, words.locale),
      opinions: formatNumber(document.opinions, words.locale),
    }),
  );
  return 0;
};
