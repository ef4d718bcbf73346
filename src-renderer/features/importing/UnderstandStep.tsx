/** "As it will be understood": which column means what, on the left; the first rows by that, on the right. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useAnswer } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { ColumnChoices } from './ColumnChoices.tsx';
import { DateOrderQuestion } from './DateOrderQuestion.tsx';
import { DecimalQuestion } from './DecimalQuestion.tsx';
import { FileSettings } from './FileSettings.tsx';
import styles from './importing.module.css';
import { type OpenImport, useImportSession } from './importSession.tsx';
import { KindChoice } from './KindChoice.tsx';
import { KnownChoice } from './KnownChoice.tsx';
import { missingField } from './mappingEdit.ts';
import { PreviewTable } from './PreviewTable.tsx';

export function UnderstandStep({ open }: { open: OpenImport }) {
  const words = useWords();
  const { change, check, pick, reopen, error } = useImportSession();
  const { file, mapping, isOrderOpen, isDecimalOpen } = open;
  const missing = missingField(mapping);
  const preview = useAnswer(
    'import.preview',
    { fileToken: file.fileToken, mapping },
    { enabled: missing === null, keepsPrevious: true },
  );
  // Another kind or sheet of the same file has other columns.
  const [columnNames, setColumnNames] = useState<readonly string[]>(file.columnNames);
  const seen = preview.data?.columnNames;
  if (seen !== undefined && !preview.isError && seen.join('\n') !== columnNames.join('\n'))
    setColumnNames(seen);
  const isReady = missing === null && !isOrderOpen && !isDecimalOpen && preview.isSuccess;

  useShortcut('Enter', isReady, check);

  return (
    <div className={styles.understand}>
      <div className={styles.head}>
        <PageTitle isStep>{words.t('import.understand.title')}</PageTitle>
        <p className={styles.fileLine}>
          <span className={styles.fileName}>{file.fileName}</span>
          {file.savedPreset ? (
            <Sentence text={words.t('import.preset.own', { name: file.savedPreset.name })} size="note" />
          ) : file.preset !== null ? (
            <Sentence text={words.t('import.preset.shipped')} size="note" />
          ) : null}
          <Command keys="Mod+O" isQuiet onClick={pick}>
            {words.t('import.another')}
          </Command>
        </p>
      </div>
      {isOrderOpen ? (
        <DateOrderQuestion
          mapping={mapping}
          columnNames={columnNames}
          rows={preview.data?.rows ?? []}
          onAnswer={(answered) => change(answered, 'order')}
        />
      ) : null}
      {isDecimalOpen ? (
        <DecimalQuestion
          mapping={mapping}
          columnNames={columnNames}
          rows={preview.data?.rows ?? []}
          onAnswer={(decimal) => change({ ...mapping, decimal }, 'decimal')}
        />
      ) : null}
      <div className={styles.twoColumns}>
        <div className={styles.choices}>
          <KindChoice kind={mapping.kind} onChange={(kind) => reopen(kind, mapping.sheet ?? null)} />
          {file.sheets.length > 1 ? (
            <Select
              label={words.t('import.sheet')}
              data={file.sheets}
              value={mapping.sheet ?? file.sheets[0] ?? null}
              onChange={(sheet) => sheet !== null && reopen(mapping.kind, sheet)}
            />
          ) : null}
          <ColumnChoices
            mapping={mapping}
            columnNames={columnNames}
            firstRow={preview.data?.rows[0]?.cells ?? []}
            onChange={change}
          />
          <KnownChoice mapping={mapping} onChange={change} />
          <FileSettings file={file} mapping={mapping} columnNames={columnNames} onChange={change} />
        </div>
        <div className={styles.seen}>
          {missing !== null ? (
            <p className={styles.missing}>{words.t(`import.missing.${missing}`)}</p>
          ) : preview.error ? (
            <ErrorNote error={preview.error} />
          ) : (
            <PreviewTable mapping={mapping} columnNames={columnNames} rows={preview.data?.rows ?? []} />
          )}
        </div>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.toNext}>
        <Action keys="Mod+Enter" disabled={!isReady} onClick={check}>
          {words.t('import.check')}
        </Action>
        <p className={styles.note}>
          {isOrderOpen
            ? words.t('import.check.answerFirst')
            : isDecimalOpen
              ? words.t('import.check.answerNumber')
              : words.t('import.check.text')}
        </p>
      </div>
    </div>
  );
}
