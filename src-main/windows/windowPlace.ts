/**
 * Where the window was, kept in window.json, and where it may be put now. Pure apart from reading
 * and writing that file; a place on a screen that is gone, or a damaged file, is simply forgotten.
 */
import { readKept, writeKept } from './keptFile.ts';

/** A rectangle in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Area {
  readonly isMaximized: boolean;
  /** Absent in files of earlier versions. */
  readonly isFullScreen?: boolean;
}

/** Checked by hand: this is read before the window opens, and a schema library would be read with it. */
const isWindowPlace = (value: unknown): value is WindowPlace => {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, isMaximized, isFullScreen } = value as Record<keyof WindowPlace, unknown>;
  const isSize = (size: unknown) => Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 100_000;
  return (
    Number.isInteger(x) &&
    Number.isInteger(y) &&
    isSize(width) &&
    isSize(height) &&
    typeof isMaximized === 'boolean' &&
    (isFullScreen === undefined || typeof isFullScreen === 'boolean')
  );
};

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 640;
const FIRST_WIDTH = 1280;
const FIRST_HEIGHT = 800;

export const readWindowPlace = (file: string): WindowPlace | null => readKept(file, isWindowPlace);

export const writeWindowPlace = (file: string, place: WindowPlace): void => writeKept(file, place);

export interface OpeningPlace {
  readonly width: number;
  readonly height: number;
  /** Absent: the system puts the window where it likes. */
  readonly x?: number;
  readonly y?: number;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
}

/** The saved place where its title bar can still be grasped on one of the screens' work areas, fitted to that screen. */
export const openingPlace = (saved: WindowPlace | null, screens: readonly Area[]): OpeningPlace => {
  const first = { width: FIRST_WIDTH, height: FIRST_HEIGHT, isMaximized: false, isFullScreen: false };
  if (!saved) return first;
  const screen = screens.find((area) => hasTitleBarOn(saved, area));
  const { isMaximized, isFullScreen = false } = saved;
  if (!screen) return { ...first, isMaximized, isFullScreen };
  return {
    x: saved.x,
    y: saved.y,
    width: Math.max(MIN_WIDTH, Math.min(saved.width, screen.width)),
    height: Math.max(MIN_HEIGHT, Math.min(saved.height, screen.height)),
    isMaximized,
    isFullScreen,
  };
};

/** At least 100 pixels of the top edge lie on the screen, so that a hand can drag it. */
const hasTitleBarOn = (place: Area, screen: Area): boolean => {
  const visible = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  return visible >= 100 && place.y >= screen.y && place.y <= screen.y + screen.height - 40;
};
