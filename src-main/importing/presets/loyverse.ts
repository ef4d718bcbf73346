/**
 * Loyverse, Back Office > Reports > Receipts > Export, and Customers > Export. Header rows: exports of 2026 published with
 * the tools that read them; the customer list after help.loyverse.com/help/importing-and-exporting-customers and its template.
 * Refunds come with a minus in newer exports and without one in older: the receipt type says what they are.
 */
import type { ShippedPreset } from './preset.ts';

const RULES = [
  { column: ['Receipt type'], values: ['Refund'], as: 'refund' },
  { column: ['Status'], values: ['Cancelled', 'Canceled'], as: 'leaveOut' },
] as const;
const RECEIPT = {
  customerName: ['Customer name'],
  date: ['Date'],
  receipt: ['Receipt number'],
  amount: ['Net sales'],
  staff: ['Cashier name'],
} as const;

export const loyverseReceipts: ShippedPreset = {
  key: 'loyverse-receipts',
  kind: 'visits',
  signature: [['Date'], ['Receipt number'], ['Receipt type'], ['Net sales'], ['Total collected']],
  without: [['Item']],
  columns: { ...RECEIPT, offering: ['Description'] },
  rowRules: RULES,
};

export const loyverseReceiptItems: ShippedPreset = {
  key: 'loyverse-items',
  kind: 'visits',
  signature: [['Date'], ['Receipt number'], ['Receipt type'], ['Item'], ['Quantity'], ['Net sales']],
  columns: {
    ...RECEIPT,
    offering: ['Item'],
    category: ['Category'],
    quantity: ['Quantity'],
    note: ['Comment'],
  },
  rowRules: RULES,
};

export const loyverseCustomers: ShippedPreset = {
  key: 'loyverse-customers',
  kind: 'customers',
  signature: [['Customer name'], ['Customer code'], ['Points balance'], ['Total visits']],
  columns: {
    customer: ['Customer ID'],
    customerName: ['Customer name'],
    cardNumber: ['Customer code'],
    phone: ['Phone'],
    email: ['Email'],
    customerSince: ['First visit'],
    note: ['Note'],
    address: ['Address'],
  },
  joined: [{ field: 'address', name: 'Full address', of: [['Address'], ['Postal code'], ['City']] }],
};
