/** Every key on one sheet: those of the whole window, then those of each screen. */
import { useAccess, useRole } from '../../api/access.tsx';
import { Key } from '../../ui/Key.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './ShortcutSheet.module.css';
import { sheetGroups } from './sheetGroups.ts';

export function ShortcutSheet({ onClose }: { onClose(): void }) {
  const words = useWords();
  const role = useRole();
  const { isOn } = useAccess();
  return (
    <Overlay label={words.t('shortcuts.title')} onClose={onClose} width="wide">
      <div className={styles.top}>
        <h2 className={styles.title}>{words.t('shortcuts.title')}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          {words.t('shortcuts.close')} <Key keys="Esc" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the sheet */}
      <section className={styles.groups} tabIndex={0} data-autofocus aria-label={words.t('shortcuts.title')}>
        {sheetGroups(words, role, isOn).map((group) => (
          <section key={group.title} className={styles.group}>
            <h3 className={styles.name}>{group.title}</h3>
            <dl>
              {group.lines.map(({ label, keys }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd className={styles.keys}>
                    {keys.map((one) => (
                      <Key key={one} keys={one} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Overlay>
  );
}
