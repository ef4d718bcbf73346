/** What they hold that can be used: packages, cards, vouchers, memberships, with what is left. */
import { poolHoldings } from '../../src-shared/domain/benefitPool.ts';
import { useAnswer } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { balanceText, durationText, endsSoon } from '../benefits/benefitTexts.ts';
import { Marked } from '../ui/Sentence.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { Part } from './Part.tsx';
import styles from './person.module.css';

export function Balances({ customerId }: { customerId: number }) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const { data } = useAnswer('benefit.ofCustomer', { customerId });
  const holdings = poolHoldings(data?.holdings ?? []).filter(({ state }) => state === 'holds');
  if (!data || holdings.length === 0) return null;
  const writing = { words, format, currency: shop.currency };
  return (
    <Part title={words.t('person.balances')}>
      {holdings.map((holding) => {
        const duration = durationText(holding, data.asOf, writing);
        return (
          <div key={holding.benefitId} className={styles.entry}>
            <p>
              {holding.planName}
              {': '}
              <Marked text={balanceText(holding, writing)} />
            </p>
            {duration === '' ? null : (
              <p className={styles.note} data-soon={endsSoon(holding, data.asOf)}>
                {duration}
              </p>
            )}
          </div>
        );
      })}
    </Part>
  );
}
