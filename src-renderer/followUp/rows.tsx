/** The rows of appointments, promises, cases and wishes, as the card and the lists show them. */
import { Link } from 'wouter';
import type { Appointment } from '../../src-shared/contract/appointmentContract.ts';
import type { ShownCase } from '../../src-shared/contract/caseContract.ts';
import type { Person } from '../../src-shared/contract/customerContract.ts';
import type { ShownPromise } from '../../src-shared/contract/promiseContract.ts';
import type { Wish } from '../../src-shared/contract/wishContract.ts';
import { useOpenShop } from '../api/shop.tsx';
import { clockText } from '../person/rhythmText.ts';
import { nameOr, personName } from '../ui/personName.ts';
import { cardPath } from '../ui/places.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './followUp.module.css';
import { whenText } from './followUpTold.ts';
import { useNextStep } from './NextStepHost.tsx';
import { StepRow } from './StepRow.tsx';
import { useActs } from './useActs.ts';

export function Who({ person }: { person: Person | null }) {
  const words = useWords();
  if (person === null) return <span className={styles.rowSecond}>{words.t('followUp.nobody')}</span>;
  return (
    <Link href={cardPath(person.customerId)} className={styles.who}>
      {personName(words, person.name)}
    </Link>
  );
}

export interface AppointmentRowProps {
  appointment: Appointment;
  /** In a list of everybody's: whose it is, and the time beside it; on the card neither. */
  isListed?: boolean;
}

export function AppointmentRow({ appointment, isListed = false }: AppointmentRowProps) {
  const words = useWords();
  const format = useFormat();
  const ask = useNextStep();
  const { endAppointment } = useActs();
  const { today } = useOpenShop();
  const { customer, onDate, atMinute, offering, staff, note, phone } = appointment;
  const isOver = onDate < today;
  const when = whenText(format, onDate, atMinute);
  const come = { name: words.t('followUp.act.came'), onDone: () => endAppointment(appointment, 'came') };
  const missed = {
    name: words.t('followUp.act.missed'),
    onDone: () => endAppointment(appointment, 'missed'),
  };
  const move = {
    name: words.t('followUp.act.move'),
    isQuiet: true,
    onDone: () => ask({ step: 'appointment', of: customer, appointment }),
  };
  const cancel = {
    name: words.t('followUp.act.cancel'),
    isQuiet: true,
    onDone: () => endAppointment(appointment, 'cancelled'),
  };
  const time = isOver ? when : atMinute === null ? words.t('appointments.anyTime') : clockText(atMinute);
  return (
    <StepRow
      {...(isListed
        ? { label: time }
        : { label: words.t(isOver ? 'followUp.line.didTheyCome' : 'followUp.line.appointment') })}
      text={isListed ? <Who person={customer} /> : when}
      second={[isListed ? phone : null, offering, staff, note]}
      what={isListed ? `${personName(words, customer.name)}, ${when}` : when}
      acts={isOver ? [come, missed, cancel] : onDate === today ? [missed, move, cancel] : [move, cancel]}
    />
  );
}

export function PromiseRow({ promise, name }: { promise: ShownPromise; name: string }) {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const { endPromise } = useActs();
  const { dueOn, madeOn, staff, text } = promise;
  const due =
    dueOn === null ? (
      words.t('followUp.dueNextVisit')
    ) : dueOn < today ? (
      <span className={styles.late}>
        {words.t('followUp.overdueSince', { on: format.date(dueOn, 'dayMonth') })}
      </span>
    ) : (
      words.t('followUp.dueOn', { on: format.date(dueOn, 'weekdayShort') })
    );
  return (
    <StepRow
      label={words.t('followUp.line.promise')}
      text={text}
      second={[due, staff, format.date(madeOn, 'dayMonth')]}
      what={text}
      acts={[
        { name: words.t('followUp.act.kept'), onDone: () => endPromise(promise, name, 'kept') },
        {
          name: words.t('followUp.act.drop'),
          isQuiet: true,
          onDone: () => endPromise(promise, name, 'dropped'),
        },
      ]}
    />
  );
}

export function CaseRow({ known, isListed = false }: { known: ShownCase; isListed?: boolean }) {
  const words = useWords();
  const format = useFormat();
  const ask = useNextStep();
  const { reopenCase } = useActs();
  const { customer, dueOn, opinion, text, isOverdue, closedOn, solution, staff, openedOn, origin } = known;
  const scores = (['nps', 'csat', 'ces'] as const).flatMap((kind) => {
    const score = opinion?.[kind] ?? null;
    return score === null ? [] : [words.t(`followUp.score.${kind}`, { score })];
  });
  const deadline =
    closedOn !== null ? (
      words.t('cases.closedOn', { on: format.date(closedOn, 'dayMonth') })
    ) : dueOn === null ? (
      words.t('followUp.noDeadline')
    ) : isOverdue ? (
      <span className={styles.late}>
        {words.t('followUp.overdueSince', { on: format.date(dueOn, 'dayMonth') })}
      </span>
    ) : (
      words.t('followUp.dueOn', { on: format.date(dueOn, 'weekdayShort') })
    );
  const said = text === '' ? words.t('followUp.lowScore') : text;
  const name = nameOr(words, customer?.name, words.t('followUp.nobody'));
  const more = [
    ...scores,
    staff,
    scores.length > 0 ? null : words.t(`followUp.case.origin.${origin}`),
    words.t('cases.openedOn', { on: format.date(openedOn, 'dayMonth') }),
  ];
  return (
    <StepRow
      isUrgent={!isListed}
      label={isListed ? deadline : words.t('followUp.line.case')}
      text={
        isListed ? (
          <>
            <Who person={customer} /> {said}
          </>
        ) : (
          said
        )
      }
      second={closedOn !== null ? [solution, staff] : isListed ? more : [deadline, ...more]}
      what={isListed ? `${name}, ${said}` : said}
      acts={
        closedOn !== null
          ? [{ name: words.t('followUp.act.reopen'), isQuiet: true, onDone: () => reopenCase(known) }]
          : [
              { name: words.t('followUp.act.close'), onDone: () => ask({ step: 'closeCase', known }) },
              {
                name: words.t('followUp.act.edit'),
                isQuiet: true,
                onDone: () => ask({ step: 'case', of: customer, known }),
              },
            ]
      }
    />
  );
}

export function WishRow({ wish, isListed = false }: { wish: Wish; isListed?: boolean }) {
  const words = useWords();
  const format = useFormat();
  const ask = useNextStep();
  const { tellWish, dropWish } = useActs();
  const { step, text, customer, solution, wishedOn, toldOn, cameOn, phone, staff } = wish;
  const solve = { name: words.t('followUp.act.solve'), onDone: () => ask({ step: 'solveWish', wish }) };
  const told = { name: words.t('followUp.act.told'), onDone: () => tellWish(wish) };
  const drop = { name: words.t('followUp.act.drop'), isQuiet: true, onDone: () => dropWish(wish) };
  const day = (iso: string) => format.date(iso, 'dayMonth');
  return (
    <StepRow
      {...(isListed
        ? { label: <Who person={customer} /> }
        : step === 'came' || step === 'dropped'
          ? {}
          : { label: words.t(`followUp.line.wish.${step}`) })}
      text={text}
      second={[
        solution === null ? null : words.t('followUp.told.solution', { solution }),
        step === 'solved' && isListed ? phone : null,
        toldOn === null
          ? words.t('wishes.on', { on: day(wishedOn) })
          : words.t('followUp.told.wishTold', { on: day(toldOn) }),
        cameOn === null ? null : words.t('followUp.told.wishCame', { on: day(cameOn) }),
        step === 'dropped' ? words.t('followUp.told.wishDropped') : null,
        staff,
      ]}
      what={isListed ? `${personName(words, customer.name)}, ${text}` : text}
      acts={
        step === 'wished' ? [solve, drop] : step === 'solved' ? [told, drop] : step === 'told' ? [drop] : []
      }
    />
  );
}
