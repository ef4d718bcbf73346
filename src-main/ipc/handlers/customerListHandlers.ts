/** The table of all customers: many at once, kept filters, columns, tags. Writes wait at the gate. */
import type { customerListContract } from '../../../src-shared/contract/customerListContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { bulkTag, bulkTrash, removeTag, renameTag } from '../../services/customerBulkService.ts';
import { listIds, listTagCounts } from '../../services/customerListService.ts';
import { filtersSeenBy, seesTurnover } from '../../services/deskView.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import {
  keepColumns,
  listColumns,
  removeFilter,
  renameFilter,
  savedFilters,
  saveFilter,
} from '../../services/savedFilterService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const customerListHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
  till,
}: AppServices): HandlersFor<typeof customerListContract> => {
  const { write, done } = writingWith({ session, gate, dataChanged });
  const phones = () => phoneBookOf(session.shop.db);
  return {
    'customer.listIds': async (input, { role }) => {
      if (input.list.order === 'value' && !seesTurnover(role)) throw till.notAllowed(['owner', 'manager']);
      return listIds(session.shop.db, input, await phones());
    },
    'customer.bulkTag': async (input) => {
      const { callingCode } = await phones();
      return write((db) => bulkTag(db, input, callingCode, nowMs()));
    },
    'customer.bulkTrash': async (input) => {
      const { callingCode } = await phones();
      return write((db) => bulkTrash(db, input, callingCode, nowMs()));
    },
    'customer.listColumns': () => listColumns(session.shop.db),
    'customer.keepColumns': (input) => done((db) => keepColumns(db, input)),
    'savedFilter.list': (input, { role }) => filtersSeenBy(role, savedFilters(session.shop.db, input)),
    'savedFilter.save': (input) => write((db) => saveFilter(db, input, nowMs())),
    'savedFilter.rename': (input) => done((db) => renameFilter(db, input)),
    'savedFilter.remove': (input) => done((db) => removeFilter(db, input)),
    'tag.list': () => listTagCounts(session.shop.db),
    'tag.rename': (input) => write((db) => renameTag(db, input, nowMs())),
    'tag.remove': (input) => write((db) => removeTag(db, input, nowMs())),
  };
};
