/**
 * Who asked to be forgotten, so that a restored backup or an old file does not bring them back: keyed hashes of their
 * identifiers in a file beside the database. Outside of it, because a backup knows nothing of what came later; keyed
 * with a secret inside it, because a telephone number is soon guessed from a plain hash.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { fold, nameKey } from '../src-shared/domain/fold.ts';
import { flush } from './backupDatabase.ts';
import { withRevinoErrors } from './databaseError.ts';
import type { Database } from './openDatabase.ts';
import type { Identifiers } from './repositories/erasure.ts';
import { readSetting, writeSettingTx } from './repositories/setting.ts';
import { requireTransaction } from './transaction.ts';

export const forgottenFile = (databaseFile: string): string => `${databaseFile}.forgotten.json`;

/** Made with the shop, so that every backup holds the same one. */
const MARK_KEY_SETTING = 'privacy.markKey';
/** How many marks this database has acted on: a restored one says fewer. */
const ACTED_ON_SETTING = 'privacy.marksActedOn';

type Kind = 'uid' | 'externalId' | 'cardNumber' | 'phone' | 'email' | 'birth' | 'name';

const MARK_HEX = 32;

/** What a row of a file says of a person. */
export interface PersonSaid {
  readonly externalId: string | null;
  readonly cardNumber: string | null;
  /** E.164. */
  readonly phones: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  readonly name: string | null;
  readonly birthday: string | null;
}

const birthText = (name: string, birthday: string): string => `${nameKey(name)} ${birthday}`;

const markOf = (key: Buffer, kind: Kind, text: string): string =>
  createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex').slice(0, MARK_HEX);

function markKeyOf(db: Database): Buffer | null {
  const hex = readSetting(db, MARK_KEY_SETTING);
  return typeof hex === 'string' && /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
}

/** Makes the secret where there is none yet. */
export function markKeyTx(db: Database): Buffer {
  const known = markKeyOf(db);
  if (known !== null) return known;
  const made = randomBytes(32);
  writeSettingTx(db, MARK_KEY_SETTING, made.toString('hex'));
  return made;
}

/** @throws RevinoError `privacy.listDamaged`: without the list people could come back unseen */
export function readMarks(file: string): ReadonlySet<string> {
  if (!existsSync(file)) return new Set();
  const text = withRevinoErrors(file, () => readFileSync(file, 'utf8'));
  try {
    const { version, marks } = JSON.parse(text) as { version: unknown; marks: unknown };
    if (version === 1 && Array.isArray(marks) && marks.every((mark) => /^[0-9a-f]{32}$/.test(String(mark)))) {
      return new Set(marks as string[]);
    }
  } catch (error) {
    throw new RevinoError('privacy.listDamaged', { file }, { cause: error });
  }
  throw new RevinoError('privacy.listDamaged', { file });
}

/** On disk when it returns, whole or not at all. */
export function writeMarks(file: string, marks: ReadonlySet<string>): void {
  withRevinoErrors(file, () => {
    const partial = `${file}.partial`;
    writeFileSync(partial, `${JSON.stringify({ version: 1, marks: [...marks].sort() })}\n`, { mode: 0o600 });
    flush(partial, 'file');
    renameSync(partial, file);
    flush(dirname(file), 'folder');
  });
}

/** The copy of the list that lies with the backups of a shop: backups and list are enough on a bare machine. */
export const listBesideBackups = (folder: string, shopId: string): string =>
  join(folder, `revino-${shopId}.forgotten.json`);

/** Lists only grow. Nothing is written where nothing is new. @throws RevinoError `privacy.listDamaged` */
export function joinMarks(from: string, into: string): void {
  const known = readMarks(into);
  const all = new Set([...known, ...readMarks(from)]);
  if (all.size > known.size) writeMarks(into, all);
}

/**
 * Puts a person on the list, before their data goes: after a crash in between they are erased at the next start.
 * @returns the list as it is now, for `marksActedOnTx`
 */
export function forgetTx(
  db: Database,
  { uids, externalIds, cardNumbers, phones, emails, births, names }: Identifiers,
): number {
  requireTransaction(db);
  const key = markKeyTx(db);
  const all: (readonly [Kind, string])[] = [
    ...uids.map((text) => ['uid', text] as const),
    ...externalIds.map((text) => ['externalId', text] as const),
    ...cardNumbers.map((text) => ['cardNumber', text] as const),
    ...phones.map((text) => ['phone', text] as const),
    ...emails.map((text) => ['email', fold(text)] as const),
    ...births.map(({ name, birthday }) => ['birth', birthText(name, birthday)] as const),
    ...names.map((text) => ['name', nameKey(text)] as const),
  ];
  const file = forgottenFile(db.file);
  const marks = new Set([...readMarks(file), ...all.map(([kind, text]) => markOf(key, kind, text))]);
  writeMarks(file, marks);
  return marks.size;
}

export function marksActedOnTx(db: Database, count: number): void {
  writeSettingTx(db, ACTED_ON_SETTING, count);
}

/** True where the list says more than this database has acted on: it was restored, or a crash came in between. */
export function areMarksNew(db: Database): boolean {
  const { size } = readMarks(forgottenFile(db.file));
  return size > 0 && readSetting(db, ACTED_ON_SETTING) !== size;
}

/** Who is on the list, asked of a database; null where nobody is, so that an import pays nothing. */
export class ForgottenPeople {
  readonly #key: Buffer;
  readonly #marks: ReadonlySet<string>;

  private constructor(key: Buffer, marks: ReadonlySet<string>) {
    this.#key = key;
    this.#marks = marks;
  }

  /** @throws RevinoError `privacy.listDamaged` */
  static of(db: Database): ForgottenPeople | null {
    const marks = readMarks(forgottenFile(db.file));
    const key = marks.size === 0 ? null : markKeyOf(db);
    return key === null ? null : new ForgottenPeople(key, marks);
  }

  get size(): number {
    return this.#marks.size;
  }

  /** @param uid hexadecimal, lower case */
  hasUid(uid: string): boolean {
    return this.#has('uid', uid);
  }

  /** A name says who somebody is only where nothing else is said. */
  has({ externalId, cardNumber, phones, emails, name, birthday }: PersonSaid): boolean {
    const isNameAll =
      externalId === null && cardNumber === null && phones.length + emails.length === 0 && birthday === null;
    return (
      (externalId !== null && (this.#has('externalId', externalId) || this.#has('cardNumber', externalId))) ||
      (cardNumber !== null && this.#has('cardNumber', cardNumber)) ||
      phones.some((phone) => this.#has('phone', phone)) ||
      emails.some((email) => this.#has('email', fold(email))) ||
      (name !== null && birthday !== null && this.#has('birth', birthText(name, birthday))) ||
      (name !== null && isNameAll && this.#has('name', nameKey(name)))
    );
  }

  #has(kind: Kind, text: string): boolean {
    return this.#marks.has(markOf(this.#key, kind, text));
  }
}
