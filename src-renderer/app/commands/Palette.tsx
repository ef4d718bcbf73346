/**
 * Everything by name: screens, commands, sections of the settings, customers. Our own list and not a library's, because
 * it is the front desk's search box again (one field, arrows, Enter) in the browser's own dialog: nothing to be read
 * at the start, and spelling forgiven as everywhere in Revino.
 */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CommandId } from '../../../src-shared/commands/appCommands.ts';
import { useAccess, useRole } from '../../api/access.tsx';
import { useAnswer } from '../../api/procedures.ts';
import { askForCustomer } from '../../ui/askedAtDesk.ts';
import { ariaShortcut, isMod, Key } from '../../ui/Key.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { PLACES } from '../../ui/places.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { fitOfBoth, fitting, GOOD_FIT } from './fuzzy.ts';
import styles from './Palette.module.css';
import { type PaletteEntry, paletteEntries } from './paletteEntries.ts';

export interface PaletteProps {
  /** What was typed while the palette was on its way. */
  typedAhead(): string;
  onClose(): void;
  onRun(id: CommandId): void;
}

const CUSTOMERS_SHOWN = 5;
const LIST_ID = 'palette-list';
const optionId = (at: number): string => `palette-${at}`;

export function Palette({ typedAhead, onClose, onRun }: PaletteProps) {
  const words = useWords();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const role = useRole();
  const { isOn } = useAccess();
  const commands = useMemo(() => paletteEntries(words, role, isOn), [words, role, isOn]);
  const found = useFoundCustomers(typed.trim());
  const customers = found.entries;
  const entries = useMemo(() => inOrder(typed, commands, customers), [typed, commands, customers]);
  const at = Math.min(selected, Math.max(0, entries.length - 1));
  useEffect(() => {
    list.current?.querySelector(`#${optionId(at)}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  /** `isVisit`: of a customer the front desk with their visit, and not the card. */
  const choose = (entry: PaletteEntry | undefined, isVisit = false) => {
    if (!entry || (isVisit && entry.act.kind !== 'customer')) return;
    onClose();
    const { act } = entry;
    // After the dialog has given the focus back: what is chosen may want it elsewhere.
    requestAnimationFrame(() => {
      if (act.kind === 'command') return onRun(act.id);
      if (act.kind === 'place') return go(act.address);
      if (!isVisit) return go(`${PLACES.customers}/${act.customerId}`);
      const customer = found.customers.find(({ customerId }) => customerId === act.customerId);
      if (!customer) return;
      go(PLACES.desk);
      askForCustomer(customer);
    });
  };
  const latestChoose = useRef(choose);
  useEffect(() => {
    latestChoose.current = choose;
  });
  // Once the dialog is open, which an effect of its own does first: until then keys may still come.
  useEffect(() => {
    const [text = '', ...chosen] = typedAhead().split('\n');
    setTyped(text);
    if (chosen.length > 0) latestChoose.current(inOrder(text, commands, [])[0]);
  }, [typedAhead, commands]);
  const pressed = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
    };
    const next = moves[event.key];
    if (next !== undefined && entries.length > 0) {
      event.preventDefault();
      const isStep = event.key.startsWith('Arrow');
      setSelected(
        isStep ? (next + entries.length) % entries.length : Math.min(Math.max(next, 0), entries.length - 1),
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(entries[at], isMod(event, 'Enter'));
    }
  };

  return (
    <Overlay label={words.t('palette.title')} onClose={onClose}>
      <input
        className={styles.field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={LIST_ID}
        aria-activedescendant={entries.length > 0 ? optionId(at) : undefined}
        aria-label={words.t('palette.title')}
        placeholder={words.t('palette.hint')}
        autoComplete="off"
        value={typed}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into
        autoFocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setSelected(0);
        }}
        onKeyDown={pressed}
      />
      <div
        ref={list}
        id={LIST_ID}
        role="listbox"
        aria-label={words.t('palette.list')}
        className={styles.list}
      >
        {entries.map((entry, index) => (
          <Option
            key={entry.key}
            entry={entry}
            at={index}
            isSelected={index === at}
            onChoose={() => choose(entry)}
            onHover={() => setSelected(index)}
          />
        ))}
      </div>
      <p className={styles.foot} role="status">
        {entries.length === 0 && !found.isAsking
          ? words.t('palette.nothing')
          : words.t(entries[at]?.act.kind === 'customer' ? 'palette.foot.customer' : 'palette.foot')}
      </p>
    </Overlay>
  );
}

/** Commands that begin as typed, then people, then what fits only somehow. */
const inOrder = (
  typed: string,
  commands: readonly PaletteEntry[],
  customers: readonly PaletteEntry[],
): PaletteEntry[] => {
  if (typed.trim() === '') return [...commands];
  const fitOfEntry = ({ label, where }: PaletteEntry) => fitOfBoth(typed, label, where);
  const fits = fitting(commands, fitOfEntry);
  const firstWeak = fits.findIndex((entry) => fitOfEntry(entry) < GOOD_FIT);
  const good = firstWeak < 0 ? fits.length : firstWeak;
  return [...fits.slice(0, good), ...customers, ...fits.slice(good)];
};

interface OptionProps {
  entry: PaletteEntry;
  at: number;
  isSelected: boolean;
  onChoose(): void;
  onHover(): void;
}

function Option({ entry, at, isSelected, onChoose, onHover }: OptionProps) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list live in its field, which keeps the focus
    <div
      id={optionId(at)}
      role="option"
      aria-selected={isSelected}
      aria-label={`${entry.label}, ${entry.where}`}
      aria-keyshortcuts={entry.act.kind === 'customer' ? ariaShortcut('Mod+Enter') : undefined}
      tabIndex={-1}
      className={styles.option}
      onClick={onChoose}
      onMouseMove={onHover}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.where}>{entry.where}</span>
      {entry.keys === undefined ? null : <Key keys={entry.keys} />}
      {entry.act.kind === 'customer' && isSelected ? (
        <span className={styles.other} aria-hidden="true">
          {words.t('customers.recordVisit')} <Key keys="Mod+Enter" />
        </span>
      ) : null}
    </div>
  );
}

/** People by what was typed, as the front desk finds them; nobody before two letters. */
const useFoundCustomers = (typed: string) => {
  const words = useWords();
  const format = useFormat();
  const isAsked = typed.length >= 2;
  const found = useAnswer(
    'customer.search',
    { text: typed, limit: CUSTOMERS_SHOWN },
    { enabled: isAsked, keepsPrevious: true },
  );
  const customers = useMemo(() => (isAsked ? (found.data?.customers ?? []) : []), [isAsked, found.data]);
  const entries = useMemo(
    () =>
      customers.map((customer): PaletteEntry => {
        const last = customer.lastVisitOn === null ? null : format.date(customer.lastVisitOn, 'dayShort');
        return {
          key: `customer ${customer.customerId}`,
          label: customer.name,
          where:
            [customer.phone, last].filter((part) => part !== null).join(' · ') || words.t('palette.customer'),
          act: { kind: 'customer', customerId: customer.customerId },
        };
      }),
    [customers, format, words],
  );
  return { customers, entries, isAsking: isAsked && found.isPending };
};
