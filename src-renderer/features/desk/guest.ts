/** Whom a visit at the desk is about, and where what is typed about them is kept. */
import type { Guest, OpinionAbout } from '../../ui/askedAtDesk.ts';

export type { Guest } from '../../ui/askedAtDesk.ts';

/** What is typed about one of them never turns up at another's visit. */
export const draftKeyOf = (guest: Guest): string =>
  guest.kind === 'known'
    ? `desk.visit.${guest.customer.customerId}`
    : guest.kind === 'new'
      ? `desk.visit.new.${guest.typed}`
      : 'desk.visit.walkIn';

/** Everything that is typed about one of them. */
export const draftKeysOf = (guest: Guest): readonly string[] => {
  const key = draftKeyOf(guest);
  return [key, `${key}.person`, `${key}.next`];
};

/** Who is being served, and the search they were found by. */
export interface DeskPlace {
  readonly guest: Guest | null;
  readonly typed: string;
  /** Whose opinion is being written down, over the visit if there is one. */
  readonly about: OpinionAbout | null;
}
export const SEARCHING: DeskPlace = { guest: null, typed: '', about: null };
