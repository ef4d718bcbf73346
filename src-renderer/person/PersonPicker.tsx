/** Chooses another customer by typing a name or a number, as at the front desk. */
import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '../../src-shared/contract/customerContract.ts';
import { useAnswer } from '../api/procedures.ts';
import { useWords } from '../ui/wordsContext.tsx';

export interface PersonPickerProps {
  id?: string;
  ariaLabel?: string;
  placeholder: string;
  value: Person | null;
  /** Nobody chooses themselves. */
  exceptId: number | null;
  /** How the field looks where it stands. */
  look?: Pick<SelectProps, 'variant' | 'classNames' | 'label' | 'description' | 'error'>;
  /** It appeared because somebody wants to type into it. */
  isFirstFocused?: boolean;
  onChange(person: Person | null): void;
}

export function PersonPicker({
  id,
  ariaLabel,
  placeholder,
  value,
  exceptId,
  look = {},
  isFirstFocused = false,
  onChange,
}: PersonPickerProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const isAsking = typed.trim() !== '' && typed !== value?.name;
  const found = useAnswer(
    'customer.search',
    { text: typed.slice(0, 200), limit: 8 },
    { enabled: isAsking, keepsPrevious: true },
  );
  const people = (isAsking ? (found.data?.customers ?? []) : []).filter(
    ({ customerId }) => customerId !== exceptId,
  );
  const known = new Map(people.map((one) => [String(one.customerId), one]));
  const options = people.map(({ customerId, name, phone, externalId }) => ({
    value: String(customerId),
    label: [name, phone ?? externalId].filter(Boolean).join(' · '),
  }));
  const own = value === null ? null : { value: String(value.customerId), label: value.name };
  const data = own && !known.has(own.value) ? [...options, own] : options;
  const isAnswered = isAsking && found.isSuccess && !found.isPlaceholderData;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...look}
      comboboxProps={{ shadow: 'none' }}
      data-autofocus={look.label === undefined ? undefined : true}
      autoFocus={isFirstFocused}
      searchable
      clearable={value !== null}
      clearButtonProps={{ 'aria-label': words.t('customers.nobodyChosen') }}
      allowDeselect
      // Turned on by the answer, so that it is the best of the answer that Enter takes.
      selectFirstOptionOnChange={isAnswered}
      rightSectionWidth={value === null ? 0 : 28}
      rightSection={value === null ? <span /> : undefined}
      placeholder={placeholder}
      data={data}
      filter={({ options: all }) => all}
      nothingFoundMessage={isAsking ? words.t('common.nothingFound') : undefined}
      value={own?.value ?? null}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        const person = chosen === null ? undefined : known.get(chosen);
        onChange(person ? { customerId: person.customerId, name: person.name } : null);
      }}
    />
  );
}
