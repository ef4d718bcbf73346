/** A value as it was understood, written the way this window's language writes it. */
import type { ShownValue } from '../../../src-shared/contract/importContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';

const MAX_FRACTION_DIGITS = 3;

const digitsOf = (value: number): number =>
  Math.min(MAX_FRACTION_DIGITS, (String(value).split('.')[1] ?? '').length);

export const useShown = (): ((value: ShownValue) => string) => {
  const words: Words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  return (value) => {
    if ('text' in value) return value.text;
    if ('day' in value) {
      return `${format.date(value.day, 'dayShort')}${value.time === null ? '' : ` ${value.time}`}`;
    }
    if ('amountMinor' in value) return format.money(value.amountMinor, shop.currency);
    if ('number' in value) return format.number(value.number, digitsOf(value.number));
    return value.yes ? words.t('import.yes') : words.t('import.no');
  };
};
