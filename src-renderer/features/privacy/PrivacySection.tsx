/** Settings: what people may ask about their data, and the register of what was done. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { PrivacyEntry } from '../../../src-shared/contract/privacyContract.ts';
import { actText } from '../../../src-shared/words/privacyWords.ts';
import { useRole } from '../../api/access.tsx';
import { useAnswer } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { TitleLine } from '../../ui/TitleLine.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './privacy.module.css';

const PAGE = 50;
/** The door answers no more at once. */
const MOST = 200;

export function PrivacySection() {
  const { t } = useWords();
  const isOwner = useRole() === 'owner';
  return (
    <>
      <SettingsPart title={t('privacy.rights')}>
        <Sentence text={t('privacy.rights.text')} />
        <Link href={PLACES.customers} className={styles.link}>
          {t('privacy.rights.open')}
        </Link>
        <Sentence text={t('privacy.rights.backups')} />
        {isOwner ? (
          <Link href={`${PLACES.settings}/backups`} className={styles.link}>
            {t('privacy.rights.openBackups')}
          </Link>
        ) : null}
      </SettingsPart>
      <Register />
    </>
  );
}

function Acts({ acts }: { acts: readonly PrivacyEntry[] }) {
  const words = useWords();
  const format = useFormat();
  return (
    <table className={styles.table} aria-label={words.t('privacy.register')}>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            {words.t('privacy.register.when')}
          </th>
          <th scope="col">{words.t('privacy.register.what')}</th>
          <th scope="col" className={styles.who}>
            {words.t('privacy.register.staff')}
          </th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <tr key={act.id}>
            <td>
              {format.date(act.on, 'dayShort')}, {act.time}
            </td>
            <td>{actText(words, act)}</td>
            <td>{act.staff ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Register() {
  const words = useWords();
  const taking = useExport();
  const [limit, setLimit] = useState(PAGE);
  const register = useAnswer('privacy.acts', { limit }, { keepsPrevious: true });
  const acts = register.data?.acts ?? [];
  const total = register.data?.total ?? 0;
  return (
    <section className={styles.register} aria-labelledby="privacy-register">
      <TitleLine
        commands={
          <ExportMenu
            subject={words.t('privacy.register')}
            isDisabled={taking.isAsking || total === 0}
            onChosen={(format) => taking.start({ what: 'privacyActs' }, format)}
          />
        }
      >
        <h3 className={styles.title} id="privacy-register">
          {words.t('privacy.register')}
        </h3>
      </TitleLine>
      <Sentence text={words.t('privacy.register.text')} size="note" />
      {register.error ? <ErrorNote error={register.error} /> : null}
      {register.data && total === 0 ? (
        <p className={styles.none}>{words.t('privacy.register.empty')}</p>
      ) : null}
      {acts.length > 0 ? <Acts acts={acts} /> : null}
      {acts.length < total && limit < MOST ? (
        <SecondAction onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
          {words.t('privacy.register.more')}
        </SecondAction>
      ) : null}
    </section>
  );
}
