/** After an import: keep how this file was read, so that the next one of its kind is read by itself. */
import { useState } from 'react';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { useImportSession } from './importSession.tsx';

export function PresetOffer() {
  const words = useWords();
  const { open } = useImportSession();
  const [name, setName] = useState('');
  const save = useCommand('import.savePreset');
  const mapping = open?.mapping;
  // The columns by their names, as the file has them with this mapping.
  const preview = useAnswer(
    'import.preview',
    { fileToken: open?.file.fileToken ?? '', mapping: mapping ?? PLACEHOLDER },
    { enabled: mapping?.header === true },
  );
  // A file without names cannot be recognised again; one that was recognised needs no other name.
  if (!mapping?.header || open?.file.savedPreset || !preview.data) return null;
  if (save.data && save.variables) {
    return <Sentence text={words.t('import.preset.saved', { name: save.variables.name })} />;
  }
  const { columnNames } = preview.data;
  const keep = () => save.mutate({ name: name.trim(), mapping, columnNames });
  return (
    <form
      className={styles.preset}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') keep();
      }}
    >
      <h2 className={styles.partTitle}>{words.t('import.preset.offer')}</h2>
      <p className={styles.note}>{words.t('import.preset.offer.text')}</p>
      <div className={styles.presetName}>
        <TextField
          label={words.t('import.preset.name')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SecondAction isSubmit disabled={name.trim() === ''} loading={save.isPending}>
          {words.t('import.preset.save')}
        </SecondAction>
      </div>
      {save.error ? <ErrorNote error={save.error} /> : null}
    </form>
  );
}

/** Never asked: only so that the question has a shape while there is no file. */
const PLACEHOLDER = {
  kind: 'visits',
  layout: 'delimited',
  header: false,
  dateFormat: 'yyyy-MM-dd',
  columns: {},
} as const;
