/**
 * Where the window was, kept in window.json, and where it may be put now. Pure apart from reading
 * and writing that file; a place on a screen that is gone, or a damaged file, is simply forgotten.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A rectangle in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Area {
  readonly isMaximized: boolean;
}

/** Checked by hand: this is read before the window opens, and a schema library would be read with it. */
const isWindowPlace = (value: unknown): value is WindowPlace => {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, isMaximized } = value as Record<keyof WindowPlace, unknown>;
  const isSize = (size: unknown) => Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 100_000;
  return (
    Number.isInteger(x) &&
    Number.isInteger(y) &&
    isSize(width) &&
    isSize(height) &&
    typeof isMaximized === 'boolean'
  );
};

export const MIN_WIDTH = 960;
export const MIN_HEIGHT = 640;
const FIRST_WIDTH = 1280;
const FIRST_HEIGHT = 800;

export const readWindowPlace = (file: string): WindowPlace | null => {
  try {
    const place: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowPlace(place) ? place : null;
  } catch (error) {
    // Absent at first start; anything unreadable is worth no more than a window in the middle.
    if (error instanceof SyntaxError) return null;
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
};

export const writeWindowPlace = (file: string, place: WindowPlace): void => {
  const half = `${file}.new`;
  writeFileSync(half, JSON.stringify(place));
  renameSync(half, file);
};

export interface OpeningPlace {
  readonly width: number;
  readonly height: number;
  /** Absent: the system puts the window where it likes. */
  readonly x?: number;
  readonly y?: number;
  readonly isMaximized: boolean;
}

/** The saved place where its title bar can still be grasped on one of the screens' work areas, fitted to that screen. */
export const openingPlace = (saved: WindowPlace | null, screens: readonly Area[]): OpeningPlace => {
  const first = { width: FIRST_WIDTH, height: FIRST_HEIGHT, isMaximized: false };
  if (!saved) return first;
  const screen = screens.find((area) => hasTitleBarOn(saved, area));
  if (!screen) return { ...first, isMaximized: saved.isMaximized };
  return {
    x: saved.x,
    y: saved.y,
    width: Math.max(MIN_WIDTH, Math.min(saved.width, screen.width)),
    height: Math.max(MIN_HEIGHT, Math.min(saved.height, screen.height)),
    isMaximized: saved.isMaximized,
  };
};

/** At least 100 pixels of the top edge lie on the screen, so that a hand can drag it. */
const hasTitleBarOn = (place: Area, screen: Area): boolean => {
  const visible = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  return visible >= 100 && place.y >= screen.y && place.y <= screen.y + screen.height - 40;
};
