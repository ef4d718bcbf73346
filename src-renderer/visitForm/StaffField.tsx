/** Who did it. Somebody who has left can be kept where they stand, not chosen anew. */
import { Select } from '@mantine/core';
import type { Received } from '../api/procedures.ts';

export interface StaffFieldProps {
  label: string;
  value: number | null;
  staff: Received<'visit.formParts'>['staff'];
  /** Said while nobody is chosen, where that says something. */
  nobody?: string;
  onChange(staffId: number | null): void;
}

export function StaffField({ label, value, staff, nobody, onChange }: StaffFieldProps) {
  return (
    <Select
      label={label}
      {...(nobody === undefined ? {} : { placeholder: nobody })}
      clearable
      searchable={staff.length > 8}
      openOnFocus={false}
      allowDeselect
      comboboxProps={{ shadow: 'none' }}
      data={staff
        .filter(({ staffId, isArchived }) => !isArchived || staffId === value)
        .map(({ staffId, name }) => ({ value: String(staffId), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  );
}
