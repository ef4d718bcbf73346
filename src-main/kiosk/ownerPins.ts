/** The owners' PINs, as far as the kiosk needs them: whether there are any, and whether one was typed. */
import { hasOwner } from '../../db/repositories/staffAccess.ts';
import type { Till } from '../people/till.ts';
import type { OwnerPins } from './kioskDesk.ts';

export const ownerPinsOf = (till: Pick<Till, 'tryOwnersPin'>): OwnerPins => ({
  isAnySet: hasOwner,
  try: (db, pin) => till.tryOwnersPin(db, pin),
});
