/** The sizes a window can be drawn in, in percent: those of the browsers people know, from half to double. */
const ZOOM_STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

export const NORMAL_ZOOM = 100;
export const isZoom = (percent: unknown): percent is number =>
  (ZOOM_STEPS as readonly unknown[]).includes(percent);

/** The next size up or down; at the ends the same again. */
export const nextZoom = (percent: number, direction: 'in' | 'out'): number =>
  direction === 'in'
    ? (ZOOM_STEPS.find((step) => step > percent) ?? 200)
    : (ZOOM_STEPS.findLast((step) => step < percent) ?? 50);
