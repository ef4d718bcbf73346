/**
 * The person at the desk: who they are and how they come, what is open, what to remember, with the visit in the middle.
 * The visit can be typed at once; what is known of the person comes a moment later and moves nothing.
 */
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useAnswer } from '../../api/procedures.ts';
import { NextStepHost, useNextStep } from '../../followUp/NextStepHost.tsx';
import { KnownFacts, OpenFacts, Warnings } from '../../person/PersonFacts.tsx';
import { PersonHead } from '../../person/PersonHead.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { cardPath } from '../../ui/places.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import type { Guest } from './guest.ts';
import styles from './PersonView.module.css';
import { useGiveUp } from './useGiveUp.ts';
import { VisitPanel, type VisitPanelProps } from './VisitPanel.tsx';

export interface PersonViewProps extends Omit<VisitPanelProps, 'guest' | 'glance'> {
  guest: Extract<Guest, { kind: 'known' }>;
}

/** The usual gaps of the shop are read in the first seconds after the start; then it is asked again. */
const ASKED_AGAIN_MS = 400;

export function PersonView(props: PersonViewProps) {
  return (
    <NextStepHost>
      <Person {...props} />
    </NextStepHost>
  );
}

function Person({ guest, ...panel }: PersonViewProps) {
  const words = useWords();
  // One column, as at 200 %: what must not be overlooked comes before the work.
  const isNarrow = useMediaQuery('(max-width: 50rem)', false) ?? false;
  const [, go] = useLocation();
  const { customerId, name, phone } = guest.customer;
  const asked = useAnswer('customer.glance', { customerId });
  const glance = asked.data ?? null;
  const isWaiting = glance !== null && !glance.isRhythmReady;
  const { refetch } = asked;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void refetch(), ASKED_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting, refetch]);
  const leave = useGiveUp(guest, glance?.name ?? name, panel);
  const openCard = () => go(cardPath(customerId));
  useShortcut('.', true, openCard);
  const askNextStep = useNextStep();
  const askNext = () => askNextStep({ step: 'choose', of: { customerId, name: glance?.name ?? name } });
  useShortcut('y', true, askNext);
  return (
    <div className={styles.person}>
      <div className={styles.head}>
        <PersonHead
          name={glance?.name ?? name}
          phone={glance?.phone ?? phone}
          glance={glance}
          commands={
            <>
              <Command isQuiet keys="Mod+Y" onClick={askNext}>
                {words.t('followUp.next')}
              </Command>
              <Command isQuiet keys="Mod+." onClick={openCard}>
                {words.t('person.openCard')}
              </Command>
              <Command isQuiet keys="Esc" onClick={leave}>
                {words.t('desk.backToSearch')}
              </Command>
            </>
          }
        />
        {glance !== null && isNarrow ? <Warnings glance={glance} /> : null}
        {asked.error ? <ErrorNote error={asked.error} /> : null}
      </div>
      <div className={styles.visit}>
        <VisitPanel guest={guest} glance={glance} {...panel} />
      </div>
      <div className={styles.open}>{glance === null ? null : <OpenFacts glance={glance} />}</div>
      <div className={styles.known}>
        {glance === null ? null : <KnownFacts glance={glance} isNarrow={isNarrow} />}
      </div>
    </div>
  );
}
