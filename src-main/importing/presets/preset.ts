/**
 * A shipped preset: how the export of one program is to be understood. Data only, written by what the makers publish about
 * their exports. Names are compared without regard to capitals, accents and signs, so one name stands for its spellings;
 * where a program exports in the owner's language, each language's name is given.
 */
import type { ImportField, ImportKind } from '../../../src-shared/contract/importFields.ts';
import type { DecimalMark } from '../../../src-shared/domain/money.ts';

/** Names of one column, by language and version. */
export type Names = readonly string[];

export interface ShippedPreset {
  /** Also what the words call it by. */
  readonly key: string;
  readonly kind: ImportKind;
  /** All of these columns must be there: what tells this export from all others, and what the import cannot do without. */
  readonly signature: readonly Names[];
  /** Columns that make the file another one, although it has the signature. */
  readonly without?: readonly Names[];
  readonly columns: Readonly<Partial<Record<ImportField, Names>>>;
  /** Fields that stand in several columns; the name is the one shown in the preview. */
  readonly joined?: readonly {
    readonly field: ImportField;
    readonly name: string;
    readonly of: readonly Names[];
  }[];
  /** Empty cells of these columns mean what the row above says, within one receipt. */
  readonly filledDown?: readonly Names[];
  readonly rowRules?: readonly {
    readonly column: Names;
    readonly values: readonly string[];
    readonly as: 'leaveOut' | 'refund';
  }[];
  /** Only where the program writes dates in one way whatever its language; else the dates of the file tell. */
  readonly dateFormat?: string;
  readonly decimal?: DecimalMark;
  readonly onMissingCustomer?: 'walk-in' | 'reject';
}
