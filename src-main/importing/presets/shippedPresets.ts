/** Every preset that Revino brings along. */
import { freshaAppointments, freshaClients, freshaSales } from './fresha.ts';
import { genericTill, genericTillByPrice } from './genericTill.ts';
import { googleContacts, googleContactsOld } from './googleContacts.ts';
import { loyverseCustomers, loyverseReceiptItems, loyverseReceipts } from './loyverse.ts';
import type { ShippedPreset } from './preset.ts';
import { revinoCustomers, revinoOfferings, revinoOpinions, revinoVisits } from './revino.ts';
import { shopifyCustomers, shopifyOrders } from './shopify.ts';
import { squareCustomers, squareItems, squareTransactions } from './square.ts';
import { vcard } from './vcard.ts';
import { woocommerceAdvancedExport, woocommerceAnalytics, woocommerceExport } from './woocommerce.ts';

export const SHIPPED_PRESETS: readonly ShippedPreset[] = [
  revinoCustomers,
  revinoVisits,
  revinoOpinions,
  revinoOfferings,
  squareItems,
  squareTransactions,
  squareCustomers,
  loyverseReceipts,
  loyverseReceiptItems,
  loyverseCustomers,
  freshaClients,
  freshaAppointments,
  freshaSales,
  shopifyOrders,
  shopifyCustomers,
  woocommerceAnalytics,
  woocommerceExport,
  woocommerceAdvancedExport,
  googleContacts,
  googleContactsOld,
  vcard,
  genericTill,
  genericTillByPrice,
];
