/** For each thing Revino wants to know: which column of the file says it. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Mapping } from '../../../src-shared/contract/importContract.ts';
import type { ImportField } from '../../../src-shared/contract/importFields.ts';
import { Command } from '../../ui/Command.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { fieldName } from './fieldNames.ts';
import styles from './importing.module.css';
import {
  dateExample,
  dateFieldsOf,
  datePatterns,
  MAIN_FIELDS,
  MORE_FIELDS,
  positionOf,
  withColumn,
  withMapping,
} from './mappingEdit.ts';

export interface ColumnChoicesProps {
  mapping: Mapping;
  columnNames: readonly string[];
  /** Cells of the first row, to tell columns without names apart. */
  firstRow: readonly string[];
  onChange(mapping: Mapping): void;
}

/** No column: the empty value of the select. */
const NOT_IN_FILE = '-';

export function ColumnChoices({ mapping, columnNames, firstRow, onChange }: ColumnChoicesProps) {
  const words = useWords();
  const [isAllShown, setIsAllShown] = useState(false);
  const offered = MORE_FIELDS[mapping.kind];
  const used = offered.filter((field) => mapping.columns[field] !== undefined);
  const more = isAllShown ? offered : used;
  const [datedField] = dateFieldsOf(mapping);
  const columns = [
    { value: NOT_IN_FILE, label: words.t('import.notInFile') },
    ...columnNames.map((name, at) => ({
      value: String(at),
      label: mapping.header && name !== String(at + 1) ? name : columnWithoutName(at),
    })),
  ];
  const row = (field: ImportField) => {
    const at = positionOf(mapping, field, columnNames);
    return (
      <div key={field} className={styles.field}>
        <Select
          label={fieldName(words, field)}
          data={columns}
          value={at === null ? NOT_IN_FILE : String(at)}
          onChange={(value) =>
            onChange(
              withColumn(
                mapping,
                field,
                value === null || value === NOT_IN_FILE ? null : Number(value),
                columnNames,
              ),
            )
          }
          classNames={{
            root: styles.select ?? '',
            label: styles.selectLabel ?? '',
            wrapper: styles.selectInput ?? '',
          }}
        />
        {field === datedField && at !== null ? (
          <Select
            label={words.t('import.dateFormat')}
            data={datePatterns(mapping.dateFormat).map((pattern) => ({
              value: pattern,
              label: dateExample(pattern),
            }))}
            value={mapping.dateFormat}
            onChange={(dateFormat) => dateFormat !== null && onChange(withMapping(mapping, { dateFormat }))}
            classNames={{
              root: styles.select ?? '',
              label: styles.selectLabel ?? '',
              wrapper: styles.selectInput ?? '',
            }}
          />
        ) : null}
      </div>
    );
  };
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.partTitle}>{words.t('import.columns')}</legend>
      {MAIN_FIELDS[mapping.kind].map(row)}
      {more.map(row)}
      {isAllShown || used.length === offered.length ? null : (
        <Command onClick={() => setIsAllShown(true)}>{words.t('import.moreFieldsOf')}</Command>
      )}
    </fieldset>
  );

  function columnWithoutName(at: number): string {
    const cell = firstRow[at]?.trim() ?? '';
    return cell === ''
      ? words.t('import.columnNumber', { number: at + 1 })
      : words.t('import.columnExample', { number: at + 1, cell });
  }
}
