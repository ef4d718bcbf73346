/**
 * `pins`: who signs in at the till. `pins --remove`: nobody does any more, for an owner whose PIN is forgotten. Whoever
 * can open the database is its owner here.
 */
import { peopleAtTill, turnSigningInOff } from '../../services/accessService.ts';
import type { Command } from '../commandContext.ts';
import { withReadableShop, withWritableShop } from '../openShop.ts';
import { textTable } from '../textTable.ts';

export const pinsCommand: Command = async (parsed, context) => {
  const { words } = context;
  if (parsed.has('remove')) {
    const removed = await withWritableShop(parsed, context, async (db) =>
      turnSigningInOff(db, context.nowMs()),
    );
    context.print({ removed }, () => `${words.t('cli.pins.removed', { count: removed })}\n`);
    return 0;
  }
  const document = await withReadableShop(parsed, context, (db) => ({
    people: peopleAtTill(db).people.filter(({ role }) => role !== null),
  }));
  const roles = {
    owner: words.t('access.role.owner'),
    manager: words.t('access.role.manager'),
    desk: words.t('access.role.desk'),
  };
  context.print(document, () =>
    document.people.length === 0
      ? `${words.t('cli.pins.none')}\n`
      : textTable(
          [words.t('catalogue.name'), words.t('access.role'), 'PIN'],
          document.people.map(({ name, role, pinSetOn }) => [
            name,
            role === null ? '' : roles[role],
            pinSetOn ?? '',
          ]),
        ),
  );
  return 0;
};
