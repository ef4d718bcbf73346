/** The part of a card that says what is open with the person, and begins the next step. */
import type { Person } from '../../src-shared/contract/customerContract.ts';
import { useAnswer } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './followUp.module.css';
import { useNextStep } from './NextStepHost.tsx';
import { AppointmentRow, CaseRow, PromiseRow, WishRow } from './rows.tsx';
import { StepRow } from './StepRow.tsx';
import { useActs } from './useActs.ts';

/** Without a frame of its own: the card puts its title around it. */
export function NextSteps({ of }: { of: Person }) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const ask = useNextStep();
  const { cancelGesture } = useActs();
  const open = useAnswer('customer.followUp', { customerId: of.customerId });
  useShortcut('t', true, () => ask({ step: 'choose', of }));
  if (open.error) return <ErrorNote error={open.error} />;
  if (!open.data) return null;
  const { appointments, unanswered, promises, cases, wishes, gestures } = open.data;
  const isEmpty = [appointments, unanswered, promises, cases, wishes, gestures].every(
    (list) => list.length === 0,
  );
  return (
    <>
      {isEmpty ? <p className={styles.note}>{words.t('followUp.part.none')}</p> : null}
      <ul className={styles.rows}>
        {cases.map((known) => (
          <CaseRow key={`c${known.caseId}`} known={known} />
        ))}
        {[...unanswered, ...appointments].map((appointment) => (
          <AppointmentRow key={`a${appointment.appointmentId}`} appointment={appointment} />
        ))}
        {promises.map((promise) => (
          <PromiseRow key={`p${promise.promiseId}`} promise={promise} name={of.name} />
        ))}
        {wishes.map((wish) => (
          <WishRow key={`w${wish.wishId}`} wish={wish} />
        ))}
        {gestures.slice(0, 3).map((gesture, index) => (
          <StepRow
            key={`g${gesture.gestureId}`}
            {...(index === 0 ? { label: words.t('followUp.line.gesture') } : {})}
            text={gesture.kind}
            second={[
              format.date(gesture.on, 'dayMonth'),
              gesture.reason,
              format.money(gesture.costMinor, shop.currency),
            ]}
            what={gesture.kind}
            acts={[
              {
                name: words.t('followUp.act.cancelGesture'),
                isQuiet: true,
                onDone: () => cancelGesture(gesture, of.name),
              },
            ]}
          />
        ))}
      </ul>
      <div className={styles.begin}>
        <Command keys="Mod+T" onClick={() => ask({ step: 'choose', of })}>
          {words.t('followUp.next')}
        </Command>
      </div>
    </>
  );
}
