/** Every preset that Revino brings along. */
import type { ShippedPreset } from './preset.ts';

export const SHIPPED_PRESETS: readonly ShippedPreset[] = [];
