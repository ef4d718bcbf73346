/**
 * Shopify, Orders > Export and Customers > Export: help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders and
 * .../customers/import-export-customers. The header is English in every language of the shop. An order of several articles
 * takes several rows; all but the first leave date and status empty.
 */
import type { ShippedPreset } from './preset.ts';

export const shopifyOrders: ShippedPreset = {
  key: 'shopify-orders',
  kind: 'visits',
  signature: [
    ['Name'],
    ['Financial Status'],
    ['Created at'],
    ['Lineitem name'],
    ['Lineitem quantity'],
    ['Lineitem price'],
  ],
  columns: {
    customerName: ['Billing Name'],
    phone: ['Phone', 'Billing Phone'],
    email: ['Email'],
    date: ['Created at'],
    receipt: ['Name'],
    offering: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    unitPrice: ['Lineitem price'],
    discount: ['Lineitem discount'],
    staff: ['Employee'],
    note: ['Notes'],
  },
  filledDown: [
    ['Financial Status'],
    ['Created at'],
    ['Cancelled at'],
    ['Billing Name'],
    ['Phone'],
    ['Billing Phone'],
    ['Email'],
    ['Employee'],
  ],
  rowRules: [
    // Paid and given back in full, or never paid: nothing was bought. In part given back stays what it was.
    {
      column: ['Financial Status'],
      values: ['refunded', 'voided', 'pending', 'expired', 'authorized'],
      as: 'leaveOut',
    },
  ],
  dateFormat: 'yyyy-MM-dd HH:mm:ss',
  decimal: '.',
};

export const shopifyCustomers: ShippedPreset = {
  key: 'shopify-customers',
  kind: 'customers',
  signature: [
    ['First Name'],
    ['Last Name'],
    ['Email'],
    ['Total Spent'],
    ['Total Orders', 'Orders Count'],
    ['Tax Exempt'],
  ],
  columns: {
    customer: ['Customer ID'],
    firstName: ['First Name'],
    lastName: ['Last Name'],
    phone: ['Phone', 'Default Address Phone'],
    email: ['Email'],
    tags: ['Tags'],
    note: ['Note'],
    address: ['Default Address Address1', 'Address1'],
    marketingEmail: ['Accepts Email Marketing', 'Accepts Marketing'],
    marketingSms: ['Accepts SMS Marketing'],
  },
  joined: [
    {
      field: 'address',
      name: 'Address',
      of: [
        ['Default Address Address1', 'Address1'],
        ['Default Address Zip', 'Zip'],
        ['Default Address City', 'City'],
      ],
    },
  ],
};
