/**
 * Forgetting a person who asks for it, and seeing to it that nobody comes back: after a backup was restored, and in the
 * old files that are imported again (src-main/importing asks the same list).
 */
import { areMarksNew, ForgottenPeople, forgetTx, marksActedOnTx } from '../../db/forgotten.ts';
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { currentCustomerId, listMergesInto, putBackMergeTx } from '../../db/repositories/customerMerge.ts';
import {
  type ErasureCounts,
  eraseCustomerTx,
  eraseStubTx,
  listUnerased,
  readIdentifiers,
  type UnerasedCard,
} from '../../db/repositories/erasure.ts';
import { readPersonalRecord } from '../../db/repositories/personalRecord.ts';
import { insertPrivacyActTx } from '../../db/repositories/privacyAct.ts';
import { askForTidyTx } from '../../db/tidyDatabase.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { PrivacyAct } from '../../src-shared/domain/closedLists.ts';
import { foldedWords } from '../../src-shared/domain/fold.ts';
import type { PersonalSections } from '../../src-shared/domain/personalSections.ts';
import { readShop } from './shopService.ts';

export interface PersonalDocument {
  readonly format: 'revino-person';
  readonly version: 1;
  readonly shop: string;
  /** IANA name: the days are those of this place. */
  readonly timeZone: string;
  readonly madeAt: string;
  readonly sections: PersonalSections;
}

/** In the caller's transaction. */
const eraseTx = (db: Database, customerId: number, act: PrivacyAct, nowMs: number): ErasureCounts => {
  const today = businessDateOfInstant(nowMs, readShop(db).timeZone);
  const counts = eraseCustomerTx(db, customerId, today, nowMs);
  if (counts.cards === 0) return counts;
  insertPrivacyActTx(db, { act, customerId, atMs: nowMs, details: { ...counts } });
  logChangeTx(db, { atMs: nowMs, action: 'erase', subject: 'customer', recordId: customerId, fields: [] });
  askForTidyTx(db, nowMs);
  return counts;
};

const isSameName = (a: string, b: string): boolean => foldedWords(a).join(' ') === foldedWords(b).join(' ');

/**
 * Cannot be undone. The list of forgotten people is on disk before the data goes. Bytes of what was there stay in free
 * pages until the database is written anew (`tidyDatabase`), which the caller sees to.
 * @param typedName what somebody typed to say whom they mean; null where a program says it by number
 * @throws RevinoError `customer.notFound`, `erasure.merged`, `privacy.nameDiffers`, `privacy.listDamaged`
 */
export const eraseCustomer = (
  db: Database,
  customerId: number,
  nowMs: number,
  typedName: string | null = null,
): ErasureCounts =>
  inTransaction(db, () => {
    const { displayName } = readCustomer(db, customerId);
    if (typedName !== null && !isSameName(typedName, displayName))
      throw new RevinoError('privacy.nameDiffers');
    const count = forgetTx(db, readIdentifiers(db, customerId));
    const counts = eraseTx(db, customerId, 'erase', nowMs);
    marksActedOnTx(db, count);
    return counts;
  });

/**
 * After a restore: whoever was forgotten since that backup is forgotten again. Quick where there is nothing to do.
 * @returns how many people
 * @throws RevinoError `privacy.listDamaged`
 */
export const eraseForgottenAgain = (db: Database, nowMs: number): number => {
  if (!areMarksNew(db)) return 0;
  const forgotten = ForgottenPeople.of(db);
  if (forgotten === null) return 0;
  return inTransaction(db, () => {
    const back = listUnerased(db).filter(({ uid }) => forgotten.hasUid(uid));
    const people = [...new Set(back.map((card) => wholePersonTx(db, card, forgotten, nowMs)))].filter(
      (id) => id !== null,
    );
    for (const customerId of people) eraseTx(db, customerId, 'eraseAgain', nowMs);
    marksActedOnTx(db, forgotten.size);
    return people.length;
  });
};

/**
 * A merged card goes with the one it was merged into. Where that one is not on the list, the two had been taken apart
 * before one of them was forgotten, and the backup is older: they are taken apart again, or the merged card goes alone.
 * @returns the card to erase, or null where that is done
 */
const wholePersonTx = (
  db: Database,
  { id, currentId, currentUid }: UnerasedCard,
  forgotten: ForgottenPeople,
  nowMs: number,
): number | null => {
  if (id === currentId || forgotten.hasUid(currentUid)) return currentId;
  for (const { mergedId, mergeId, before } of listMergesInto(db, currentId)) {
    if (before === null) break;
    putBackMergeTx(db, {
      changeId: 0,
      action: 'merge',
      recordId: mergeId,
      before: JSON.parse(before),
      atMs: nowMs,
    });
    if (mergedId === id) return id;
  }
  eraseStubTx(db, id, nowMs);
  return null;
};

/**
 * What a person is given who asks what is stored about them. That it was given is noted apart, when it was
 * (`noteDisclosure`).
 * @throws RevinoError `customer.notFound`
 */
export const personalDocument = (db: Database, askedId: number, nowMs: number): PersonalDocument =>
  inReadTransaction(db, () => {
    const { name, timeZone } = readShop(db);
    return {
      format: 'revino-person',
      version: 1,
      shop: name,
      timeZone,
      madeAt: new Date(nowMs).toISOString(),
      sections: readPersonalRecord(db, currentCustomerId(db, askedId)),
    };
  });

export const noteDisclosure = (
  db: Database,
  askedId: number,
  { sections }: PersonalDocument,
  as: 'json' | 'pdf',
  nowMs: number,
): void => {
  const records = Object.values(sections).reduce((sum, rows) => sum + rows.length, 0);
  inTransaction(db, () =>
    insertPrivacyActTx(db, {
      act: 'disclose',
      customerId: currentCustomerId(db, askedId),
      atMs: nowMs,
      details: { records, as },
    }),
  );
};
