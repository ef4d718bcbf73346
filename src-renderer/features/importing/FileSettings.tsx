/** How the file is written: said in one line; its settings open on demand, for the file that was read wrongly. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Mapping, OpenedFile } from '../../../src-shared/contract/importContract.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Command } from '../../ui/Command.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { parseWidths, withLayout, withMapping, withPositions } from './mappingEdit.ts';

export interface FileSettingsProps {
  file: OpenedFile;
  mapping: Mapping;
  columnNames: readonly string[];
  onChange(mapping: Mapping): void;
}

/** Encodings that tills and office programs in our languages write. */
const ENCODINGS = [
  'utf-8',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-16',
  'cp852',
  'windows-1252',
  'utf-16le',
  'utf-16be',
];

export function FileSettings({ file, mapping, columnNames, onChange }: FileSettingsProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [widths, setWidths] = useState((mapping.widths ?? []).join(', '));
  const separatorNames: Readonly<Record<string, string>> = {
    ';': words.t('import.separator.semicolon'),
    ',': words.t('import.separator.comma'),
    '\t': words.t('import.separator.tab'),
    '|': words.t('import.separator.bar'),
  };
  const separatorName = separatorNames[mapping.separator ?? ';'] ?? mapping.separator ?? '';
  const layoutText = {
    delimited: words.t('import.written.delimited', { separator: separatorName }),
    whitespace: words.t('import.written.whitespace'),
    'fixed-width': words.t('import.written.fixedWidth'),
    workbook: words.t('import.written.workbook'),
    vcard: words.t('import.written.vcard'),
  }[mapping.layout];
  const encoding = mapping.encoding === 'auto' ? file.encoding : mapping.encoding;
  const isText = mapping.layout !== 'workbook' && mapping.layout !== 'vcard';
  const widthsTyped = parseWidths(widths);
  return (
    <div className={styles.written}>
      <h2 className={styles.partTitle}>{words.t('import.written')}</h2>
      <p className={styles.note}>
        {layoutText} {mapping.header ? words.t('import.written.header') : words.t('import.written.noHeader')}{' '}
        {mapping.layout === 'workbook'
          ? null
          : words.t('import.written.encoding', { encoding: encoding.toUpperCase() })}
      </p>
      <Command aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.t('import.written.hide') : words.t('import.written.change')}
      </Command>
      {isOpen ? (
        <div className={styles.settings}>
          {isText ? (
            <Choices<Mapping['layout']>
              legend={words.t('import.layout')}
              layout="list"
              choices={[
                { value: 'delimited', label: words.t('import.layout.delimited') },
                { value: 'whitespace', label: words.t('import.layout.whitespace') },
                { value: 'fixed-width', label: words.t('import.layout.fixedWidth') },
              ]}
              value={mapping.layout}
              onChange={(layout) => onChange(withLayout(mapping, layout, columnNames))}
            />
          ) : null}
          {mapping.layout === 'delimited' ? (
            <Select
              label={words.t('import.separator')}
              data={Object.entries(separatorNames).map(([value, label]) => ({ value, label }))}
              value={mapping.separator ?? ';'}
              onChange={(separator) =>
                separator !== null &&
                onChange(withMapping(withPositions(mapping, columnNames), { separator }))
              }
            />
          ) : null}
          {mapping.layout === 'fixed-width' ? (
            <TextField
              label={words.t('import.widths')}
              value={widths}
              error={widthsTyped === null ? words.t('import.widths.wrong') : null}
              onChange={(event) => {
                setWidths(event.currentTarget.value);
                const typed = parseWidths(event.currentTarget.value);
                if (typed) onChange(withMapping(withPositions(mapping, columnNames), { widths: typed }));
              }}
            />
          ) : null}
          <Choices
            legend={words.t('import.header')}
            choices={[
              { value: 'yes', label: words.t('common.yes') },
              { value: 'no', label: words.t('common.no') },
            ]}
            value={mapping.header ? 'yes' : 'no'}
            onChange={(value) =>
              onChange(withMapping(withPositions(mapping, columnNames), { header: value === 'yes' }))
            }
          />
          <Choices<Mapping['decimal']>
            legend={words.t('import.decimal')}
            choices={[
              { value: ',', label: words.t('import.decimal.comma') },
              { value: '.', label: words.t('import.decimal.dot') },
            ]}
            value={mapping.decimal}
            onChange={(decimal) => onChange(withMapping(mapping, { decimal }))}
          />
          <Select
            label={words.t('import.encoding')}
            data={[
              {
                value: 'auto',
                label: words.t('import.encoding.auto', { encoding: file.encoding.toUpperCase() }),
              },
              ...ENCODINGS.map((value) => ({ value, label: value.toUpperCase() })),
            ]}
            value={mapping.encoding}
            onChange={(value) => value !== null && onChange(withMapping(mapping, { encoding: value }))}
          />
          {mapping.kind === 'customers' || mapping.kind === 'offerings' ? null : (
            <Choices<Mapping['onMissingCustomer']>
              legend={words.t('import.noCustomer')}
              layout="list"
              choices={[
                { value: 'walk-in', label: words.t('import.noCustomer.walkIn') },
                { value: 'reject', label: words.t('import.noCustomer.reject') },
              ]}
              value={mapping.onMissingCustomer}
              onChange={(onMissingCustomer) => onChange(withMapping(mapping, { onMissingCustomer }))}
            />
          )}
        </div>
      ) : null}
    </div>
  );
}
