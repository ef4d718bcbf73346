/** "Export" with its three forms, beside the title of whatever table or chart it takes out. */
import { ActionIcon, Menu } from '@mantine/core';
import '@mantine/core/styles/Menu.layer.css';
import { IconDownload } from '@tabler/icons-react';
import type { ExportFormat } from '../../src-shared/contract/exportContract.ts';
import { useRole } from '../api/access.tsx';
import { useWords } from './wordsContext.tsx';

export interface ExportMenuProps {
  /** What is taken out: "Export: Customers". */
  subject: string;
  onChosen: (format: ExportFormat) => void;
  isDisabled?: boolean;
}

export function ExportMenu({ subject, onChosen, isDisabled = false }: ExportMenuProps) {
  const { t } = useWords();
  // Only the owner takes data out; the door refuses everybody else.
  const isOwner = useRole() === 'owner';
  const label = `${t('export.menu')}: ${subject}`;
  if (!isOwner) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={isDisabled}>
          <IconDownload size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChosen('csv')}>{t('export.asCsv')}</Menu.Item>
        <Menu.Item onClick={() => onChosen('xlsx')}>{t('export.asXlsx')}</Menu.Item>
        <Menu.Item onClick={() => onChosen('json')}>{t('export.asJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
