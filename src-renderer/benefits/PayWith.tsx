/** Under a line: what the customer holds that can pay for it, each a button that is pressed or not. */
import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import { useOpenShop } from '../api/shop.tsx';
import { Key } from '../ui/Key.tsx';
import { Marked } from '../ui/Sentence.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './benefits.module.css';
import { balanceText } from './benefitTexts.ts';
import { type LineBenefit, offersFor, type PayableLine } from './lineBenefit.ts';

export interface PayWithProps {
  holdings: readonly Holding[];
  line: PayableLine;
  lines: readonly PayableLine[];
  benefit: LineBenefit | null;
  /** Goes through what is offered. */
  keys?: string;
  onChange(benefit: LineBenefit | null): void;
}

export function PayWith({ holdings, line, lines, benefit, keys, onChange }: PayWithProps) {
  const words = useWords();
  const format = useFormat();
  const { currency } = useOpenShop().shop;
  const writing = { words, format, currency };
  const offers = offersFor(holdings, line, lines);
  const recorded = benefit !== null && !offers.some(({ holding }) => holding.benefitId === benefit.benefitId);
  if (offers.length === 0 && !recorded) return null;
  return (
    <fieldset className={styles.pay}>
      <legend>
        {words.t('benefits.pay.with')}{' '}
        {keys === undefined || offers.length === 0 ? null : <Key keys={keys} />}
      </legend>
      {recorded ? (
        <button type="button" className={styles.chip} aria-pressed onClick={() => onChange(null)}>
          <span className={styles.chipName}>{benefit.name}</span>
        </button>
      ) : null}
      {offers.map(({ holding, payment }) => {
        const isOn = benefit?.benefitId === holding.benefitId;
        const after = { ...holding, balance: holding.balance - payment.takes };
        const isCounted = holding.rules.kind !== 'membership' && holding.rules.kind !== 'warranty';
        const detail = !isCounted
          ? ''
          : isOn
            ? words.t('benefits.pay.then', { balance: balanceText(after, writing) })
            : balanceText(holding, writing);
        const rest =
          isOn && payment.amountMinor > 0
            ? words.t('benefits.pay.rest', { amount: format.money(payment.amountMinor, currency) })
            : '';
        return (
          <button
            key={holding.benefitId}
            type="button"
            className={styles.chip}
            aria-pressed={isOn}
            onClick={() =>
              onChange(isOn ? null : { benefitId: holding.benefitId, name: holding.planName, holding })
            }
          >
            <span className={styles.chipName}>{holding.planName}</span>
            {[detail, rest]
              .filter((text) => text !== '')
              .map((text) => (
                <span key={text} className={styles.chipDetail}>
                  <Marked text={text} />
                </span>
              ))}
          </button>
        );
      })}
    </fieldset>
  );
}
