/** Trades in words. */
import type { Trade } from '../../src-shared/contract/values.ts';
import type { Words } from '../../src-shared/words/words.ts';

export const tradeNames = (words: Words): Readonly<Record<Trade | 'other', string>> => ({
  salon: words.t('setup.trade.salon'),
  dental: words.t('setup.trade.dental'),
  workshop: words.t('setup.trade.workshop'),
  shop: words.t('setup.trade.shop'),
  gym: words.t('setup.trade.gym'),
  other: words.t('setup.trade.other'),
});
