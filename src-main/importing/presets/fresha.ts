/**
 * Fresha. The client list (Clients > Options > Export) has the columns below in exports of 2026 that published tools read.
 * Fresha does not publish the header of its appointment and sales reports: they are recognised by the names that the reports
 * show on screen (fresha.com/help-center, Reports), and the owner sees in the preview whether they fit.
 */
import type { ShippedPreset } from './preset.ts';

export const freshaClients: ShippedPreset = {
  key: 'fresha-clients',
  kind: 'customers',
  signature: [['Client ID'], ['First Name'], ['Last Name'], ['Mobile Number'], ['Accepts Marketing']],
  columns: {
    customer: ['Client ID'],
    customerName: ['Full Name'],
    firstName: ['First Name'],
    lastName: ['Last Name'],
    phone: ['Mobile Number'],
    phone2: ['Telephone'],
    email: ['Email'],
    birthday: ['Date of Birth'],
    customerSince: ['Added'],
    source: ['Referral Source'],
    note: ['Note'],
    address: ['Address'],
    marketingEmail: ['Accepts Marketing'],
    marketingSms: ['Accepts SMS Marketing'],
  },
  joined: [{ field: 'address', name: 'Full address', of: [['Address'], ['Post Code'], ['City']] }],
};

/** One row for each booked service. What did not take place is no visit. */
export const freshaAppointments: ShippedPreset = {
  key: 'fresha-appointments',
  kind: 'visits',
  signature: [
    ['Ref #', 'Appt. ref.', 'Appt ref'],
    ['Client'],
    ['Service'],
    ['Scheduled date', 'Appointment date', 'Date'],
    ['Status'],
  ],
  columns: {
    customerName: ['Client'],
    date: ['Scheduled date', 'Appointment date', 'Date'],
    receipt: ['Ref #', 'Appt. ref.', 'Appt ref'],
    offering: ['Service'],
    category: ['Category', 'Service category'],
    amount: ['Price', 'Net sales', 'Amount'],
    staff: ['Team member', 'Staff', 'Employee'],
  },
  joined: [
    {
      field: 'date',
      name: 'Date Time',
      of: [
        ['Scheduled date', 'Appointment date', 'Date'],
        ['Time', 'Start time'],
      ],
    },
  ],
  rowRules: [
    {
      column: ['Status'],
      values: [
        'Cancelled',
        'Canceled',
        'No-show',
        'No show',
        'New',
        'Booked',
        'Confirmed',
        'Started',
        'Arrived',
      ],
      as: 'leaveOut',
    },
  ],
};

export const freshaSales: ShippedPreset = {
  key: 'fresha-sales',
  kind: 'visits',
  signature: [
    ['Sale #', 'Sale no.', 'Invoice #'],
    ['Sale date', 'Date', 'Invoice date'],
    ['Client'],
    ['Item', 'Description'],
  ],
  columns: {
    customerName: ['Client'],
    date: ['Sale date', 'Invoice date', 'Date'],
    receipt: ['Sale #', 'Sale no.', 'Invoice #'],
    offering: ['Item', 'Description'],
    category: ['Category', 'Type'],
    quantity: ['Items sold', 'Quantity', 'Qty'],
    amount: ['Net sales', 'Total sales', 'Gross total', 'Amount'],
    staff: ['Team member', 'Staff'],
  },
  rowRules: [
    { column: ['Sale type', 'Transaction type'], values: ['Refund'], as: 'refund' },
    {
      column: ['Status', 'Sale status'],
      values: ['Voided', 'Void', 'Cancelled', 'Draft', 'Unpaid'],
      as: 'leaveOut',
    },
  ],
};
