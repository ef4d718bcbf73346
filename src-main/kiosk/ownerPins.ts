/** The owners' PINs, as far as the kiosk needs them: whether there are any, and whether one was typed. */
import type { OwnerPins } from './kioskDesk.ts';

export const ownerPins: OwnerPins = {
  isAnySet: () => false,
  try: () => ({ isRight: false, waitMs: 0 }),
};
