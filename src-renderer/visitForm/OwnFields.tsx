/** The shop's own fields of a visit, each as its kind is filled in. */
import { Select } from '@mantine/core';
import type { Received } from '../api/procedures.ts';
import { TextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './visitForm.module.css';

export interface OwnFieldsProps {
  fields: Received<'visit.formParts'>['ownFields'];
  values: Readonly<Record<number, string>>;
  faultOf: number | null;
  onChange(values: Record<number, string>): void;
}

export function OwnFields({ fields, values, faultOf, onChange }: OwnFieldsProps) {
  const words = useWords();
  if (fields.length === 0) return null;
  const set = (fieldId: number, value: string) => onChange({ ...values, [fieldId]: value });
  return (
    <div className={styles.pair}>
      {fields.map(({ fieldId, kind, name, choices }) => {
        const value = values[fieldId] ?? '';
        if (kind === 'choice' || kind === 'yesNo') {
          const named = choices.map((choice) => ({ value: choice, label: choice }));
          // What was chosen before it went off the list stays to be seen.
          const kept = value !== '' && !choices.includes(value) ? [{ value, label: value }] : [];
          return (
            <Select
              key={fieldId}
              label={name}
              clearable
              allowDeselect
              openOnFocus={false}
              comboboxProps={{ shadow: 'none' }}
              data={
                kind === 'choice'
                  ? [...named, ...kept]
                  : [
                      { value: 'yes', label: words.t('common.yes') },
                      { value: 'no', label: words.t('common.no') },
                    ]
              }
              value={value === '' ? null : value}
              onChange={(chosen) => set(fieldId, chosen ?? '')}
            />
          );
        }
        return (
          <TextField
            key={fieldId}
            label={name}
            value={value}
            maxLength={4000}
            inputMode={kind === 'number' ? 'decimal' : 'text'}
            error={
              faultOf === fieldId
                ? words.t(kind === 'date' ? 'visits.day.wrong' : 'visits.numberWrong')
                : null
            }
            onChange={(event) => set(fieldId, event.currentTarget.value)}
          />
        );
      })}
    </div>
  );
}
