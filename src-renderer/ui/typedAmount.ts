/** Reads an amount as people type it at the desk: with a comma or a dot, with or without the currency. Pure. */
import { type MoneyFault, parseMoney } from '../../src-shared/domain/money.ts';

/** The last comma or dot is the decimal mark when at most two digits follow it: `12,5`, `1 200.00`. */
const DECIMAL_TAIL = /([.,])\d{0,2}\D*$/;

/** Minor units of `currency`, null for an empty field, or why it cannot be read. */
export const parseTypedAmount = (text: string, currency: string): number | null | MoneyFault => {
  if (text.trim() === '') return null;
  const decimal = DECIMAL_TAIL.exec(text)?.[1] === '.' ? '.' : ',';
  return parseMoney(text, { decimal, currency });
};
