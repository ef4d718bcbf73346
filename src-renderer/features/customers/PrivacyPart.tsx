/** What a person may ask of the shop: a copy of what is stored about them, and to be forgotten. */
import { useState } from 'react';
import type { OpenedCard } from '../../../src-shared/contract/customerContract.ts';
import type { DisclosureFormat } from '../../../src-shared/contract/privacyContract.ts';
import { useRole } from '../../api/access.tsx';
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { ForgetDialog } from './ForgetDialog.tsx';
import { Part } from './Line.tsx';
import styles from './privacy.module.css';

const COPIES = [
  { format: 'pdf', name: 'privacy.copy.pdf' },
  { format: 'json', name: 'privacy.copy.json' },
] as const;

export interface PrivacyPartProps {
  opened: OpenedCard;
  /** What was typed into the card and not saved goes too. */
  onForgotten(): void;
}

export function PrivacyPart({ opened, onForgotten }: PrivacyPartProps) {
  const { t } = useWords();
  const notices = useNotices();
  const role = useRole();
  const disclose = useCommand('privacy.disclose');
  const [isAsking, setIsAsking] = useState(false);
  if (role === 'desk') return null;
  const { customerId } = opened;
  const giveCopy = (format: DisclosureFormat) =>
    disclose.mutate(
      { customerId, format },
      {
        onSuccess: ({ saved }) => {
          if (saved) notices.say({ text: t('privacy.copy.saved') });
        },
        onError: notices.fail,
      },
    );
  return (
    <Part title={t('privacy.part')}>
      <div className={styles.part}>
        <p className={styles.about}>{t('privacy.copy.text')}</p>
        <fieldset className={styles.copies}>
          <legend className="offscreen">{t('privacy.copy')}</legend>
          {COPIES.map(({ format, name }) => (
            <Command key={format} disabled={disclose.isPending} onClick={() => giveCopy(format)}>
              {t(name)}
            </Command>
          ))}
        </fieldset>
        {role === 'owner' ? (
          <Command isQuiet className={styles.forget} onClick={() => setIsAsking(true)}>
            {t('privacy.forget')}
          </Command>
        ) : null}
      </div>
      {isAsking ? (
        <ForgetDialog customerId={customerId} onClose={() => setIsAsking(false)} onForgotten={onForgotten} />
      ) : null}
    </Part>
  );
}
