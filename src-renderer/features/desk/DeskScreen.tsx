/**
 * The front desk: who came, then their visit. Everything works without a mouse; the focus always stands
 * where the next key should go.
 */
import { IconDeviceTablet, IconMessage, IconPlus, IconUser } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Appointment } from '../../../src-shared/contract/appointmentContract.ts';
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import { useSignedIn } from '../../api/access.tsx';
import { useAnswer } from '../../api/procedures.ts';
import { OpinionPanel } from '../../opinionForm/OpinionPanel.tsx';
import { isOpinionBegun, keyOfNew } from '../../opinionForm/opinionDraft.ts';
import { askAtDesk, type OpinionAbout, useAskedAtDesk } from '../../ui/askedAtDesk.ts';
import { askForKiosk } from '../../ui/askedKiosk.ts';
import { usePlaceKept } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Key } from '../../ui/Key.tsx';
import { Page } from '../../ui/Page.tsx';
import { PLACES } from '../../ui/places.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './DeskScreen.module.css';
import { FoundList } from './FoundList.tsx';
import { type DeskPlace, draftKeyOf, type Guest, SEARCHING } from './guest.ts';
import { PersonView } from './PersonView.tsx';
import { SearchBox } from './SearchBox.tsx';
import { rowsOf, Today } from './Today.tsx';
import { useFound } from './useFound.ts';
import { NOTHING_SAID, useRecordVisit } from './useRecordVisit.ts';
import { VisitPanel } from './VisitPanel.tsx';

/** As many as leave room for the other ways on, on the smallest screen. */
const SHOWN = 5;

export function DeskScreen() {
  const words = useWords();
  const [, go] = useLocation();
  // Whoever is being served is found again on the way back from another screen, with what was typed about them.
  const { value: place, change: changePlace, drop: dropPlace } = usePlaceKept<DeskPlace>('desk', SEARCHING);
  const { guest } = place;
  // An opinion nobody has begun is not found again: back at the desk, somebody is looked for.
  const [blank] = useState(() =>
    place.about !== null && !isOpinionBegun(keyOfNew(place.about, 'desk')) ? place.about : null,
  );
  const about = place.about === blank ? null : place.about;
  const [typed, setTyped] = useState(place.typed);
  const setAbout = (next: OpinionAbout | null) => changePlace({ guest, typed, about: next });
  const [selected, setSelected] = useState(0);
  const searchBox = useRef<HTMLInputElement>(null);
  const today = useRef<HTMLElement>(null);
  const staffId = useSignedIn()?.staffId ?? null;
  const recording = useRecordVisit();
  // Ready before the first visit is opened: the form must not wait for what it offers.
  useAnswer('visit.formParts', {});
  // One more than is shown: then it can be said that there are more.
  const found = useFound(typed, SHOWN + 1);
  const { isAnswered } = found;
  const customers = found.customers.slice(0, SHOWN);
  const at = Math.min(selected, Math.max(0, customers.length - 1));

  const backToSearch = useCallback(
    (keepsText: boolean) => {
      dropPlace();
      if (!keepsText) {
        setSelected(0);
        setTyped('');
      }
      // The box comes back with this render; the next key must find it.
      requestAnimationFrame(() => {
        const box = searchBox.current;
        // Its text is done with: Ctrl+Z is for what was given up, see ui/textUndo.ts.
        if (box) box.dataset.settled = '';
        box?.focus();
      });
    },
    [dropPlace],
  );

  const serve = (next: Guest) => changePlace({ guest: next, typed, about: null });
  const open = (customer: FoundCustomer | undefined) => {
    if (customer) serve({ kind: 'known', customer });
  };
  useAskedAtDesk((asked) => {
    if (asked.what === 'opinion') return setAbout(asked.about);
    serve(asked.guest);
  });
  const openExpected = ({ customer, phone }: Appointment) =>
    serve({
      kind: 'known',
      customer: { ...customer, phone, externalId: null, occasions: 0, lastVisitOn: null },
    });
  /** Out of the empty box, the arrow leads to the rows of today, first to those who are expected. */
  const toToday = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || typed.trim() !== '' || event.target !== searchBox.current) return;
    const [first] = rowsOf(today.current);
    if (!first) return;
    event.preventDefault();
    event.stopPropagation();
    first.focus();
  };
  const recordAtOnce = async (customer: FoundCustomer | undefined) => {
    if (!customer || recording.isBusy) return;
    const isDone = await recording.record({
      guest: { kind: 'known', customer },
      visit: { ...NOTHING_SAID, staffId },
      next: null,
    });
    if (isDone) backToSearch(false);
  };
  /** Whoever the keys mean: of the answer to what stands in the box now, even where it is still on its way. */
  const [missed, setMissed] = useState<unknown>(null);
  const chosen = async (then: (customer: FoundCustomer | undefined) => unknown) => {
    setMissed(null);
    try {
      await then(await found.at(at));
    } catch (error) {
      setMissed(error);
    }
  };
  const addNew = () => serve({ kind: 'new', typed: typed.trim() });
  const walkIn = () => serve({ kind: 'walkIn' });
  const isSearching = guest === null && about === null;
  // Of the visit just recorded, while nobody else is looked for; else of whoever is chosen, else without a name.
  const selectedCustomer = customers[at];
  const opinionAbout: OpinionAbout =
    selectedCustomer !== undefined
      ? { customerId: selectedCustomer.customerId, name: selectedCustomer.name, visitId: null }
      : (recording.last ?? { customerId: null, name: null, visitId: null });
  const takeOpinion = () => setAbout(opinionAbout);
  /** Asked for over somebody's visit, it leads back to that visit. */
  const opinionDone = () => (guest === null ? backToSearch(false) : setAbout(null));
  useShortcut('n', isSearching, addNew);
  useShortcut('g', isSearching, walkIn);
  useShortcut('u', isSearching, takeOpinion);
  /** Also over a visit that is being typed: it waits, and is found again behind the opinion. */
  useShortcut('u', guest !== null && guest.kind !== 'new' && about === null, () =>
    setAbout(
      guest?.kind === 'known'
        ? { customerId: guest.customer.customerId, name: guest.customer.name, visitId: null }
        : { customerId: null, name: null, visitId: null },
    ),
  );
  /** To whoever was just served, while nobody else is looked for. */
  const justServed = typed.trim() === '' ? recording.last : null;
  const handOver = () => {
    if (justServed !== null) askForKiosk(justServed);
  };
  useShortcut('j', isSearching && justServed !== null, handOver);

  const typing = (text: string) => {
    delete searchBox.current?.dataset.settled;
    setTyped(text);
    setSelected(0);
  };

  const panel = {
    recording,
    onComeBack: () => {
      go(PLACES.desk);
      if (guest !== null) askAtDesk({ what: 'visit', guest });
    },
    onKnown: (customer: FoundCustomer) => serve({ kind: 'known', customer }),
    onDone: backToSearch,
  };
  if (guest?.kind === 'known' && about === null) {
    return (
      <Page>
        <PersonView key={draftKeyOf(guest)} guest={guest} {...panel} />
      </Page>
    );
  }
  return (
    <Page>
      <div className={styles.desk} onKeyDownCapture={toToday}>
        <section className={styles.who} aria-labelledby="desk-question">
          <h1 className={styles.question} id="desk-question">
            {words.t('desk.who')}
          </h1>
          {about !== null ? (
            <OpinionPanel
              key={keyOfNew(about, 'desk')}
              about={about}
              channel="desk"
              onComeBack={() => {
                go(PLACES.desk);
                askAtDesk({ what: 'opinion', about });
              }}
              onDone={opinionDone}
            />
          ) : guest === null ? (
            <>
              <SearchBox
                ref={searchBox}
                typed={typed}
                optionCount={customers.length}
                selected={at}
                onTyped={typing}
                onSelect={setSelected}
                onOpen={() => void chosen(open)}
                onRecord={() => void chosen(recordAtOnce)}
                onClear={() => typing('')}
              />
              {(found.error ?? missed) ? <ErrorNote error={found.error ?? missed} /> : null}
              {recording.error ? <ErrorNote error={recording.error} /> : null}
              <FoundList
                customers={customers}
                typed={typed}
                selected={at}
                isAnswered={isAnswered}
                hasMore={found.customers.length > SHOWN}
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
                {justServed === null ? null : (
                  <li>
                    <button type="button" className={styles.other} onClick={handOver}>
                      <IconDeviceTablet className={styles.icon} size={20} stroke={2} aria-hidden="true" />
                      <span className={styles.otherName}>{words.t('kiosk.handOver')}</span>
                      <Key keys="Mod+J" />
                    </button>
                  </li>
                )}
              </ul>
            </>
          ) : (
            <VisitPanel key={draftKeyOf(guest)} guest={guest} glance={null} {...panel} />
          )}
        </section>
        <Today
          isPanelOpen={!isSearching}
          isBoxEmpty={typed.trim() === ''}
          rowsRef={today}
          onOpen={openExpected}
          onBackToBox={() => searchBox.current?.focus()}
        />
      </div>
    </Page>
  );
}
