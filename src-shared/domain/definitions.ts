/**
 * What each figure is, as data: which version of its definition is in force and since when, its unit, and
 * which window it looks at. A changed definition gets a new version here, in docs/indicators.md and in the
 * words that explain it (src-shared/words); sealed months keep the version they were computed with.
 */
import type { FigureUnit } from './figure.ts';

const WINDOW_KINDS = [
  /** `from` to `to`; by default the calendar month of the as-of date, up to it. */
  'window',
  /** The 365 days that end with the as-of date. */
  'trailingYear',
  /** The calendar month of the window's last day, up to that day, and the whole month before it. */
  'monthAndBefore',
  /** Everything recorded up to the as-of date. */
  'history',
] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

export interface FigureDefinition {
  readonly version: number;
  /** First day this version was in force, ISO. */
  readonly since: string;
  readonly unit: FigureUnit;
  readonly window: WindowKind;
}

export const RETURN_DAYS = [30, 60, 90, 180, 365] as const;

const first = (unit: FigureUnit, window: WindowKind): FigureDefinition => ({
  version: 1,
  since: '2026-11-21',
  unit,
  window,
});

/** In the order in which figures are listed. */
export const DEFINITIONS = {
  regularShare: first('share', 'trailingYear'),
  activeCustomers: first('customers', 'window'),
  newCustomers: first('customers', 'window'),
  returningCustomers: first('customers', 'window'),
  returningShare: first('share', 'window'),
  repeatCustomerRate: first('share', 'history'),
  monthRetention: first('share', 'monthAndBefore'),
  'firstReturn.30': first('share', 'history'),
  'firstReturn.60': first('share', 'history'),
  'firstReturn.90': first('share', 'history'),
  'firstReturn.180': first('share', 'history'),
  'firstReturn.365': first('share', 'history'),
  purchaseFrequency: first('occasionsPerCustomer', 'window'),
  'intensity.netPerOccasion': first('money', 'window'),
  'intensity.occasionsPerCustomer': first('occasionsPerCustomer', 'trailingYear'),
  turnover: first('money', 'window'),
  identifiedShare: first('share', 'window'),
  unknownStartShare: first('share', 'history'),
} as const satisfies Record<string, FigureDefinition>;

export type FigureKey = keyof typeof DEFINITIONS;
export const FIGURE_KEYS = Object.keys(DEFINITIONS) as FigureKey[];
