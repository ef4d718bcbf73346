/**
 * Opens the kiosk, from the menu, from the opinions and from the desk: says on which screen, how it is left, and for
 * whom. Where it is open already, handing it over asks nothing.
 */
import { useState } from 'react';
import { KIOSK_LINK_MINUTES } from '../../../src-shared/domain/askingForOpinions.ts';
import { call, type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import type { OpinionAbout } from '../../ui/askedAtDesk.ts';
import { useAskedKiosk } from '../../ui/askedKiosk.ts';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './KioskDialog.module.css';

const NOBODY: OpinionAbout = { customerId: null, name: null, visitId: null };
const isSomebody = ({ customerId, visitId }: OpinionAbout): boolean =>
  customerId !== null || visitId !== null;

export function KioskDialog() {
  const words = useWords();
  const notices = useNotices();
  const state = useAnswer('kiosk.state', {});
  const open = useCommand('kiosk.open');
  const [asked, setAsked] = useState<OpinionAbout | null>(null);
  const [isLaidAside, setIsLaidAside] = useState(false);

  const openFor = async (about: OpinionAbout) => {
    const { customerId, visitId } = about;
    const { isOnlyScreen } = await open.mutateAsync({ customerId, visitId });
    setAsked(null);
    // Nobody reads a notice behind the kiosk.
    if (isOnlyScreen) return;
    if (!isSomebody(about)) {
      notices.say({ text: words.t('kiosk.opened') });
      return;
    }
    const minutes = KIOSK_LINK_MINUTES;
    notices.say({
      text:
        about.name === null
          ? words.t('kiosk.handed')
          : words.t('kiosk.handedTo', { name: about.name, minutes }),
      undo: async () => {
        await call('kiosk.open', { customerId: null, visitId: null });
        return words.t('kiosk.takenBack');
      },
    });
  };
  useAskedKiosk((about) => {
    void call('kiosk.state', {})
      .then(({ isOpen }) => {
        if (isOpen && isSomebody(about)) return openFor(about);
        open.reset();
        setAsked(about);
        return undefined;
      })
      .catch(notices.fail);
  });

  const about = asked ?? (state.data?.isWanted && !isLaidAside ? NOBODY : null);
  if (about === null || !state.data) return null;
  const close = () => {
    setAsked(null);
    setIsLaidAside(true);
  };
  return (
    <Overlay label={words.t('kiosk.open.title')} onClose={close}>
      <div className={styles.dialog}>
        <h2 className={styles.title}>{words.t('kiosk.open.title')}</h2>
        <HowItIs state={state.data} about={about} />
        {open.error ? <ErrorNote error={open.error} /> : null}
        <div className={styles.ways}>
          <Command keys="Esc" isQuiet onClick={close}>
            {words.t('kiosk.open.close')}
          </Command>
          {state.data.isOpen ? null : (
            <Action
              data-autofocus
              loading={open.isPending}
              // What was refused stands in the dialog.
              onClick={() => void openFor(about).catch(() => undefined)}
            >
              {words.t('kiosk.open.title')}
            </Action>
          )}
        </div>
      </div>
    </Overlay>
  );
}

function HowItIs({ state, about }: { state: Received<'kiosk.state'>; about: OpinionAbout }) {
  const words = useWords();
  const { isOpen, isOnlyScreen, leaveCode } = state;
  return (
    <>
      {isOpen ? (
        <Sentence text={words.t('kiosk.open.now')} />
      ) : (
        <Sentence text={words.t(isOnlyScreen ? 'kiosk.open.only' : 'kiosk.open.other')} />
      )}
      {about.name !== null && !isOpen ? (
        <Sentence text={words.t('kiosk.open.first', { name: about.name })} />
      ) : null}
      {leaveCode === null ? (
        <Sentence text={words.t('kiosk.open.withPin')} />
      ) : (
        <>
          <Sentence text={words.t('kiosk.open.withCode')} />
          <p className={styles.code}>
            <span className={styles.codeName}>{words.t('kiosk.open.code')}</span>
            <output>{leaveCode.replace(/(\d{3})(?=\d)/, '$1\u00a0')}</output>
          </p>
        </>
      )}
    </>
  );
}
