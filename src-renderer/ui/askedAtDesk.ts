/** What the front desk was asked for from elsewhere in the window; it opens it as soon as it is there. */
import { useEffect, useRef } from 'react';
import type { FoundCustomer } from '../../src-shared/contract/deskContract.ts';

/** Whom a visit at the desk is about. */
export type Guest =
  | { readonly kind: 'known'; readonly customer: FoundCustomer }
  | { readonly kind: 'new'; readonly typed: string }
  | { readonly kind: 'walkIn' };

export interface OpinionAbout {
  readonly customerId: number | null;
  readonly name: string | null;
  readonly visitId: number | null;
}

export type AskedAtDesk =
  | { readonly what: 'visit'; readonly guest: Guest }
  | { readonly what: 'opinion'; readonly about: OpinionAbout };

let asked: AskedAtDesk | null = null;
let told: (() => void) | null = null;

export const askAtDesk = (what: AskedAtDesk): void => {
  asked = what;
  told?.();
};

export const askForCustomer = (customer: FoundCustomer): void =>
  askAtDesk({ what: 'visit', guest: { kind: 'known', customer } });

/** For the one screen that answers. */
export const useAskedAtDesk = (open: (asked: AskedAtDesk) => void): void => {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const take = () => {
      const taken = asked;
      asked = null;
      if (taken) latest.current(taken);
    };
    told = take;
    take();
    return () => {
      if (told === take) told = null;
    };
  }, []);
};
