/** What an import tells about itself beside its counts: whom it recognised by what, who may be there twice, what it left out. */
import {
  type Difference,
  type ImportResult,
  RESULT_SAMPLE,
  type RecognisedBy,
} from '../../src-shared/contract/importContract.ts';
import type { LeftOutCell } from './rowCells.ts';

export type RowOutcome = 'created' | 'updated' | 'unchanged';
export type FieldDifference = Difference['fields'][number];

const LEFT_OUT_TEXT = 200;

export class ImportNotes {
  /** The row being written. */
  line = 0;
  /** Whether the fields of each row are to be kept for a dry run. */
  readonly keepsDifferences: boolean;
  recognisedBy: RecognisedBy | null = null;
  readonly fields: FieldDifference[] = [];
  readonly #recognised: Partial<Record<RecognisedBy, number>> = {};
  readonly #duplicates: ImportResult['possibleDuplicates']['sample'] = [];
  readonly #leftOut: ImportResult['leftOut']['sample'] = [];
  #duplicateCount = 0;
  #leftOutCount = 0;

  constructor(keepsDifferences: boolean) {
    this.keepsDifferences = keepsDifferences;
  }

  beginRow(line: number): void {
    this.line = line;
    this.recognisedBy = null;
    if (this.keepsDifferences) this.fields.length = 0;
  }

  recognised(by: RecognisedBy): void {
    this.recognisedBy = by;
    this.#recognised[by] = (this.#recognised[by] ?? 0) + 1;
  }

  possibleDuplicate(name: string, customerId: number, isMadeHere: boolean): void {
    this.#duplicateCount++;
    if (this.#duplicates.length < RESULT_SAMPLE) {
      this.#duplicates.push({ line: this.line, name, customerId: isMadeHere ? null : customerId });
    }
  }

  leaveOut(cells: readonly LeftOutCell[], line = this.line): void {
    for (const { field, text } of cells) {
      this.#leftOutCount++;
      if (this.#leftOut.length < RESULT_SAMPLE) {
        this.#leftOut.push({ line, field, text: text.slice(0, LEFT_OUT_TEXT) });
      }
    }
  }

  field(difference: FieldDifference): void {
    if (this.keepsDifferences) this.fields.push(difference);
  }

  get result(): Pick<ImportResult, 'recognised' | 'possibleDuplicates' | 'leftOut'> {
    return {
      recognised: this.#recognised,
      possibleDuplicates: { count: this.#duplicateCount, sample: this.#duplicates },
      leftOut: { count: this.#leftOutCount, sample: this.#leftOut },
    };
  }
}
