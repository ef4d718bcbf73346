/** The shop's logo, as it is printed on its papers. */
import { eq } from 'drizzle-orm';
import type { Database } from '../openDatabase.ts';
import { shopPictureTable } from '../schema/shop.ts';
import { requireTransaction } from '../transaction.ts';

export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

const LOGO = 'logo';

export function findLogo(db: Database): Picture | null {
  const row = db.orm.select().from(shopPictureTable).where(eq(shopPictureTable.name, LOGO)).get();
  // The table's CHECK knows no other type.
  return row ? { mediaType: row.mediaType as Picture['mediaType'], bytes: row.bytes } : null;
}

/** Null removes it. */
export function writeLogoTx(db: Database, logo: Picture | null): void {
  requireTransaction(db);
  if (logo === null) {
    db.orm.delete(shopPictureTable).where(eq(shopPictureTable.name, LOGO)).run();
    return;
  }
  const values = { mediaType: logo.mediaType, bytes: Buffer.from(logo.bytes) };
  db.orm
    .insert(shopPictureTable)
    .values({ name: LOGO, ...values })
    .onConflictDoUpdate({ target: shopPictureTable.name, set: values })
    .run();
}
