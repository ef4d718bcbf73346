/** The numbers of what a visit sold, for the paper the customer takes along. */
import type { SoldNumber } from '../../src-shared/contract/visitContract.ts';
import { useRole } from '../api/access.tsx';
import { Command } from '../ui/Command.tsx';
import { copyText } from '../ui/copyText.ts';
import { useNotices } from '../ui/notices.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './benefits.module.css';
import { shownCode } from './benefitTexts.ts';
import { CodeForm } from './CodeForm.tsx';

export function SoldNumbers({ sold }: { sold: readonly SoldNumber[] }) {
  const words = useWords();
  const notices = useNotices();
  const isLeading = useRole() !== 'desk';
  return (
    <ul className={styles.sold}>
      {sold.map(({ benefitId, name, code }) => (
        <li key={benefitId}>
          <span>{name}</span>
          <span className={styles.number}>{shownCode(code)}</span>
          <Command
            isQuiet
            aria-label={words.t('benefits.copyCodeNamed', { name, code: shownCode(code) })}
            onClick={() => {
              if (copyText(shownCode(code))) notices.say({ text: words.t('benefits.codeCopied') });
            }}
          >
            {words.t('benefits.copyCode')}
          </Command>
          {isLeading ? <CodeForm benefitId={benefitId} planName={name} code={code} /> : null}
        </li>
      ))}
    </ul>
  );
}
