/** What to remember about the person: warnings first and in red, then what they like, then a note. */

import { Textarea } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';
import { type Editing, newKey } from './cardEditing.ts';
import { Part, QUIET } from './Line.tsx';

const KINDS = ['warning', 'preference'] as const;

export function RememberPart({ editing }: { editing: Editing }) {
  const words = useWords();
  const { draft, change } = editing;
  const added = useRef<string | null>(null);
  const add = (kind: (typeof KINDS)[number]) => {
    const key = newKey();
    added.current = key;
    change({ preferences: [...draft.preferences, { key, id: null, kind, text: '' }] });
  };
  useEffect(() => {
    if (added.current === null) return;
    document.querySelector<HTMLElement>(`[data-entry="${added.current}"]`)?.focus();
    added.current = null;
  });
  const set = (key: string, text: string) =>
    change({ preferences: draft.preferences.map((one) => (one.key === key ? { ...one, text } : one)) });
  const leave = (key: string, text: string) => {
    if (text.trim() === '') change({ preferences: draft.preferences.filter((one) => one.key !== key) });
  };
  return (
    <Part title={words.t('customers.remember')}>
      <ul>
        {KINDS.flatMap((kind) => draft.preferences.filter((one) => one.kind === kind)).map(
          ({ key, kind, text }) => (
            <li key={key} className={styles.remember}>
              {kind === 'warning' ? (
                <IconAlertTriangle
                  className={styles.warningIcon}
                  size={20}
                  stroke={1.75}
                  aria-hidden="true"
                />
              ) : null}
              <Textarea
                variant="unstyled"
                classNames={{
                  ...QUIET,
                  root: styles.rememberText ?? '',
                  input: `${styles.quiet} ${styles.lines} ${kind === 'warning' ? styles.warning : ''}`,
                }}
                aria-label={words.t(`customers.remember.${kind}`)}
                data-entry={key}
                rows={1}
                maxLength={500}
                value={text}
                onChange={(event) => set(key, event.currentTarget.value)}
                onBlur={() => leave(key, text)}
              />
            </li>
          ),
        )}
      </ul>
      <ul className={styles.adds}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.add} onClick={() => add(kind)}>
              <IconPlus size={14} stroke={2} aria-hidden="true" />
              {words.t(`customers.remember.add.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
      <Textarea
        variant="unstyled"
        classNames={{ ...QUIET, input: `${styles.quiet} ${styles.lines}` }}
        aria-label={words.t('customers.note')}
        placeholder={words.t('customers.note.placeholder')}
        rows={2}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </Part>
  );
}
