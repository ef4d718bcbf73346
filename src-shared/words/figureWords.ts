/** Which messages name and explain each figure: written out, so that an unused or missing one is noticed. */
import type { FigureKey } from '../domain/definitions.ts';

export const FIGURE_WORDS = {
  regularShare: { name: 'retention.name.regularShare', means: 'retention.means.regularShare' },
  activeCustomers: { name: 'retention.name.activeCustomers', means: 'retention.means.activeCustomers' },
  newCustomers: { name: 'retention.name.newCustomers', means: 'retention.means.newCustomers' },
  returningCustomers: {
    name: 'retention.name.returningCustomers',
    means: 'retention.means.returningCustomers',
  },
  returningShare: { name: 'retention.name.returningShare', means: 'retention.means.returningShare' },
  repeatCustomerRate: {
    name: 'retention.name.repeatCustomerRate',
    means: 'retention.means.repeatCustomerRate',
  },
  monthRetention: { name: 'retention.name.monthRetention', means: 'retention.means.monthRetention' },
  'firstReturn.30': { name: 'retention.name.firstReturn30', means: 'retention.means.firstReturn' },
  'firstReturn.60': { name: 'retention.name.firstReturn60', means: 'retention.means.firstReturn' },
  'firstReturn.90': { name: 'retention.name.firstReturn90', means: 'retention.means.firstReturn' },
  'firstReturn.180': { name: 'retention.name.firstReturn180', means: 'retention.means.firstReturn' },
  'firstReturn.365': { name: 'retention.name.firstReturn365', means: 'retention.means.firstReturn' },
  purchaseFrequency: { name: 'retention.name.purchaseFrequency', means: 'retention.means.purchaseFrequency' },
  'intensity.netPerOccasion': {
    name: 'retention.name.netPerOccasion',
    means: 'retention.means.netPerOccasion',
  },
  'intensity.occasionsPerCustomer': {
    name: 'retention.name.occasionsPerCustomer',
    means: 'retention.means.occasionsPerCustomer',
  },
  turnover: { name: 'retention.name.turnover', means: 'retention.means.turnover' },
  identifiedShare: { name: 'retention.name.identifiedShare', means: 'retention.means.identifiedShare' },
  unknownStartShare: {
    name: 'retention.name.unknownStartShare',
    means: 'retention.means.unknownStartShare',
  },
} as const satisfies Record<FigureKey, { name: string; means: string }>;
