/** A role in words. */
import type { Role } from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export const roleName = (words: Words, role: Role): string =>
  ({
    owner: words.t('access.role.owner'),
    manager: words.t('access.role.manager'),
    desk: words.t('access.role.desk'),
  })[role];
