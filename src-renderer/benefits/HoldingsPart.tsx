/** On the card: what the person holds, what is left of each, and what can be done with it. */
import { type ReactNode, useState } from 'react';
import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import { useRole } from '../api/access.tsx';
import { useAnswer, useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PartActions } from '../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './benefits.module.css';
import { GiveForm } from './GiveForm.tsx';
import { HoldingRow } from './HoldingRow.tsx';

export interface HoldingsPartProps {
  customerId: number;
  /** The frame that the card gives its parts. */
  frame(title: string, children: ReactNode): ReactNode;
}

/** Shown without being asked for: what is of use, and a card that is being filled. */
const isCurrent = ({ state, rules }: Holding): boolean =>
  state === 'holds' ||
  state === 'ahead' ||
  (state === 'empty' && (rules.kind === 'stamps' || rules.kind === 'points'));

export function HoldingsPart({ customerId, frame }: HoldingsPartProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  /** Gives, takes back and renews; the desk looks. */
  const isLeading = useRole() !== 'desk';
  const { currency } = useOpenShop().shop;
  const plans = useAnswer('benefitPlan.list', {});
  const held = useAnswer('benefit.ofCustomer', { customerId });
  const savePdf = useCommand('benefit.saveStatement');
  const [showsPast, setShowsPast] = useState(false);
  const [isGiving, setIsGiving] = useState(false);
  const error = plans.error ?? held.error;
  if (error) return <ErrorNote error={error} />;
  // A shop that has nothing of the kind is not bothered with it.
  if (!plans.data || !held.data || (plans.data.plans.length === 0 && held.data.holdings.length === 0))
    return null;
  const { asOf, holdings } = held.data;
  const current = holdings.filter(isCurrent);
  const past = holdings.filter((holding) => !isCurrent(holding));
  const givable = plans.data.plans.filter(({ isArchived }) => !isArchived);
  const shown = showsPast ? [...current, ...past] : current;
  return frame(
    words.t('benefits.card.title'),
    <>
      {current.length === 0 ? <p className={styles.about}>{words.t('benefits.card.empty')}</p> : null}
      {shown.length === 0 ? null : (
        <ul className={styles.holdings}>
          {shown.map((holding) => (
            <HoldingRow
              key={holding.benefitId}
              holding={holding}
              asOf={asOf}
              writing={{ words, format, currency }}
              isLeading={isLeading}
            />
          ))}
        </ul>
      )}
      {isGiving ? (
        <GiveForm customerId={customerId} plans={givable} onClose={() => setIsGiving(false)} />
      ) : (
        <PartActions>
          {isLeading && givable.length > 0 ? (
            <Command onClick={() => setIsGiving(true)}>{words.t('benefits.give')}</Command>
          ) : null}
          {isLeading && holdings.length > 0 ? (
            <Command
              isQuiet
              disabled={savePdf.isPending}
              onClick={() =>
                savePdf.mutate(
                  { customerId },
                  {
                    onSuccess: ({ saved }) => {
                      if (saved) notices.say({ text: words.t('benefits.saved') });
                    },
                    onError: notices.fail,
                  },
                )
              }
            >
              {words.t('benefits.savePdf')}
            </Command>
          ) : null}
          {past.length > 0 ? (
            <Command isQuiet aria-expanded={showsPast} onClick={() => setShowsPast(!showsPast)}>
              {showsPast
                ? words.t('benefits.card.hidePast')
                : words.t('benefits.card.showPast', { count: past.length })}
            </Command>
          ) : null}
        </PartActions>
      )}
    </>,
  );
}
