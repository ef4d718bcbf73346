/** A plan as it stands in its form, all in typed text, and what it says once it is read. Pure. */
import type { NewPlan, Plan } from '../../../src-shared/contract/benefitContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import type { BenefitRules, Term } from '../../../src-shared/domain/benefitRules.ts';
import type { BenefitKind } from '../../../src-shared/domain/closedLists.ts';
import { parseTypedAmount } from '../../ui/typedAmount.ts';

export interface PlanDraft {
  readonly name: string;
  readonly soldAs: string;
  /** Stamps or points for each; uses of a package; months. */
  readonly count: string;
  readonly per: 'visit' | 'piece' | 'money';
  readonly needed: string;
  readonly perAmount: string;
  readonly worth: string;
  readonly value: string;
  readonly isPartial: boolean;
  readonly off: string;
  readonly grace: string;
  readonly validCount: string;
  readonly validUnit: Term['unit'];
  readonly isForEveryone: boolean;
  readonly earns: readonly number[];
  readonly pays: readonly number[];
}
export type PlanFault =
  | 'name'
  | 'count'
  | 'needed'
  | 'perAmount'
  | 'worth'
  | 'value'
  | 'off'
  | 'grace'
  | 'validCount';

export interface Writing {
  readonly currency: string;
  readonly locale: Locale;
  money(minor: number): string;
}

/** How far each number may go: as in the contract. */
export const MOST = { count: 10_000, months: 240, off: 100, grace: 366, days: 7300 } as const;

const START: Readonly<Record<BenefitKind, Partial<PlanDraft>>> = {
  stamps: { count: '1', needed: '10', per: 'visit', validCount: '12' },
  points: { count: '1', per: 'money', validCount: '12' },
  package: { count: '10', validCount: '6' },
  voucher: { validCount: '12' },
  membership: { count: '1', off: '100', grace: '14' },
  warranty: { count: '12' },
};

const EMPTY: PlanDraft = {
  name: '',
  soldAs: '',
  count: '',
  per: 'visit',
  needed: '',
  perAmount: '',
  worth: '',
  value: '',
  isPartial: true,
  off: '',
  grace: '',
  validCount: '',
  validUnit: 'months',
  isForEveryone: true,
  earns: [],
  pays: [],
};

export const draftOf = (plan: Plan | null, kind: BenefitKind, { money }: Writing): PlanDraft => {
  if (plan === null) return { ...EMPTY, ...START[kind] };
  const { rules } = plan;
  const term = 'validFor' in rules ? rules.validFor : null;
  const same = {
    ...EMPTY,
    name: plan.name,
    soldAs: plan.soldAs?.name ?? '',
    earns: plan.earns,
    pays: plan.pays,
    validCount: term === null ? '' : String(term.count),
    validUnit: term?.unit ?? 'months',
  };
  switch (rules.kind) {
    case 'stamps':
      return {
        ...same,
        count: String(rules.stamps),
        per: rules.per,
        needed: String(rules.needed),
        isForEveryone: rules.isForEveryone,
      };
    case 'points':
      return {
        ...same,
        count: String(rules.points),
        per: rules.per,
        perAmount: money(rules.perMinor),
        worth: money(rules.pointMinor),
        isForEveryone: rules.isForEveryone,
      };
    case 'package':
      return { ...same, count: String(rules.uses) };
    case 'voucher':
      return {
        ...same,
        value: rules.valueMinor === null ? '' : money(rules.valueMinor),
        isPartial: rules.isPartial,
      };
    case 'membership':
      return {
        ...same,
        count: String(rules.months),
        off: String(rules.offBasisPoints / 100),
        grace: String(rules.graceDays),
      };
    case 'warranty':
      return { ...same, count: String(rules.months) };
  }
};

/** What the form says, or every field that is not right. */
export const readPlan = (
  draft: PlanDraft,
  kind: BenefitKind,
  { currency, locale }: Writing,
): { readonly plan: NewPlan } | { readonly faults: ReadonlySet<PlanFault> } => {
  const faults = new Set<PlanFault>();
  const whole = (field: PlanFault, text: string, least: number, most: number): number => {
    const value = Number(text.trim());
    if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) faults.add(field);
    return value;
  };
  const money = (field: PlanFault, text: string): number => {
    const minor = parseTypedAmount(text, currency, locale);
    if (typeof minor !== 'number' || minor <= 0) {
      faults.add(field);
      return 0;
    }
    return minor;
  };
  const term = (): Term | null => {
    if (draft.validCount.trim() === '') return null;
    const isDays = draft.validUnit === 'days';
    const count = whole('validCount', draft.validCount, 1, isDays ? MOST.days : MOST.months);
    return { count, unit: draft.validUnit };
  };
  const off = (): number => {
    const share = Number(draft.off.trim().replace(',', '.'));
    const basisPoints = Math.round(share * 100);
    if (!Number.isFinite(share) || basisPoints < 1 || basisPoints > 10_000) faults.add('off');
    return basisPoints;
  };
  const rulesOf = (): BenefitRules => {
    switch (kind) {
      case 'stamps':
        return {
          kind,
          stamps: whole('count', draft.count, 1, MOST.count),
          per: draft.per === 'piece' ? 'piece' : 'visit',
          needed: whole('needed', draft.needed, 1, MOST.count),
          validFor: term(),
          isForEveryone: draft.isForEveryone,
        };
      case 'points':
        return {
          kind,
          points: whole('count', draft.count, 1, MOST.count),
          per: draft.per === 'visit' ? 'visit' : 'money',
          perMinor: draft.per === 'visit' ? 1 : money('perAmount', draft.perAmount),
          pointMinor: money('worth', draft.worth),
          validFor: term(),
          isForEveryone: draft.isForEveryone,
        };
      case 'package':
        return { kind, uses: whole('count', draft.count, 1, MOST.count), validFor: term() };
      case 'voucher':
        return {
          kind,
          valueMinor: draft.value.trim() === '' ? null : money('value', draft.value),
          validFor: term(),
          isPartial: draft.isPartial,
        };
      case 'membership':
        return {
          kind,
          months: whole('count', draft.count, 1, MOST.months),
          offBasisPoints: off(),
          graceDays: whole('grace', draft.grace, 0, MOST.grace),
        };
      case 'warranty':
        return { kind, months: whole('count', draft.count, 1, MOST.months) };
    }
  };
  const rules = rulesOf();
  if (draft.name.trim() === '') faults.add('name');
  if (faults.size > 0) return { faults };
  return {
    plan: {
      name: draft.name.trim(),
      rules,
      soldAs: draft.soldAs.trim() || null,
      earns: [...draft.earns],
      pays: [...draft.pays],
    },
  };
};
