/** A visit to look at: who, when, what for, what was said after it. */
import { useEffect } from 'react';
import { Link } from 'wouter';
import {
  CANCEL_REASONS,
  type ShownLine,
  type ShownVisit,
} from '../../../src-shared/contract/visitContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { type Received, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { SoldNumbers } from '../../benefits/SoldNumbers.tsx';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PageTitle, PartTitle } from '../../ui/PageTitle.tsx';
import { type VisitMode, visitPath } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { quantityText } from '../../visitForm/typedNumbers.ts';
import { isRefundable, isRefundVisit, lineName, visitorOf } from './visitNames.ts';
import styles from './visits.module.css';

export interface VisitViewProps {
  visit: ShownVisit;
  parts: Received<'visit.formParts'>;
  onMode(mode: VisitMode): void;
}

/** Kept as `kind`, or `kind: text`; what an older version or an import wrote stands as it is. */
const reasonText = (reason: string, words: Words): string => {
  const [, kind, text] = /^(\w+)(?:: ([\s\S]*))?$/.exec(reason) ?? [];
  const known = CANCEL_REASONS.find((one) => one === kind);
  if (known === undefined) return reason;
  if (known === 'other' && text) return text;
  return [words.t(`visits.why.${known}`), text].filter((part) => part).join(': ');
};

export function VisitView({ visit, parts, onMode }: VisitViewProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { shop, today } = useOpenShop();
  const uncancel = useCommand('visit.uncancel');
  const undoChange = useCommand('change.undo');
  const isActive = visit.cancelled === null;
  const canRefund = isActive && isRefundable(visit);
  const staffName = (staffId: number | null) =>
    parts.staff.find((one) => one.staffId === staffId)?.name ?? null;
  useShortcut('e', isActive, () => onMode('edit'));
  useShortcut('r', canRefund, () => onMode('refund'));
  const name = visitorOf(visit, words);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // What lies over the screen closes by the same key.
      const isTaken =
        event.target instanceof Element && event.target.closest('dialog, [aria-expanded="true"]');
      if (event.key !== 'Escape' || event.defaultPrevented || isTaken) return;
      event.preventDefault();
      history.back();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  const bringBack = () =>
    uncancel.mutate(
      { visitId: visit.visitId },
      {
        onSuccess: ({ changeId }) =>
          notices.say({
            text: words.t('visits.uncancelled', { name }),
            ...(changeId === null
              ? {}
              : {
                  undo: async () => {
                    await undoChange.mutateAsync({ changeId });
                    return words.t('visits.cancelDone', { name });
                  },
                }),
          }),
      },
    );
  const about = [
    words.t('visits.at', { date: format.date(visit.date, 'weekday'), time: visit.time }),
    visit.date.slice(0, 4) === today.slice(0, 4) ? null : visit.date.slice(0, 4),
    staffName(visit.staffId),
    visit.receipt === null ? null : words.t('visits.receipt', { receipt: visit.receipt }),
  ].filter((part) => part !== null);
  const total = visit.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (
    <article className={styles.visit}>
      <PageTitle>{words.t(isRefundVisit(visit) ? 'visits.refundTitle' : 'visits.title', { name })}</PageTitle>
      <p className={styles.about}>{about.join(' · ')}</p>
      {visit.cancelled === null ? null : (
        <p className={styles.cancelled}>
          {words.t('visits.cancelledOn', { date: format.date(visit.cancelled.on) })}
          {visit.cancelled.reason === null ? null : ` ${reasonText(visit.cancelled.reason, words)}.`}
        </p>
      )}
      {visit.isMonthSealed ? (
        <Sentence
          size="note"
          text={words.t('visits.sealed', { month: format.date(visit.date.slice(0, 7), 'month') })}
        />
      ) : null}
      {visit.note === null ? null : <p className={styles.note}>{visit.note}</p>}
      <OwnValues visit={visit} parts={parts} />
      {visit.lines.length === 0 ? (
        <Sentence text={words.t('visits.noLines')} />
      ) : (
        <table className={styles.lines}>
          <caption className={styles.hidden}>{words.t('visits.lines')}</caption>
          <thead>
            <tr>
              <th scope="col">{words.t('visits.lines')}</th>
              <th scope="col" className={styles.number}>
                {words.t('visits.quantity')}
              </th>
              <th scope="col" className={styles.number}>
                {words.t('visits.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {visit.lines.map((line) => (
              <Line key={line.lineId} line={line} currency={shop.currency} who={staffName(line.staffId)} />
            ))}
          </tbody>
          {visit.lines.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row">{words.t('visits.sum')}</th>
                <td />
                <td className={styles.number}>{format.money(total, shop.currency)}</td>
              </tr>
            </tfoot>
          ) : null}
        </table>
      )}
      <Sold visit={visit} />
      {uncancel.error ? <ErrorNote error={uncancel.error} /> : null}
      <div className={styles.commands}>
        {isActive ? (
          <>
            <Action autoFocus keys="Mod+E" onClick={() => onMode('edit')}>
              {words.t('visits.edit')}
            </Action>
            {canRefund ? (
              <SecondAction keys="Mod+R" onClick={() => onMode('refund')}>
                {words.t('visits.doRefund')}
              </SecondAction>
            ) : null}
            <SecondAction onClick={() => onMode('cancel')}>{words.t('visits.doCancel')}</SecondAction>
          </>
        ) : (
          <Action autoFocus loading={uncancel.isPending} onClick={bringBack}>
            {words.t('visits.uncancel')}
          </Action>
        )}
        <Command isQuiet keys="Esc" onClick={() => history.back()}>
          {words.t('visits.back')}
        </Command>
      </div>
      <Said visit={visit} />
    </article>
  );
}

function Line({ line, currency, who }: { line: ShownLine; currency: string; who: string | null }) {
  const words = useWords();
  const format = useFormat();
  const rest = [
    who,
    line.discountMinor === null
      ? null
      : words.t('visits.discountOf', { amount: format.money(line.discountMinor, currency) }),
  ].filter((part) => part !== null);
  return (
    <tr>
      <th scope="row">
        {lineName(line, words)}
        {rest.length > 0 ? <span className={styles.rest}> {rest.join(' · ')}</span> : null}
        {line.corrects === null ? null : (
          <Link className={styles.linked} href={visitPath(line.corrects.visitId)}>
            {words.t('visits.correctsVisit', { date: format.date(line.corrects.date) })}
          </Link>
        )}
        {line.refunds.map((refund) => (
          <Link key={refund.visitId} className={styles.linked} href={visitPath(refund.visitId)}>
            {words.t('visits.refunded', {
              amount: format.money(-refund.amountMinor, currency),
              date: format.date(refund.date),
            })}
          </Link>
        ))}
      </th>
      <td className={styles.number}>{quantityText(line.quantityThousandths, words.locale)}</td>
      <td className={styles.number}>{format.money(line.amountMinor, currency)}</td>
    </tr>
  );
}

function OwnValues({ visit, parts }: Pick<VisitViewProps, 'visit' | 'parts'>) {
  const words = useWords();
  const format = useFormat();
  const shown = visit.ownValues.flatMap(({ fieldId, value }) => {
    const field = parts.ownFields.find((one) => one.fieldId === fieldId);
    if (!field) return [];
    const text =
      field.kind === 'yesNo'
        ? words.t(value === 'yes' ? 'common.yes' : 'common.no')
        : field.kind === 'date'
          ? format.date(value)
          : value;
    return [{ fieldId, name: field.name, text }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className={styles.own}>
      {shown.map(({ fieldId, name, text }) => (
        <div key={fieldId}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sold({ visit }: { visit: ShownVisit }) {
  const words = useWords();
  if (visit.sold.length === 0) return null;
  return (
    <section className={styles.said} aria-labelledby="visit-sold">
      <PartTitle id="visit-sold">{words.t('benefits.soldNumbers')}</PartTitle>
      <SoldNumbers sold={visit.sold} />
    </section>
  );
}

function Said({ visit }: { visit: ShownVisit }) {
  const words = useWords();
  if (visit.opinions.length === 0) return null;
  return (
    <section className={styles.said} aria-labelledby="visit-said">
      <PartTitle id="visit-said">{words.t('visits.opinions')}</PartTitle>
      <ul>
        {visit.opinions.map(({ opinionId, nps, csat, ces, comment }) => (
          <li key={opinionId}>
            {[
              ...Object.entries({ nps, csat, ces }).flatMap(([kind, value]) =>
                value === null
                  ? []
                  : [
                      words.t('opinions.scored', {
                        score: words.t(`opinions.score.${kind as 'nps'}`),
                        value,
                      }),
                    ],
              ),
              comment,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
