/** Writes the rows of a price list. An offering is recognised by its name, without regard to accents and capitals. */
import { recordChangeTx } from '../../db/repositories/importChange.ts';
import { getOrMakeNamedTx, ImportedNames, recordNamedTx } from '../../db/repositories/importedNames.ts';
import {
  type OfferingColumn,
  readCategoryName,
  readOfferingValues,
  setOfferingValueTx,
} from '../../db/repositories/importedOfferings.ts';
import type { ShownValue } from '../../src-shared/contract/importContract.ts';
import type { OfferingField } from '../../src-shared/contract/importFields.ts';
import type { RowOutcome } from './importNotes.ts';
import type { OfferingRow } from './interpretOffering.ts';
import type { RowWriter, WriterParts } from './rowWriter.ts';

const COLUMNS: readonly (readonly [OfferingField, OfferingColumn])[] = [
  ['category', 'category_id'],
  ['price', 'price_minor'],
  ['tax', 'tax_rate_basis_points'],
  ['cost', 'cost_minor'],
  ['plannedInterval', 'planned_interval_days'],
];
const PER_PERCENT = 100;

export class OfferingWriter implements RowWriter<OfferingRow> {
  readonly customersCreated = 0;
  readonly visitsCreated = 0;
  readonly #parts: WriterParts;
  readonly #names: ImportedNames;

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#names = new ImportedNames(parts.db, parts);
  }

  writeTx(row: OfferingRow): RowOutcome {
    const { db, batchId, nowMs, onKnown, notes } = this.#parts;
    notes.leaveOut(row.leftOut);
    const { id, isNew, name } = getOrMakeNamedTx(db, 'offering', row.name, nowMs);
    const known = readOfferingValues(db, id);
    const said: Readonly<Record<OfferingColumn, number | null>> = {
      category_id: row.category === null ? null : this.#names.getTx('category', row.category).id,
      price_minor: row.priceMinor,
      tax_rate_basis_points: row.taxRateBasisPoints,
      cost_minor: row.costMinor,
      planned_interval_days: row.plannedIntervalDays,
    };
    if (isNew) notes.field({ field: 'name', before: null, after: { text: name }, isKept: false });
    let isChanged = false;
    for (const [field, column] of COLUMNS) {
      const [before, after] = [known[column], said[column]];
      if (after === null || after === before) continue;
      const isKept = before !== null && onKnown === 'fill';
      notes.field({
        field,
        before: before === null ? null : this.#shown(column, before),
        after: this.#shown(column, after),
        isKept,
      });
      if (isKept) continue;
      setOfferingValueTx(db, id, column, after);
      if (!isNew) {
        recordChangeTx(db, batchId, { subject: 'offering', recordId: id, field: column, before, after });
      }
      isChanged = true;
    }
    if (isNew) recordNamedTx(db, 'offering', id, batchId);
    return isNew ? 'created' : isChanged ? 'updated' : 'unchanged';
  }

  finishTx(): number {
    return 0;
  }

  #shown(column: OfferingColumn, value: number): ShownValue {
    if (column === 'category_id') return { text: readCategoryName(this.#parts.db, value) };
    if (column === 'tax_rate_basis_points') return { number: value / PER_PERCENT };
    return column === 'planned_interval_days' ? { number: value } : { amountMinor: value };
  }
}
