/** Which columns the table shows; the name always stands. Kept for the shop. */
import { ActionIcon, Menu } from '@mantine/core';
import '@mantine/core/styles/Menu.layer.css';
import { IconColumns3 } from '@tabler/icons-react';
import type { ListColumn } from '../../../src-shared/domain/closedLists.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export interface ColumnsMenuProps {
  /** What may be shown at all. */
  offered: readonly ListColumn[];
  chosen: readonly ListColumn[];
  onToggle(column: ListColumn): void;
}

export function ColumnsMenu({ offered, chosen, onToggle }: ColumnsMenuProps) {
  const words = useWords();
  const { shop } = useOpenShop();
  const label = words.t('customers.columns');
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
          <IconColumns3 size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((column) => (
          <Menu.CheckboxItem key={column} checked={chosen.includes(column)} onChange={() => onToggle(column)}>
            {words.t(`customers.column.${column}`, { currency: shop.currency })}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
