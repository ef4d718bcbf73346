/** What was done or sold: typed freely, with what the catalogue has of it. A name nobody knows is a new offering. */
import { Autocomplete, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { foldedWords } from '../../src-shared/domain/fold.ts';
import type { Received } from '../api/procedures.ts';
import { useFormat } from '../ui/wordsContext.tsx';
import styles from './visitForm.module.css';

export type OfferingChoice = Received<'visit.formParts'>['offerings'][number];

export interface OfferingFieldProps {
  label: string;
  description?: string;
  value: string;
  offerings: readonly OfferingChoice[];
  currency: string;
  onChange(name: string): void;
}

const MOST_SHOWN = 8;

/** Every typed word begins a word of the name, in any spelling; names that begin with it come first. */
const fitting: OptionsFilter = ({ options, search, limit }) => {
  const typed = foldedWords(search);
  const found: ComboboxItem[] = [];
  for (const option of options as ComboboxItem[]) {
    const words = foldedWords(option.label);
    if (typed.every((part) => words.some((word) => word.startsWith(part)))) found.push(option);
  }
  const begins = (option: ComboboxItem) => (foldedWords(option.label)[0]?.startsWith(typed[0] ?? '') ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, limit);
};

export function OfferingField({
  label,
  description,
  value,
  offerings,
  currency,
  onChange,
}: OfferingFieldProps) {
  const format = useFormat();
  const byName = new Map(offerings.map((offering) => [offering.name, offering]));
  return (
    <Autocomplete
      label={label}
      {...(description === undefined ? {} : { description })}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={value}
      maxLength={200}
      data={offerings.map(({ name }) => name)}
      filter={fitting}
      limit={MOST_SHOWN}
      openOnFocus={false}
      comboboxProps={{ shadow: 'none' }}
      onChange={onChange}
      renderOption={({ option }) => {
        const offering = byName.get(option.value);
        return (
          <span className={styles.suggested}>
            <span>
              {option.value} <span className={styles.quiet}>{offering?.category ?? ''}</span>
            </span>
            {offering?.priceMinor == null ? null : (
              <span className={styles.quiet}>{format.money(offering.priceMinor, currency)}</span>
            )}
          </span>
        );
      }}
    />
  );
}
