/** On which screen the kiosk stands. Pure. */
import type { Area } from './windowPlace.ts';

export interface Display {
  readonly id: number;
  readonly bounds: Area;
}

export interface KioskPlace {
  readonly displayId: number;
  readonly bounds: Area;
  /** There is no other: what stood there is covered. */
  readonly isOnlyScreen: boolean;
}

/** The screen that the main window is not on; its own where there is no other. Without a main window, the first. */
export const kioskPlace = (displays: readonly Display[], mainDisplayId: number | null): KioskPlace | null => {
  const other = mainDisplayId === null ? undefined : displays.find(({ id }) => id !== mainDisplayId);
  const chosen = other ?? displays.find(({ id }) => id === mainDisplayId) ?? displays[0];
  if (!chosen) return null;
  return { displayId: chosen.id, bounds: chosen.bounds, isOnlyScreen: other === undefined };
};
