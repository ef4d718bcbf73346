/**
 * WooCommerce has three exports in use: Analytics > Orders > Download (woocommerce.com/document/woocommerce-analytics), the
 * Customer/Order/Coupon export extension (woocommerce.com/document/ordercustomer-csv-export) and the plugin Advanced Order
 * Export (wordpress.org/plugins/woo-order-export-lite). Orders that were not paid, or were cancelled or refunded in full, are
 * no visits.
 */
import type { ShippedPreset } from './preset.ts';

const NOT_BOUGHT = [
  'cancelled',
  'failed',
  'pending',
  'pending payment',
  'on-hold',
  'on hold',
  'refunded',
  'trash',
  'draft',
  'checkout-draft',
  'wc-cancelled',
  'wc-failed',
  'wc-pending',
  'wc-on-hold',
  'wc-refunded',
  // As the shop's language names them.
  'anulowane',
  'nieudane',
  'oczekujące na płatność',
  'wstrzymane',
  'zwrócone',
  'anulată',
  'eșuată',
  'plată în așteptare',
  'în așteptare',
  'rambursată',
];

export const woocommerceAnalytics: ShippedPreset = {
  key: 'woocommerce-analytics',
  kind: 'visits',
  signature: [
    ['Date'],
    ['Order #'],
    ['Status'],
    ['Customer'],
    ['Product(s)'],
    ['Items sold'],
    ['N. Revenue', 'Net Sales'],
  ],
  columns: {
    customerName: ['Customer'],
    date: ['Date'],
    receipt: ['Order #'],
    offering: ['Product(s)'],
    amount: ['N. Revenue', 'Net Sales'],
  },
  rowRules: [{ column: ['Status'], values: NOT_BOUGHT, as: 'leaveOut' }],
  dateFormat: 'yyyy-MM-dd HH:mm:ss',
  decimal: '.',
};

export const woocommerceExport: ShippedPreset = {
  key: 'woocommerce-orders',
  kind: 'visits',
  signature: [
    ['order_id'],
    ['order_number'],
    ['date', 'order_date'],
    ['status'],
    ['order_total'],
    ['billing_email'],
  ],
  columns: {
    customerName: ['billing_full_name'],
    phone: ['billing_phone'],
    email: ['billing_email'],
    date: ['order_date', 'date'],
    receipt: ['order_number', 'order_id'],
    offering: ['item_name'],
    quantity: ['item_quantity'],
    amount: ['item_total', 'order_total'],
    note: ['customer_note'],
  },
  joined: [
    { field: 'customerName', name: 'billing_name', of: [['billing_first_name'], ['billing_last_name']] },
  ],
  rowRules: [{ column: ['status'], values: NOT_BOUGHT, as: 'leaveOut' }],
  decimal: '.',
};

export const woocommerceAdvancedExport: ShippedPreset = {
  key: 'woocommerce-advanced',
  kind: 'visits',
  signature: [
    ['Order Number'],
    ['Order Status'],
    ['Order Date'],
    ['Email (Billing)'],
    ['Order Total Amount', 'Item Cost'],
  ],
  columns: {
    phone: ['Phone (Billing)'],
    email: ['Email (Billing)'],
    date: ['Order Date'],
    receipt: ['Order Number'],
    offering: ['Item Name'],
    quantity: ['Quantity', 'Quantity (- Refund)'],
    unitPrice: ['Item Cost'],
    note: ['Customer Note'],
  },
  joined: [
    {
      field: 'customerName',
      name: 'Name (Billing)',
      of: [['First Name (Billing)'], ['Last Name (Billing)']],
    },
  ],
  rowRules: [{ column: ['Order Status'], values: NOT_BOUGHT, as: 'leaveOut' }],
};
