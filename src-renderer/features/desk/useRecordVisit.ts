/**
 * Records a visit, and first the person where they are new. A visit carries an id made here, and a
 * person made by a half-finished try is remembered, so that trying again after a failure never makes
 * two of either.
 */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { NextStep } from '../../../src-shared/contract/visitContract.ts';
import { type Received, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { shownCode } from '../../benefits/benefitTexts.ts';
import { clockText } from '../../person/rhythmText.ts';
import { askAtDesk, type OpinionAbout } from '../../ui/askedAtDesk.ts';
import { copyText } from '../../ui/copyText.ts';
import { useNotices } from '../../ui/notices.tsx';
import { PLACES } from '../../ui/places.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import type { ReadVisit } from '../../visitForm/useVisitForm.ts';
import type { Guest } from './guest.ts';
import { type NewPerson, personOf } from './newPerson.ts';

export interface VisitToRecord {
  readonly guest: Guest | ({ readonly kind: 'new' } & NewPerson);
  readonly visit: ReadVisit;
  /** What is agreed and given at it. */
  readonly next: NextStep | null;
}

type Made = Omit<Received<'visit.record'>, 'visitId'>;

/** A visit of now, without an amount: recorded with one key. */
export const NOTHING_SAID: ReadVisit = {
  at: { date: '', time: null },
  isNow: true,
  staffId: null,
  note: null,
  lines: [],
  ownValues: [],
};

export interface Recording {
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Whose visit was recorded last, for the opinion that may follow. */
  readonly last: OpinionAbout | null;
  record(visit: VisitToRecord): Promise<boolean>;
  clearError(): void;
}

export const useRecordVisit = (): Recording => {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const [, go] = useLocation();
  const { shop } = useOpenShop();
  const createCustomer = useCommand('customer.create');
  const recordVisit = useCommand('visit.record');
  const takeBack = useCommand('visit.undoRecorded');
  const [last, setLast] = useState<OpinionAbout | null>(null);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef<{ key: string; visitUid: string; customerId: number | null } | null>(null);

  const customerOf = async ({ guest }: VisitToRecord) => {
    if (guest.kind === 'walkIn') return { customerId: null, name: words.t('desk.walkInName') };
    if (guest.kind === 'known') return { customerId: guest.customer.customerId, name: guest.customer.name };
    if (!('name' in guest)) throw new Error('A new person is recorded with a name');
    const known = attempt.current?.customerId ?? null;
    const customerId = known ?? (await createCustomer.mutateAsync(personOf(guest))).customerId;
    if (attempt.current) attempt.current = { ...attempt.current, customerId };
    return { customerId, name: guest.name };
  };

  /** What was sold under a number goes on the paper now: said first, so that the visit's own notice is the one undone. */
  const sayNumbers = (sold: Made['sold']): number | null => {
    if (sold.length === 0) return null;
    const codes = sold.map(({ code }) => shownCode(code));
    return notices.say({
      text: sold
        .map(({ name, code }) => words.t('benefits.soldNumber', { name, code: shownCode(code) }))
        .join(' '),
      action: {
        label: words.t('benefits.copyCode'),
        onChosen: () => {
          if (copyText(codes.join('\n'))) notices.say({ text: words.t('benefits.codeCopied') });
        },
      },
    });
  };

  /** Said at the foot of the window, from where it can be taken back and followed by an opinion. */
  const say = (name: string, about: OpinionAbout, { visit, next }: VisitToRecord, made: Made) => {
    const amounts = visit.lines.flatMap(({ amountMinor }) => (amountMinor === null ? [] : [amountMinor]));
    const amount = format.money(
      amounts.reduce((sum, minor) => sum + minor, 0),
      shop.currency,
    );
    const date = format.date(made.businessDate);
    const isToday = visit.isNow;
    const said =
      amounts.length === 0
        ? isToday
          ? words.t('desk.recorded', { name })
          : words.t('desk.recordedFor', { name, date })
        : isToday
          ? words.t('desk.recordedAmount', { name, amount })
          : words.t('desk.recordedAmountFor', { name, amount, date });
    const booked = next?.appointment ?? null;
    const [clash] = made.clashes;
    const codeNotice = sayNumbers(made.sold);
    notices.say({
      text: [
        booked === null
          ? said
          : words.t('desk.recordedNext', {
              said,
              // "28 dec." brings a full stop of its own.
              day: format.date(booked.onDate, 'weekdayShort').replace(/\.$/, ''),
            }),
        ...(clash === undefined
          ? []
          : [words.t('desk.clash', { name: clash.name, time: clockText(clash.atMinute) })]),
      ].join(' '),
      undo: async () => {
        if (about.visitId !== null) await takeBack.mutateAsync({ visitId: about.visitId });
        setLast(null);
        if (codeNotice !== null) notices.close(codeNotice);
        return words.t('desk.undone', { name });
      },
      action: {
        label: words.t('desk.takeOpinion'),
        // The notice stands on every screen.
        onChosen: () => {
          go(PLACES.desk);
          askAtDesk({ what: 'opinion', about });
        },
      },
    });
  };

  const record = async (toRecord: VisitToRecord): Promise<boolean> => {
    const { guest, visit, next } = toRecord;
    const key = JSON.stringify(guest);
    if (attempt.current?.key !== key) {
      attempt.current = { key, visitUid: crypto.randomUUID(), customerId: null };
    }
    setError(null);
    try {
      const { customerId, name } = await customerOf(toRecord);
      const { visitId, ...made } = await recordVisit.mutateAsync({
        customerId,
        at: visit.isNow ? null : visit.at,
        staffId: visit.staffId,
        note: visit.note,
        lines: visit.lines.map(({ lineId: _new, ...line }) => line),
        ownValues: visit.ownValues,
        next,
        visitUid: attempt.current.visitUid,
      });
      attempt.current = null;
      const about = { customerId, name: guest.kind === 'walkIn' ? null : name, visitId };
      setLast(about);
      say(name, about, toRecord, made);
      return true;
    } catch (caught) {
      setError(caught);
      return false;
    }
  };

  return {
    isBusy: createCustomer.isPending || recordVisit.isPending,
    error,
    last,
    record,
    clearError: () => setError(null),
  };
};
