/**
 * What the front desk is shown of money: of one customer what the owner chose, kept as the setting 'desk.valueShown';
 * of the shop nothing. A visit that is opened shows its amounts, or nobody at the desk could pay one back.
 */
import type { Database } from '../../db/openDatabase.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { OutputOf } from '../../src-shared/contract/procedure.ts';
import { DESK_VALUES_SHOWN, type DeskValueShown, type Role } from '../../src-shared/domain/closedLists.ts';

export const DESK_VALUE_SHOWN = 'desk.valueShown';

/** Until the owner says otherwise: enough to know a good customer, and no figure to carry home. */
const USUAL: DeskValueShown = 'band';

export const readDeskValueShown = (db: Database): DeskValueShown => {
  const kept = readSetting(db, DESK_VALUE_SHOWN);
  return DESK_VALUES_SHOWN.find((known) => known === kept) ?? USUAL;
};

/** What this caller is shown of a customer's value: everything, unless they stand at the front desk. */
export const valueShownTo = (db: Database, role: Role | null): DeskValueShown =>
  role === 'desk' || role === null ? readDeskValueShown(db) : 'amount';

type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

export const seesTurnover = (role: Role | null): boolean => role === 'owner' || role === 'manager';

/** The amounts of a day, one beside the other, are the day's turnover. */
export const todaySeenBy = (role: Role | null, today: Output<'visit.today'>): Output<'visit.today'> =>
  seesTurnover(role)
    ? today
    : { ...today, visits: today.visits.map(withoutAmount), unfinished: today.unfinished.map(withoutAmount) };

const withoutAmount = <T extends object>(entry: T): T & { amountMinor: null } => ({
  ...entry,
  amountMinor: null,
});

export const cardSeenBy = (
  db: Database,
  role: Role | null,
  card: Output<'customer.card'>,
): Output<'customer.card'> => (valueShownTo(db, role) === 'amount' ? card : { ...card, netMinor: null });

export const timelineSeenBy = (
  db: Database,
  role: Role | null,
  timeline: Output<'customer.timeline'>,
): Output<'customer.timeline'> =>
  valueShownTo(db, role) === 'amount'
    ? timeline
    : {
        ...timeline,
        entries: timeline.entries.map((entry) => (entry.kind === 'visit' ? withoutAmount(entry) : entry)),
      };

/** Whatever the desk sees of one customer: of all of them, one below the other, it is the turnover. */
export const pageSeenBy = (role: Role | null, page: Output<'customer.page'>): Output<'customer.page'> =>
  seesTurnover(role) ? page : { ...page, rows: page.rows.map((row) => ({ ...row, netMinor: null })) };

/** What an offering costs the shop is the owner's and the manager's business. */
export const offeringsSeenBy = (
  role: Role | null,
  { offerings }: Output<'offering.list'>,
): Output<'offering.list'> => ({
  offerings: seesTurnover(role)
    ? offerings
    : offerings.map((offering) => ({ ...offering, costMinor: null, taxRateBasisPoints: null })),
});

/** A filter that is kept in the order of value is of use to the desk too, in the usual order. */
export const filtersSeenBy = (
  role: Role | null,
  { filters }: Output<'savedFilter.list'>,
): Output<'savedFilter.list'> => ({
  filters: filters.map((filter) =>
    seesTurnover(role) || filter.list.order !== 'value'
      ? filter
      : { ...filter, list: { ...filter.list, order: 'lastVisit' } },
  ),
});
