/** A person's data: a copy for them, forgetting them, and the register. */
import type { Database } from '../../../db/openDatabase.ts';
import type { privacyContract } from '../../../src-shared/contract/privacyContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { businessDateOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { startTidy } from '../../jobs/tidyJob.ts';
import { saveWhole } from '../../saving/saveWhole.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import {
  eraseCustomer,
  noteDisclosure,
  type PersonalDocument,
  personalDocument,
} from '../../services/privacyService.ts';
import { erasurePreview, privacyRegister } from '../../services/privacyViews.ts';
import { readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';
import type { ImportLeavings } from './importLeavings.ts';
import { writingWith } from './writing.ts';

/** As people of the shop's country write them. */
const withReadablePhones = async (db: Database, record: PersonalDocument): Promise<PersonalDocument> => {
  const phones = await phoneBookOf(db);
  const identity = record.sections.identity.map((card) =>
    typeof card.phone === 'string' ? { ...card, phone: phones.shown(card.phone) } : card,
  );
  return { ...record, sections: { ...record.sections, identity } };
};

export const privacyHandlers = (
  services: AppServices,
  leavings: ImportLeavings,
): HandlersFor<typeof privacyContract> => {
  const { session, gate, desktop, words, nowMs, dataChanged } = services;
  const { write } = writingWith({ session, gate, dataChanged });
  return {
    'privacy.preview': (input) => erasurePreview(session.shop.db, input, nowMs()),

    'privacy.erase': async ({ customerId, name }) => {
      const { visits, opinions } = await write((db) => eraseCustomer(db, customerId, nowMs(), name));
      // Rows of files that were looked at: nobody can say whose they are.
      leavings.dropAll();
      return { visits, opinions, jobId: startTidy(services) };
    },

    'privacy.disclose': async ({ customerId, format }) => {
      const { locale } = words();
      const { currency, timeZone } = readShop(session.shop.db);
      const madeOn = businessDateOfInstant(nowMs(), timeZone);
      const path = await desktop.askSavePath({
        title: words().t('privacy.copy.dialog'),
        fileName: `${words().t('privacy.copy.fileName')} ${madeOn}.${format}`,
        extension: format,
      });
      if (path === null) return { saved: false };
      const record = personalDocument(session.shop.db, customerId, nowMs());
      if (format === 'json') {
        await saveWhole(path, Buffer.from(`${JSON.stringify(record, null, 2)}\n`), { isPrivate: true });
      } else {
        const { shop: shopName, sections } = await withReadablePhones(session.shop.db, record);
        const data = { locale, currency, timeZone, madeOn, shopName, sections };
        await saveWhole(path, await desktop.renderPdf({ page: 'person', data }), { isPrivate: true });
      }
      await write((db) => noteDisclosure(db, customerId, record, format, nowMs()));
      return { saved: true };
    },

    'privacy.acts': (input) => privacyRegister(session.shop.db, input),
  };
};
