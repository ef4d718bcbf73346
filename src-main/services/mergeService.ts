/** Making two cards of one person one: what would become of them, doing it, and that two cards are two people after all. */
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { type Card, type CardContact, listTags, readCard } from '../../db/repositories/customerDetail.ts';
import {
  findMergeByUid,
  insertNotDuplicateTx,
  type MergeCounts,
  mergeCardsTx,
  readMergeCounts,
  readSameDays,
  requireMergeable,
} from '../../db/repositories/customerMerge.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import { uidOfText } from '../../db/uid.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { MERGE_FIELDS, type MergeChoice, type MergeField } from '../../src-shared/contract/mergeContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { foldedWords } from '../../src-shared/domain/fold.ts';
import type { PhoneBook } from './phoneBook.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;
type Choices = Readonly<Partial<Record<MergeField, MergeChoice>>>;

/** What each field is on a card, as one text to compare and to show; null where it is empty. */
const TEXT_OF: Readonly<Record<MergeField, (card: Card) => string | null>> = {
  name: ({ displayName }) => displayName,
  phone: ({ phoneE164 }) => phoneE164,
  email: ({ email }) => email,
  birthday: ({ birthday }) => birthday,
  cardNumber: ({ cardNumber }) => cardNumber,
  customerSince: ({ customerSince }) => customerSince,
  source: ({ source }) => source,
  locale: ({ locale }) => locale,
  note: ({ note }) => note,
};

/** What is chosen where nobody chose: what there is, the kept card's first; the longer relationship; both notes. */
function usualChoice(field: MergeField, kept: string | null, merged: string | null): MergeChoice {
  if (kept === null) return merged === null ? 'kept' : 'merged';
  if (merged === null || kept === merged) return 'kept';
  if (field === 'note') return 'both';
  // "Anna Nowak" says more than "A. Nowak".
  if (field === 'name') return hasInitial(kept) && !hasInitial(merged) ? 'merged' : 'kept';
  return field === 'customerSince' && merged < kept ? 'merged' : 'kept';
}

const hasInitial = (name: string): boolean => foldedWords(name).some((word) => word.length === 1);

const choiceOf = (field: MergeField, kept: Card, merged: Card, choices: Choices): MergeChoice =>
  choices[field] ?? usualChoice(field, TEXT_OF[field](kept), TEXT_OF[field](merged));

/** The kept card as it will be. What is not chosen of telephones and addresses stays as a further contact. */
function mergedCard(
  kept: Card,
  merged: Card,
  choices: Choices,
  keptId: number,
  mergedId: number,
  nowMs: number,
): Card {
  const from = (field: MergeField): Card =>
    choiceOf(field, kept, merged, choices) === 'merged' ? merged : kept;
  const isBoth = (field: MergeField) => choiceOf(field, kept, merged, choices) === 'both';
  const name = from('name');
  const [phoneE164, email] = [from('phone').phoneE164, from('email').email];
  const further = (
    kind: 'phone' | 'email',
    value: string | null,
    normalised: string | null,
  ): CardContact[] => (value === null ? [] : [{ kind, value, normalised, label: null, createdAtMs: nowMs }]);
  const notChosen = [
    ...[kept.phoneE164, merged.phoneE164]
      .filter((phone) => phone !== phoneE164)
      .flatMap((phone) => further('phone', phone, phone)),
    ...[kept.email, merged.email]
      .filter((address) => address?.toLowerCase() !== email?.toLowerCase())
      .flatMap((address) => further('email', address, address?.toLowerCase() ?? null)),
  ];
  const keyOf = ({ kind, value, normalised }: CardContact) => `${kind} ${normalised ?? value}`;
  const own = new Set([`phone ${phoneE164}`, `email ${email?.toLowerCase()}`]);
  const contacts = [...kept.contacts, ...merged.contacts, ...notChosen].filter((contact) => {
    const key = keyOf(contact);
    const isNew = !own.has(key);
    own.add(key);
    // What an import or a person wrote twice on one card stays as it was there.
    return isNew || kept.contacts.includes(contact);
  });
  const keptOwn = new Set(kept.ownValues.map(({ ownFieldId }) => ownFieldId));
  const texts = new Set(kept.preferences.map(({ kind, text }) => `${kind} ${text}`));
  const recommender = (card: Card, other: number) =>
    card.recommendedByCustomerId === other ? null : card.recommendedByCustomerId;
  return {
    ...kept,
    displayName: name.displayName,
    firstName: name.firstName,
    lastName: name.lastName,
    externalId: kept.externalId ?? merged.externalId,
    phoneE164,
    email,
    birthday: from('birthday').birthday,
    cardNumber: from('cardNumber').cardNumber,
    customerSince: from('customerSince').customerSince,
    source: from('source').source,
    locale: from('locale').locale,
    note: isBoth('note') ? `${kept.note}\n${merged.note}` : from('note').note,
    recommendedByCustomerId: recommender(kept, mergedId) ?? recommender(merged, keptId),
    // Two cards in the trash make one in the trash.
    archivedAtMs: merged.archivedAtMs === null ? null : kept.archivedAtMs,
    contacts: contacts.sort((a, b) => (a.id ?? Number.MAX_SAFE_INTEGER) - (b.id ?? Number.MAX_SAFE_INTEGER)),
    tagIds: [...new Set([...kept.tagIds, ...merged.tagIds])].sort((a, b) => a - b),
    preferences: [
      ...kept.preferences,
      ...merged.preferences.filter(({ kind, text }) => !texts.has(`${kind} ${text}`)),
    ].sort((a, b) => (a.id ?? 0) - (b.id ?? 0)),
    ownValues: [
      ...kept.ownValues,
      ...merged.ownValues.filter(({ ownFieldId }) => !keptOwn.has(ownFieldId)),
    ].sort((a, b) => a.ownFieldId - b.ownFieldId),
  };
}

/** @throws RevinoError `customer.notFound`, `merge.notPossible` */
export const previewMerge = (
  db: Database,
  { keptId, mergedId }: Input<'customer.mergePreview'>,
  phones: Pick<PhoneBook, 'shown'>,
): Output<'customer.mergePreview'> =>
  inReadTransaction(db, () => {
    requireMergeable(db, keptId, mergedId);
    const [kept, merged] = [readCard(db, keptId), readCard(db, mergedId)];
    const side = (customerId: number, card: Card) => ({
      customerId,
      name: card.displayName,
      isInTrash: card.archivedAtMs !== null,
      ...counts(readMergeCounts(db, customerId)),
    });
    const shown = (field: MergeField, card: Card) => {
      const text = TEXT_OF[field](card);
      return field === 'phone' && text !== null ? phones.shown(text) : text;
    };
    return {
      kept: side(keptId, kept),
      merged: side(mergedId, merged),
      fields: MERGE_FIELDS.map((field) => ({
        field,
        kept: shown(field, kept),
        merged: shown(field, merged),
        choice: usualChoice(field, TEXT_OF[field](kept), TEXT_OF[field](merged)),
      })),
      joined: joinedOf(db, kept, merged, phones),
      ...readSameDays(db, keptId, mergedId),
    };
  });

/** What both cards hold beside their fields, each once. */
const joinedOf = (db: Database, kept: Card, merged: Card, phones: Pick<PhoneBook, 'shown'>) => {
  const tagNames = new Map(listTags(db).map(({ tagId, name }) => [tagId, name]));
  const contact = ({ kind, value, normalised }: CardContact) =>
    kind === 'phone' && normalised !== null ? phones.shown(normalised) : value;
  const each = (texts: readonly string[]) => [...new Set(texts)];
  return {
    contacts: each([...kept.contacts, ...merged.contacts].map(contact)),
    tags: each([...kept.tagIds, ...merged.tagIds].flatMap((id) => tagNames.get(id) ?? [])),
    preferences: each([...kept.preferences, ...merged.preferences].map(({ text }) => text)),
  };
};

const counts = ({ visits, opinions, others, firstVisitOn, lastVisitOn }: MergeCounts) => ({
  visits,
  opinions,
  others,
  firstVisitOn,
  lastVisitOn,
});

/**
 * One transaction; the same uid again answers the merge that was made.
 * @throws RevinoError `customer.notFound`, `merge.notPossible`
 */
export const mergeCustomers = (
  db: Database,
  { uid, keptId, mergedId, choices }: Input<'customer.merge'>,
  nowMs: number,
): Output<'customer.merge'> =>
  inTransaction(db, () => {
    const uidBytes = uidOfText(uid);
    const made = findMergeByUid(db, uidBytes);
    if (made !== null) return { customerId: made.keptId, changeId: made.changeId };
    requireMergeable(db, keptId, mergedId);
    const after = mergedCard(readCard(db, keptId), readCard(db, mergedId), choices, keptId, mergedId, nowMs);
    const { mergeId, state, fields } = mergeCardsTx(
      db,
      { keptId, mergedId, uid: uidBytes, atMs: nowMs },
      after,
    );
    const log = { atMs: nowMs, action: 'merge' } as const;
    const changeId = logChangeTx(db, {
      ...log,
      subject: 'customer_merge',
      recordId: mergeId,
      fields: [],
      before: state,
    });
    // Seen in the history of the card, and earlier changes of what the merge wrote are not put back over it.
    logChangeTx(db, { ...log, subject: 'customer', recordId: keptId, fields });
    logChangeTx(db, { ...log, subject: 'customer', recordId: mergedId, fields: [] });
    return { customerId: keptId, changeId };
  });

/**
 * Somebody looked, and they are two people: the pair is not shown again. Nothing to take back where that was said before.
 * @throws RevinoError `customer.notFound`, `merge.notPossible` of a card with itself
 */
export const keepApart = (
  db: Database,
  { customerId, otherCustomerId }: Input<'customer.keepApart'>,
  nowMs: number,
): Output<'customer.keepApart'> =>
  inTransaction(db, () => {
    const pair = [customerId, otherCustomerId].map((id) => readCustomer(db, id).id);
    const [smallerId, otherId] = [Math.min(...pair), Math.max(...pair)];
    if (smallerId === otherId) throw new RevinoError('merge.notPossible');
    if (!insertNotDuplicateTx(db, smallerId, otherId, nowMs)) return { changeId: null };
    const changeId = logChangeTx(db, {
      atMs: nowMs,
      action: 'create',
      subject: 'not_duplicate',
      recordId: smallerId,
      // A card may be kept apart from several, each taken back by itself.
      fields: [`otherCustomerId ${otherId}`],
      before: { smallerId, otherId },
    });
    return { changeId };
  });
