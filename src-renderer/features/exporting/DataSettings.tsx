/** The owner's data: taken out whole, and a whole shop brought in. */

import type { ExportFormat } from '../../../src-shared/contract/exportContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './DataSettings.module.css';

const FORMS = [
  { format: 'json', name: 'data.whole', text: 'data.wholeText' },
  { format: 'xlsx', name: 'data.workbook', text: 'data.workbookText' },
  { format: 'csv', name: 'data.tables', text: 'data.tablesText' },
] as const satisfies readonly { format: ExportFormat; name: string; text: string }[];

export function DataSettings() {
  const { t } = useWords();
  const taking = useExport();
  const bringIn = useCommand('export.bringIn');
  return (
    <>
      <SettingsPart title={t('data.takeOut')} text={t('data.takeOutText')}>
        <ul className={styles.forms}>
          {FORMS.map(({ format, name, text }) => (
            <li key={format} className={styles.form}>
              <div>
                <p className={styles.name}>{t(name)}</p>
                <Sentence text={t(text)} size="note" />
              </div>
              <SecondAction
                aria-label={`${t('data.save')} ${t(name)}`}
                disabled={taking.isAsking}
                onClick={() => taking.start({ what: 'everything' }, format)}
              >
                {t('data.save')}
              </SecondAction>
            </li>
          ))}
        </ul>
        <Sentence text={t('data.private')} size="note" />
      </SettingsPart>
      <SettingsPart title={t('data.bringIn')} text={t('data.bringInText')}>
        <PartActions>
          <SecondAction disabled={bringIn.isPending} onClick={() => bringIn.mutate({})}>
            {t('data.bringInNow')}
          </SecondAction>
        </PartActions>
        {bringIn.error ? <ErrorNote error={bringIn.error} /> : null}
      </SettingsPart>
    </>
  );
}
