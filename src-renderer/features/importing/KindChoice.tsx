/** What kind of list the file is; seen by Revino, corrected here. */
import { Select } from '@mantine/core';
import { IMPORT_KINDS, type ImportKind } from '../../../src-shared/domain/closedLists.ts';
import { useWords } from '../../ui/wordsContext.tsx';

export function KindChoice({ kind, onChange }: { kind: ImportKind; onChange(kind: ImportKind): void }) {
  const words = useWords();
  return (
    <Select
      label={words.t('import.kind')}
      data={IMPORT_KINDS.map((value) => ({ value, label: words.t(`import.kind.${value}`) }))}
      value={kind}
      allowDeselect={false}
      onChange={(value) => value !== null && value !== kind && onChange(value as ImportKind)}
    />
  );
}
