/** "Export" with its forms, for whatever table or chart stands below it. */
import { Menu } from '@mantine/core';
import '@mantine/core/styles/Menu.layer.css';
import { IconDownload } from '@tabler/icons-react';
import type { ExportFormat } from '../../src-shared/contract/exportContract.ts';
import { SecondAction } from './Action.tsx';
import { useWords } from './wordsContext.tsx';

export interface ExportMenuProps {
  /** What is taken out, for those who hear the screen: "Export: Customers". */
  subject: string;
  onChosen: (format: ExportFormat) => void;
  isDisabled?: boolean;
}

export function ExportMenu({ subject, onChosen, isDisabled = false }: ExportMenuProps) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <SecondAction
          aria-label={`${t('export.menu')}: ${subject}`}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          size="compact-md"
          disabled={isDisabled}
        >
          {t('export.menu')}
        </SecondAction>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChosen('csv')}>{t('export.asCsv')}</Menu.Item>
        <Menu.Item onClick={() => onChosen('xlsx')}>{t('export.asXlsx')}</Menu.Item>
        <Menu.Item onClick={() => onChosen('json')}>{t('export.asJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
