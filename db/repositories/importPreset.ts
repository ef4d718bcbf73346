/** Mappings that the owner kept under a name, found again by the header of a file. */
import type { ImportKind } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export interface ImportPreset {
  readonly id: number;
  readonly name: string;
  readonly kind: ImportKind;
  readonly createdAtMs: number;
  readonly lastUsedAtMs: number | null;
  /** JSON. */
  readonly mapping: string;
}

const SELECT = `SELECT id, name, kind, created_at_ms AS createdAtMs, last_used_at_ms AS lastUsedAtMs, mapping
  FROM import_preset`;

/** By name. */
export function listImportPresets(db: Database): ImportPreset[] {
  return prepared(db, `${SELECT} ORDER BY name, id`).all() as ImportPreset[];
}

export interface NewImportPreset {
  readonly name: string;
  readonly kind: ImportKind;
  /** Folded column names, in the order of the file. */
  readonly header: readonly string[];
  readonly mapping: unknown;
}

/** A preset of the same name is replaced. @returns the id */
export function saveImportPresetTx(db: Database, preset: NewImportPreset, nowMs: number): number {
  requireTransaction(db);
  const { name, kind } = preset;
  const header = JSON.stringify(preset.header);
  const mapping = JSON.stringify(preset.mapping);
  const known = prepared(db, 'SELECT id FROM import_preset WHERE name = ?').get(name) as
    | { id: number }
    | undefined;
  if (known !== undefined) {
    prepared(
      db,
      'UPDATE import_preset SET kind = ?, header = ?, mapping = ?, last_used_at_ms = ? WHERE id = ?',
    ).run(kind, header, mapping, nowMs, known.id);
    return known.id;
  }
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO import_preset (uid, name, kind, header, mapping, created_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(newUid(nowMs), name, kind, header, mapping, nowMs);
  return Number(lastInsertRowid);
}

/** The one used or made last, for a file with exactly these columns. */
export function findImportPreset(
  db: Database,
  header: readonly string[],
  kind: ImportKind | undefined,
): ImportPreset | null {
  const row = prepared(
    db,
    `${SELECT} WHERE header = ? AND (? IS NULL OR kind = ?) ORDER BY coalesce(last_used_at_ms, created_at_ms) DESC, id DESC LIMIT 1`,
  ).get(JSON.stringify(header), kind ?? null, kind ?? null);
  return (row as ImportPreset | undefined) ?? null;
}

/** @returns false when there is none such */
export function renameImportPresetTx(db: Database, id: number, name: string): boolean {
  requireTransaction(db);
  return prepared(db, 'UPDATE import_preset SET name = ? WHERE id = ?').run(name, id).changes === 1;
}

/** @returns false when there was none such */
export function deleteImportPresetTx(db: Database, id: number): boolean {
  requireTransaction(db);
  return prepared(db, 'DELETE FROM import_preset WHERE id = ?').run(id).changes === 1;
}
