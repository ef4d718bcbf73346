/** Telephone numbers, e-mail addresses, addresses and the rest. A number that cannot be read as one stays as typed. */
import { Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { CONTACT_KINDS, type ContactKind } from '../../../src-shared/domain/closedLists.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';
import type { ContactDraft } from './cardDraft.ts';
import { type Editing, newKey } from './cardEditing.ts';
import { Line, Part, QUIET } from './Line.tsx';

export function ContactPart({ editing }: { editing: Editing }) {
  const words = useWords();
  const { draft, change } = editing;
  const added = useRef<string | null>(null);
  const add = (kind: ContactKind) => {
    const key = newKey();
    added.current = key;
    const entry = { key, id: null, kind, value: '', label: '' };
    const at = draft.contacts.findLastIndex(
      (one) => CONTACT_KINDS.indexOf(one.kind) <= CONTACT_KINDS.indexOf(kind),
    );
    change({ contacts: draft.contacts.toSpliced(at + 1, 0, entry) });
  };
  useEffect(() => {
    if (added.current === null) return;
    document.querySelector<HTMLElement>(`[data-entry="${added.current}"]`)?.focus();
    added.current = null;
  });
  const set = (key: string, part: Partial<ContactDraft>) =>
    change({ contacts: draft.contacts.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const isFirst = (contact: ContactDraft) =>
    draft.contacts.find(({ kind }) => kind === contact.kind) === contact;
  return (
    <Part title={words.t('customers.contacts')}>
      <div>
        {draft.contacts.map((contact) => {
          const name = words.t(`customers.contact.${contact.kind}`);
          const shared = {
            variant: 'unstyled',
            classNames: QUIET,
            autoComplete: 'off',
            'data-entry': contact.key,
            maxLength: 500,
            value: contact.value,
            error: editing.faults[contact.key] ?? null,
            onBlur: () => {
              // The two that a new card begins with stay.
              if (contact.key.startsWith('new') && contact.value.trim() === '' && contact.label.trim() === '')
                change({ contacts: draft.contacts.filter(({ key }) => key !== contact.key) });
            },
          } as const;
          return (
            <Line key={contact.key} label={name}>
              {(id) => (
                <div className={styles.pair}>
                  {contact.kind === 'address' ? (
                    <Textarea
                      id={id}
                      autosize={false}
                      rows={Math.min(4, contact.value.split('\n').length)}
                      {...shared}
                      classNames={{ ...QUIET, input: `${styles.quiet} ${styles.lines}` }}
                      onChange={(event) => set(contact.key, { value: event.currentTarget.value })}
                    />
                  ) : (
                    <TextInput
                      id={id}
                      {...shared}
                      {...(contact.kind === 'phone' ? { inputMode: 'tel' as const } : {})}
                      onChange={(event) => set(contact.key, { value: event.currentTarget.value })}
                    />
                  )}
                  {isFirst(contact) && contact.label === '' && contact.kind !== 'address' ? null : (
                    <TextInput
                      variant="unstyled"
                      classNames={{ ...QUIET, input: `${styles.quiet} ${styles.note}` }}
                      aria-label={words.t('customers.contact.labelOf', { name })}
                      placeholder={words.t('customers.contact.label')}
                      autoComplete="off"
                      maxLength={200}
                      value={contact.label}
                      onChange={(event) => set(contact.key, { label: event.currentTarget.value })}
                    />
                  )}
                </div>
              )}
            </Line>
          );
        })}
      </div>
      <ul className={styles.adds} aria-label={words.t('customers.contact.add')}>
        {CONTACT_KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.add} onClick={() => add(kind)}>
              <IconPlus size={14} stroke={2} aria-hidden="true" />
              {words.t(`customers.contact.add.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
