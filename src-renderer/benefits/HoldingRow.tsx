/** One thing that somebody holds: its balance, until when, and its movements when asked for. */
import { useState } from 'react';
import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import { useCommand } from '../api/procedures.ts';
import { Command } from '../ui/Command.tsx';
import { useNotices } from '../ui/notices.tsx';
import { Marked } from '../ui/Sentence.tsx';
import styles from './benefits.module.css';
import {
  balanceText,
  durationText,
  endsSoon,
  kindName,
  rewardsReady,
  shownCode,
  type Writing,
} from './benefitTexts.ts';
import { CodeForm } from './CodeForm.tsx';
import { Movements } from './Movements.tsx';
import { useBenefitUndo } from './useBenefitUndo.ts';

export interface HoldingRowProps {
  holding: Holding;
  asOf: string;
  writing: Writing;
  isLeading: boolean;
}

/** More dots than these nobody counts; the figure stands beside them anyway. */
const MOST_DOTS = 20;

export function HoldingRow({ holding, asOf, writing, isLeading }: HoldingRowProps) {
  const { words } = writing;
  const { benefitId, planName, rules, state, balance, code, soldWith, renewedById } = holding;
  const notices = useNotices();
  const withUndo = useBenefitUndo();
  const cancel = useCommand('benefit.cancel');
  const renew = useCommand('benefit.renew');
  const [showsMoves, setShowsMoves] = useState(false);
  const isOver =
    state === 'ended' || state === 'cancelled' || (state === 'empty' && rules.kind === 'package');
  const isCounted = rules.kind !== 'membership' && rules.kind !== 'warranty';
  const duration = durationText(holding, asOf, writing);
  const about = [
    ...(rules.kind === 'warranty' && soldWith?.offeringName
      ? [words.t('benefits.with', { name: soldWith.offeringName })]
      : []),
    ...(code === null ? [] : [words.t('benefits.code', { code: shownCode(code) })]),
    ...(renewedById === null ? [] : [words.t('benefits.renewed')]),
  ];
  const rewards = rewardsReady(holding);
  const isRenewable = rules.kind === 'membership' && renewedById === null && state !== 'cancelled';
  return (
    <li className={`${styles.holding} ${isOver ? styles.over : ''}`}>
      <div className={styles.holdingHead}>
        <span className={styles.holdingName}>{planName}</span>
        {isCounted && !isOver && !(state === 'empty' && rules.kind !== 'stamps') ? (
          <span className={styles.balance}>
            <Marked text={balanceText(holding, writing)} />
          </span>
        ) : null}
      </div>
      {rules.kind === 'stamps' && !isOver && rules.needed <= MOST_DOTS ? (
        <span className={styles.dots} aria-hidden="true">
          {Array.from({ length: rules.needed }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
            <span key={at} className={styles.dot} data-on={at < balance || undefined} />
          ))}
        </span>
      ) : null}
      {rewards > 0 ? (
        <p className={styles.reward}>
          <Marked text={words.t('benefits.balance.rewards', { count: rewards })} />
        </p>
      ) : null}
      <p className={styles.about}>
        {isCounted ? null : <>{kindName(words, rules.kind)} </>}
        <span className={endsSoon(holding, asOf) ? styles.soon : ''}>{duration}</span>
        {about.length > 0 ? `${duration === '' ? '' : ', '}${about.join(', ')}` : ''}
      </p>
      <div className={styles.commands}>
        <Command
          isQuiet
          aria-expanded={showsMoves}
          aria-label={words.t('benefits.movementsOf', { name: planName })}
          onClick={() => setShowsMoves(!showsMoves)}
        >
          {words.t('benefits.movements')}
        </Command>
      </div>
      {showsMoves ? (
        <>
          <Movements benefitId={benefitId} writing={writing} isLeading={isLeading} />
          <div className={styles.commands}>
            {isLeading && isRenewable ? (
              <Command
                isQuiet
                aria-label={words.t('benefits.renewNamed', { name: planName })}
                disabled={renew.isPending}
                onClick={() =>
                  renew.mutate(
                    { benefitId, entryUid: crypto.randomUUID() },
                    {
                      onSuccess: ({ changeId }) =>
                        withUndo(words.t('benefits.given', { name: planName }), changeId),
                      onError: notices.fail,
                    },
                  )
                }
              >
                {words.t('benefits.renew')}
              </Command>
            ) : null}
            {isLeading && code !== null && !isOver ? (
              <CodeForm benefitId={benefitId} planName={planName} code={code} />
            ) : null}
            {isLeading && (state === 'holds' || state === 'ahead') ? (
              <Command
                isQuiet
                aria-label={words.t('benefits.giveUpNamed', { name: planName })}
                disabled={cancel.isPending}
                onClick={() =>
                  cancel.mutate(
                    { benefitId },
                    {
                      onSuccess: ({ changeId }) =>
                        withUndo(words.t('benefits.gaveUp', { name: planName }), changeId),
                      onError: notices.fail,
                    },
                  )
                }
              >
                {words.t('benefits.giveUp')}
              </Command>
            ) : null}
          </div>
        </>
      ) : null}
    </li>
  );
}
