/**
 * Two stamp cards, or two balances of points, of one plan in one hand: two cards of a person became one. Their ledgers
 * stay as they are; at the desk they are one card, named by the first, and what is used comes out of both. Pure.
 */

/** Only these are collected on; a package or voucher is one of its own, however many somebody has. */
export const isPooled = (kind: string): boolean => kind === 'stamps' || kind === 'points';

interface Pooled {
  readonly benefitId: number;
  readonly planId: number;
  readonly customerId: number | null;
  readonly rules: { readonly kind: string };
  readonly state: string;
  readonly balance: number;
  readonly given: number;
  readonly nextToExpire: { readonly amount: number; readonly on: string } | null;
}

const soonest = (holdings: readonly Pooled[]): Pooled['nextToExpire'] => {
  const all = holdings.flatMap(({ nextToExpire }) => (nextToExpire === null ? [] : [nextToExpire]));
  if (all.length === 0) return null;
  const on = all.reduce((first, one) => (one.on < first ? one.on : first), all[0]!.on);
  return { on, amount: all.reduce((sum, one) => sum + (one.on === on ? one.amount : 0), 0) };
};

/** In their order; what is pooled stands where the first of its cards stood. */
export const poolHoldings = <H extends Pooled>(holdings: readonly H[]): H[] => {
  const inUse = ({ state, rules, customerId }: H) =>
    isPooled(rules.kind) && customerId !== null && (state === 'holds' || state === 'empty');
  const pools = Map.groupBy(holdings.filter(inUse), ({ planId, customerId }) => `${planId} ${customerId}`);
  const done = new Set<string>();
  return holdings.flatMap((holding) => {
    const key = `${holding.planId} ${holding.customerId}`;
    const pool = inUse(holding) ? (pools.get(key) ?? []) : [];
    if (pool.length < 2) return [holding];
    if (done.has(key)) return [];
    done.add(key);
    const first = pool.reduce((a, b) => (b.benefitId < a.benefitId ? b : a));
    const balance = pool.reduce((sum, one) => sum + one.balance, 0);
    const given = pool.reduce((sum, one) => sum + one.given, 0);
    const state = balance > 0 ? 'holds' : 'empty';
    return [{ ...first, balance, given, state, nextToExpire: soonest(pool) }];
  });
};
