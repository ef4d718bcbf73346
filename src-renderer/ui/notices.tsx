/**
 * The place for notices, at the foot of the window. `useNotices()` says something from any screen; it stays when the
 * screen changes. Our own and not a library's: it must offer one undo to one key, and be there at the start for little.
 */
import { IconX } from '@tabler/icons-react';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { Command } from './Command.tsx';
import { errorText, failureOf } from './ErrorNote.tsx';
import { isMod } from './Key.tsx';
import { makeNoticeStore, type Notice, type NoticeStore, type Notices } from './noticeStore.ts';
import styles from './notices.module.css';
import { Marked } from './Sentence.tsx';
import { hasTextToUndo } from './textUndo.ts';
import { useWords } from './wordsContext.tsx';

export type { Notices, ToSay } from './noticeStore.ts';

const NoticesContext = createContext<Notices | null>(null);

/** Stable: safe in the dependencies of an effect. */
export const useNotices = (): Notices => {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices is for screens inside NoticesProvider');
  return notices;
};

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [store] = useState(makeNoticeStore);
  // A layout effect, so that it comes before the shortcuts of any screen: the newest thing done is the one undone.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isMod(event, 'z') || hasTextToUndo(document.activeElement)) return;
      if (!store.undoLast()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [store]);
  return (
    <NoticesContext value={store}>
      {children}
      <NoticeList store={store} />
    </NoticesContext>
  );
}

function NoticeList({ store }: { store: NoticeStore }) {
  const words = useWords();
  const notices = useSyncExternalStore(store.subscribe, store.all);
  const lastUndo = notices.findLast((notice) => notice.undo !== undefined)?.id;
  // Always there, also empty: screen readers hear only what appears in a place they already know.
  return (
    <section className={styles.place} aria-label={words.t('notices.place')} aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} store={store} hasKey={notice.id === lastUndo} />
      ))}
    </section>
  );
}

const READ_MS = 7000;
/** Time to notice a mistake, to be done with the customer's sentence, and to reach for the key. */
const UNDO_MS = 20_000;

function OneNotice({ notice, store, hasKey }: { notice: Notice; store: NoticeStore; hasKey: boolean }) {
  const words = useWords();
  const [isHeld, setIsHeld] = useState(false);
  const { id, kind, undo, action } = notice;
  const staysMs = undo || action ? UNDO_MS : READ_MS;
  useEffect(() => {
    // A failure waits for its reader, and nothing goes away under a hand or a focus.
    if (kind === 'failed' || isHeld) return;
    const timer = setTimeout(() => store.close(id), staysMs);
    return () => clearTimeout(timer);
  }, [kind, isHeld, staysMs, id, store]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding it under the hand is a courtesy; the keyboard has it through the focus
    <div
      className={`${styles.notice} ${kind === 'failed' ? styles.failed : ''}`}
      {...(kind === 'failed' ? { role: 'alert' } : {})}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p className={styles.text}>
        <Marked text={kind === 'failed' ? errorText(words, failureOf(notice.error)) : notice.text} />
      </p>
      {undo ? (
        <Command className={styles.act} {...(hasKey ? { keys: 'Mod+Z' } : {})} onClick={() => store.undo(id)}>
          {words.t('notices.undo')}
        </Command>
      ) : null}
      {action ? (
        <Command
          className={styles.act}
          onClick={() => {
            store.close(id);
            action.onChosen();
          }}
        >
          {action.label}
        </Command>
      ) : null}
      <button
        type="button"
        className={styles.close}
        aria-label={words.t('notices.close')}
        onClick={() => store.close(id)}
      >
        <IconX size={16} stroke={2} aria-hidden="true" />
      </button>
    </div>
  );
}
