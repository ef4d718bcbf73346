/** Whose visit it is: the one it was written down for, or somebody found by name, telephone or number. */
import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ShownVisit } from '../../../src-shared/contract/visitContract.ts';
import { useAnswer } from '../../api/procedures.ts';
import { Key } from '../../ui/Key.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';

export interface CustomerFieldProps {
  customer: ShownVisit['customer'];
  onChange(customer: ShownVisit['customer']): void;
}

/** The wrong person is the mistake made most often: not all the way round by Tab. */
const KEY = 'p';

export function CustomerField({ customer, onChange }: CustomerFieldProps) {
  const words = useWords();
  const [typed, setTyped] = useState(customer?.name ?? '');
  const field = useRef<HTMLInputElement>(null);
  useShortcut(KEY, true, () => field.current?.select());
  const text = typed.trim();
  const isAsking = text !== '' && text !== customer?.name;
  const found = useAnswer('customer.search', { text, limit: 8 }, { enabled: isAsking, keepsPrevious: true });
  const choices = new Map(
    (found.data?.customers ?? []).map((one) => [one.customerId, { name: one.name, phone: one.phone }]),
  );
  if (customer) choices.set(customer.customerId, { name: customer.name, phone: null });
  return (
    <Select
      ref={field}
      label={
        <>
          {words.t('visits.customer')} <Key keys="Mod+P" />
        </>
      }
      placeholder={words.t('visits.customer.none')}
      searchable
      clearable
      allowDeselect
      // Turned on by the answer, so that it is the best of the answer that Enter takes.
      selectFirstOptionOnChange={isAsking && found.isSuccess && !found.isPlaceholderData}
      openOnFocus={false}
      comboboxProps={{ shadow: 'none' }}
      nothingFoundMessage={words.t('common.nothingFound')}
      // The search has found them, by more than the letters of the name.
      filter={({ options }) => options}
      data={[...choices].map(([id, { name, phone }]) => ({
        value: String(id),
        label: phone === null ? name : `${name} · ${phone}`,
      }))}
      searchValue={typed}
      onSearchChange={setTyped}
      value={customer === null ? null : String(customer.customerId)}
      onChange={(value) => {
        const chosen = value === null ? undefined : choices.get(Number(value));
        onChange(chosen === undefined ? null : { customerId: Number(value), name: chosen.name });
      }}
    />
  );
}
