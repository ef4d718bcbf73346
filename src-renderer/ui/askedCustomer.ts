/** A customer who was asked for from elsewhere in the window; the front desk opens them as soon as it is there. */
import { useEffect, useRef } from 'react';
import type { FoundCustomer } from '../../src-shared/contract/deskContract.ts';

let asked: FoundCustomer | null = null;
let told: (() => void) | null = null;

export const askForCustomer = (customer: FoundCustomer): void => {
  asked = customer;
  told?.();
};

/** For the one screen that opens customers. */
export const useAskedCustomer = (open: (customer: FoundCustomer) => void): void => {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const take = () => {
      if (asked) latest.current(asked);
      asked = null;
    };
    told = take;
    take();
    return () => {
      if (told === take) told = null;
    };
  }, []);
};
