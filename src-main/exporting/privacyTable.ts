/** The register of privacy as a table. It names nobody, so it may leave the shop. */
import type { Database } from '../../db/openDatabase.ts';
import { countPrivacyActs, listPrivacyActs } from '../../db/repositories/privacyAct.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { actText } from '../../src-shared/words/privacyWords.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { privacyEntryOf } from '../services/privacyViews.ts';
import type { CountedTable } from './shopTables.ts';

/** Rows read at once. */
const PORTION = 500;

export const privacyTable = (db: Database, words: Words): CountedTable => {
  const { timeZone } = readShop(db);
  const { t } = words;
  const rowCount = countPrivacyActs(db);
  return {
    key: 'privacyActs',
    title: t('privacy.register.fileName'),
    columns: [
      { key: 'at', title: t('privacy.register.when'), type: 'moment' },
      { key: 'act', title: t('export.figureKey'), type: 'text' },
      { key: 'what', title: t('privacy.register.what'), type: 'text' },
      { key: 'staff', title: t('privacy.register.staff'), type: 'text' },
    ],
    rowCount,
    rows: {
      *[Symbol.iterator]() {
        for (let offset = 0; offset < rowCount; offset += PORTION) {
          for (const act of listPrivacyActs(db, PORTION, offset)) {
            const entry = privacyEntryOf(act, timeZone);
            yield [`${entry.on} ${entry.time}`, entry.act, actText(words, entry), entry.staff];
          }
        }
      },
    },
  };
};
