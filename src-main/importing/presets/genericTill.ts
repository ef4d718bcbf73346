/**
 * Any till whose export says in a column of its own what kind of receipt a row is: sale, return, cancelled. The names are those
 * of the dictionary that guesses columns, in three languages; without such a column, guessing does the same.
 */
import { NAMES } from '../columnNames.ts';
import type { Names, ShippedPreset } from './preset.ts';

const namesOf = (field: string): Names => NAMES.find(([name]) => name === field)?.[1] ?? [];

const KIND_OF_RECEIPT: Names = [
  'Receipt type',
  'Transaction type',
  'Document type',
  'Operation',
  'Rodzaj',
  'Rodzaj paragonu',
  'Rodzaj dokumentu',
  'Typ',
  'Typ dokumentu',
  'Typ paragonu',
  'Typ transakcji',
  'Operacja',
  'Tip',
  'Tip document',
  'Tip bon',
  'Tip tranzacție',
  'Operațiune',
];

const till = (key: string, amount: 'amount' | 'unitPrice'): ShippedPreset => ({
  key,
  kind: 'visits',
  signature: [
    namesOf('date'),
    namesOf('receipt'),
    namesOf(amount),
    KIND_OF_RECEIPT,
    ...(amount === 'unitPrice' ? [namesOf('quantity')] : []),
  ],
  ...(amount === 'unitPrice' ? { without: [namesOf('amount')] } : {}),
  columns: {
    customer: namesOf('customer').filter((name) => !['id', 'cust id', 'cust'].includes(name)),
    customerName: namesOf('customerName'),
    phone: namesOf('phone'),
    email: namesOf('email'),
    date: namesOf('date'),
    receipt: namesOf('receipt'),
    offering: namesOf('offering'),
    category: namesOf('category'),
    quantity: namesOf('quantity'),
    [amount]: namesOf(amount),
    staff: namesOf('staff'),
    note: namesOf('note'),
  },
  rowRules: [
    {
      column: KIND_OF_RECEIPT,
      values: ['Refund', 'Return', 'Zwrot', 'Retur', 'Restituire', 'Retur marfă', 'Korekta', 'R', 'Z'],
      as: 'refund',
    },
    {
      column: KIND_OF_RECEIPT,
      values: [
        'Cancelled',
        'Canceled',
        'Void',
        'Voided',
        'Anulowany',
        'Anulowana',
        'Anulacja',
        'Anulat',
        'Anulare',
        'Storno',
      ],
      as: 'leaveOut',
    },
  ],
});

export const genericTill = till('generic-till', 'amount');
export const genericTillByPrice = till('generic-till-price', 'unitPrice');
