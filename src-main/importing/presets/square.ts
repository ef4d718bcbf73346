/**
 * Square, Dashboard > Transactions > Export. Header rows: exports of 2018 to 2026 published with the tools that read them
 * (github.com/socrtwo/Schola, samples/; github.com/rwslippey/square_transaction_parser) and, for customers, the Square
 * help page "Manage your customer directory online". The columns grow in number from year to year and keep their names.
 */
import type { ShippedPreset } from './preset.ts';

const DATE_TIME = { field: 'date', name: 'Date Time', of: [['Date'], ['Time']] } as const;
const DATE_FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** One row for each thing sold; a refund is a row with a minus and the event type "Refund". */
export const squareItems: ShippedPreset = {
  key: 'square-items',
  kind: 'visits',
  signature: [
    ['Date'],
    ['Item'],
    ['Price Point Name'],
    ['Net Sales'],
    ['Transaction ID'],
    ['Modifiers Applied'],
  ],
  columns: {
    customer: ['Customer ID'],
    customerName: ['Customer Name'],
    date: ['Date'],
    receipt: ['Transaction ID'],
    offering: ['Item'],
    category: ['Category'],
    quantity: ['Qty'],
    amount: ['Net Sales'],
    staff: ['Employee'],
    note: ['Notes'],
  },
  joined: [DATE_TIME],
  rowRules: [{ column: ['Event Type'], values: ['Refund'], as: 'refund' }],
  dateFormat: DATE_FORMAT,
};

/** One row for each payment. */
export const squareTransactions: ShippedPreset = {
  key: 'square-transactions',
  kind: 'visits',
  signature: [
    ['Date'],
    ['Gross Sales'],
    ['Net Sales'],
    ['Total Collected'],
    ['Transaction ID'],
    ['Payment ID'],
  ],
  without: [['Item']],
  columns: {
    customer: ['Customer ID'],
    customerName: ['Customer Name'],
    date: ['Date'],
    receipt: ['Transaction ID'],
    offering: ['Description'],
    amount: ['Net Sales'],
    staff: ['Staff Name'],
  },
  joined: [DATE_TIME],
  rowRules: [
    { column: ['Event Type'], values: ['Refund'], as: 'refund' },
    { column: ['Transaction Status'], values: ['Failed', 'Cancelled', 'Canceled'], as: 'leaveOut' },
  ],
  dateFormat: DATE_FORMAT,
};

export const squareCustomers: ShippedPreset = {
  key: 'square-customers',
  kind: 'customers',
  signature: [['First Name'], ['Last Name', 'Surname'], ['Email Address'], ['Square Customer ID']],
  columns: {
    customer: ['Square Customer ID'],
    cardNumber: ['Reference ID'],
    firstName: ['First Name'],
    lastName: ['Last Name', 'Surname'],
    phone: ['Phone Number'],
    email: ['Email Address'],
    birthday: ['Birthday'],
    customerSince: ['First Visit'],
    note: ['Memo'],
    address: ['Street Address 1'],
  },
  joined: [
    {
      field: 'address',
      name: 'Address',
      of: [['Street Address 1'], ['Street Address 2'], ['Postal Code'], ['City']],
    },
  ],
};
