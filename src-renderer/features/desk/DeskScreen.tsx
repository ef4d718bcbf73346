/**
 * The front desk: who came, then their visit. Everything works without a mouse; the focus always stands
 * where the next key should go.
 */
import { IconMessage, IconPlus, IconUser } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import { useAnswer } from '../../api/procedures.ts';
import { type OpinionAbout, OpinionPanel } from '../../opinionForm/OpinionPanel.tsx';
import { useAskedCustomer } from '../../ui/askedCustomer.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Key } from '../../ui/Key.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './DeskScreen.module.css';
import { FoundList } from './FoundList.tsx';
import { SearchBox } from './SearchBox.tsx';
import { Today } from './Today.tsx';
import { NOTHING_SAID, useRecordVisit } from './useRecordVisit.ts';
import { type Guest, VisitPanel } from './VisitPanel.tsx';

/** As many as leave room for the other ways on, on the smallest screen. */
const SHOWN = 5;
/** Long enough for a fast typist not to ask for each letter, too short to be noticed. */
const TYPING_PAUSE_MS = 60;

export function DeskScreen() {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [guest, setGuest] = useState<Guest | null>(null);
  const [selected, setSelected] = useState(0);
  const searchBox = useRef<HTMLInputElement>(null);
  const [about, setAbout] = useState<OpinionAbout | null>(null);
  const recording = useRecordVisit(setAbout);
  // Ready before the first visit is opened: the form must not wait for what it offers.
  useAnswer('visit.formParts', {});
  const asked = usePaused(typed.trim());
  const found = useAnswer(
    'customer.search',
    { text: asked, limit: SHOWN },
    { enabled: asked !== '', keepsPrevious: true },
  );
  const customers = asked === '' || typed.trim() === '' ? [] : (found.data?.customers ?? []);
  const isAnswered = asked === typed.trim() && found.isSuccess && !found.isPlaceholderData;
  const at = Math.min(selected, Math.max(0, customers.length - 1));

  const backToSearch = useCallback((keepsText: boolean) => {
    setGuest(null);
    setAbout(null);
    setSelected(0);
    if (!keepsText) setTyped('');
    // The box comes back with this render; the next key must find it.
    requestAnimationFrame(() => searchBox.current?.focus());
  }, []);

  const open = (customer: FoundCustomer | undefined) => {
    if (customer) setGuest({ kind: 'known', customer });
  };
  useAskedCustomer(open);
  const recordAtOnce = async (customer: FoundCustomer | undefined) => {
    if (!customer || recording.isBusy) return;
    const isDone = await recording.record({
      guest: { kind: 'known', customer },
      visit: NOTHING_SAID,
    });
    if (isDone) backToSearch(false);
  };
  const addNew = () => setGuest({ kind: 'new', typed: typed.trim() });
  const walkIn = () => setGuest({ kind: 'walkIn' });
  const isSearching = guest === null && about === null;
  // Of the visit just recorded, while nobody else is looked for; else of whoever is chosen, else without a name.
  const selectedCustomer = customers[at];
  const opinionAbout: OpinionAbout =
    selectedCustomer !== undefined
      ? { customerId: selectedCustomer.customerId, name: selectedCustomer.name, visitId: null }
      : (recording.last ?? { customerId: null, name: null, visitId: null });
  const takeOpinion = () => setAbout(opinionAbout);
  useShortcut('n', isSearching, addNew);
  useShortcut('g', isSearching, walkIn);
  useShortcut('u', isSearching, takeOpinion);

  const typing = (text: string) => {
    setTyped(text);
    setSelected(0);
  };

  return (
    <Page>
      <div className={styles.desk}>
        <section className={styles.who} aria-labelledby="desk-question">
          <h1 className={styles.question} id="desk-question">
            {words.t('desk.who')}
          </h1>
          {about !== null ? (
            <OpinionPanel about={about} channel="desk" onDone={() => backToSearch(false)} />
          ) : guest === null ? (
            <>
              <SearchBox
                ref={searchBox}
                typed={typed}
                optionCount={customers.length}
                selected={at}
                onTyped={typing}
                onSelect={setSelected}
                onOpen={() => open(customers[at])}
                onRecord={() => void recordAtOnce(customers[at])}
                onClear={() => typing('')}
              />
              {found.error ? <ErrorNote error={found.error} /> : null}
              {recording.error ? <ErrorNote error={recording.error} /> : null}
              <FoundList
                customers={customers}
                typed={typed}
                selected={at}
                isAnswered={isAnswered}
                onOpen={open}
                onRecord={(customer) => void recordAtOnce(customer)}
              />
              <ul className={styles.others}>
                <li>
                  <button type="button" className={styles.other} onClick={addNew}>
                    <IconPlus className={styles.icon} size={20} stroke={2} aria-hidden="true" />
                    <span className={styles.otherName}>
                      {typed.trim() === ''
                        ? words.t('desk.addNew')
                        : words.t('desk.addTyped', { typed: typed.trim() })}
                    </span>
                    <Key keys="Mod+N" />
                  </button>
                </li>
                <li>
                  <button type="button" className={styles.other} onClick={walkIn}>
                    <IconUser className={styles.icon} size={20} stroke={2} aria-hidden="true" />
                    <span className={styles.otherName}>{words.t('desk.walkIn')}</span>
                    <Key keys="Mod+G" />
                  </button>
                </li>
                <li>
                  <button type="button" className={styles.other} onClick={takeOpinion}>
                    <IconMessage className={styles.icon} size={20} stroke={2} aria-hidden="true" />
                    <span className={styles.otherName}>
                      {opinionAbout.name === null
                        ? words.t('desk.opinion')
                        : words.t('desk.opinionOf', { name: opinionAbout.name })}
                    </span>
                    <Key keys="Mod+U" />
                  </button>
                </li>
              </ul>
            </>
          ) : (
            <VisitPanel guest={guest} recording={recording} onDone={backToSearch} />
          )}
        </section>
        <Today isPanelOpen={!isSearching} />
      </div>
    </Page>
  );
}

/** The value as it stood when the typing last paused. */
const usePaused = (value: string): string => {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
};
