/** Fields that the shop added to its cards and visits: what they are. Values belong to card and visit. */
import { asc, eq } from 'drizzle-orm';
import type { OwnFieldKind, OwnFieldSubject } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { ownFieldTable } from '../schema/customerDetail.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type OwnFieldRow = typeof ownFieldTable.$inferSelect;

/** In the order the shop gave them. */
export function listOwnFields(db: Database): OwnFieldRow[] {
  return db.orm
    .select()
    .from(ownFieldTable)
    .orderBy(asc(ownFieldTable.subject), asc(ownFieldTable.position), asc(ownFieldTable.id))
    .all();
}

export function findOwnField(db: Database, subject: OwnFieldSubject, name: string): OwnFieldRow | null {
  const folded = fold(name);
  return listOwnFields(db).find((field) => field.subject === subject && field.foldedName === folded) ?? null;
}

/** Last in its list. @returns the id */
export function insertOwnFieldTx(
  db: Database,
  field: {
    readonly subject: OwnFieldSubject;
    readonly kind: OwnFieldKind;
    readonly name: string;
    readonly choices: readonly string[];
  },
  nowMs: number,
): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO own_field (uid, subject, kind, name, folded_name, choices, position, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM own_field WHERE subject = ?), ?)`,
  ).run(
    newUid(nowMs),
    field.subject,
    field.kind,
    field.name,
    fold(field.name),
    field.kind === 'choice' ? JSON.stringify(field.choices) : null,
    field.subject,
    nowMs,
  );
  return Number(lastInsertRowid);
}

export function updateOwnFieldTx(
  db: Database,
  id: number,
  change: { readonly name?: string; readonly choices?: readonly string[]; readonly position?: number },
): void {
  requireTransaction(db);
  const { name, choices, position } = change;
  db.orm
    .update(ownFieldTable)
    .set({
      ...(name === undefined ? {} : { name, foldedName: fold(name) }),
      ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
      ...(position === undefined ? {} : { position }),
    })
    .where(eq(ownFieldTable.id, id))
    .run();
}
