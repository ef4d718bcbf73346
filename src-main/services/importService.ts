/** Imports that were, and readings of files that the owner kept under a name. */
import type { Database } from '../../db/openDatabase.ts';
import { listImportBatches } from '../../db/repositories/imported.ts';
import {
  deleteImportPresetTx,
  findImportPreset,
  listImportPresets,
  renameImportPresetTx,
  saveImportPresetTx,
} from '../../db/repositories/importPreset.ts';
import { inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  type ImportBatchSummary,
  type ImportPresetSummary,
  type Mapping,
  mappingSchema,
} from '../../src-shared/contract/importContract.ts';
import type { ImportKind } from '../../src-shared/contract/importFields.ts';
import { fold } from '../../src-shared/domain/fold.ts';

const SHOWN_BATCHES = 200;

/** Newest first. */
export const importBatches = (db: Database): ImportBatchSummary[] =>
  listImportBatches(db, SHOWN_BATCHES).map((batch) => ({
    batchId: batch.id,
    fileName: batch.fileName,
    kind: batch.kind,
    atMs: batch.startedAtMs,
    created: batch.createdCount,
    updated: batch.updatedCount,
    unchanged: batch.unchangedCount,
    rejected: batch.rejectedCount,
    undoneAtMs: batch.undoneAtMs,
  }));

export const importPresets = (db: Database): ImportPresetSummary[] =>
  listImportPresets(db).map(({ id, name, kind, createdAtMs, lastUsedAtMs }) => ({
    presetId: id,
    name,
    kind,
    createdAtMs,
    lastUsedAtMs,
  }));

/** Capitals, accents and signs do not make another header. */
const headerKey = (columnNames: readonly string[]): string[] => columnNames.map(fold);

export interface PresetToSave {
  readonly name: string;
  readonly mapping: Mapping;
  readonly columnNames: readonly string[];
}

/** @returns the id */
export const saveImportPreset = (db: Database, preset: PresetToSave, nowMs: number): number =>
  inTransaction(db, () =>
    saveImportPresetTx(
      db,
      {
        name: preset.name,
        kind: preset.mapping.kind,
        header: headerKey(preset.columnNames),
        mapping: preset.mapping,
      },
      nowMs,
    ),
  );

/** @throws RevinoError `import.unknownPreset` */
export const renameImportPreset = (db: Database, presetId: number, name: string): void => {
  if (!inTransaction(db, () => renameImportPresetTx(db, presetId, name))) {
    throw new RevinoError('import.unknownPreset');
  }
};

/** Deleting what is gone does no harm. */
export const deleteImportPreset = (db: Database, presetId: number): void => {
  inTransaction(db, () => deleteImportPresetTx(db, presetId));
};

export interface SavedReading {
  readonly presetId: number;
  readonly name: string;
  readonly mapping: Mapping;
}

/** The owner's own reading of files with these columns, or null. A preset of a later version that says more is passed over. */
export const savedReadingOf = (
  db: Database,
  columnNames: readonly string[],
  kind: ImportKind | undefined,
): SavedReading | null => {
  const preset = findImportPreset(db, headerKey(columnNames), kind);
  if (preset === null) return null;
  const mapping = mappingSchema.safeParse(JSON.parse(preset.mapping));
  return mapping.success ? { presetId: preset.id, name: preset.name, mapping: mapping.data } : null;
};
