/**
 * The list of 100,000 customers scrolled in the real application: slowly, fast, and by leaps to any place. Looked at are
 * the times between frames; the baseline is the same window on the same screen at rest, because a busy machine drops
 * frames of a window that does nothing.
 */
import { type DebuggedWindow, repo, withWindow } from './debuggedWindow.ts';
import type { Measured } from './measure.ts';

const LONGEST_FRAME_MS = 50;
const PHASE_MS = 4000;

interface Frames {
  readonly count: number;
  readonly overLimit: number;
  readonly longest: number;
  readonly p99: number;
}

/** Frame after frame, `move` says where to scroll to. */
const watched = (move: string): string => `new Promise((done) => {
  const body = document.querySelectorAll('[role=grid] [role=rowgroup]')[1];
  const times = [];
  const begun = performance.now();
  let last = begun;
  let top = 0;
  const step = (now) => {
    times.push(now - last);
    last = now;
    const most = body.scrollHeight - body.clientHeight;
    ${move}
    if (now - begun < ${PHASE_MS}) return requestAnimationFrame(step);
    times.splice(0, 2);
    times.sort((a, b) => a - b);
    done({
      count: times.length,
      overLimit: times.filter((time) => time > ${LONGEST_FRAME_MS}).length,
      longest: times.at(-1),
      p99: times[Math.floor(times.length * 0.99)],
    });
  };
  requestAnimationFrame(step);
})`;

/** While the figures of a million visits are still being read beside it, and the code is new to the engine. */
const FIRST = 'row by row in the first seconds';

const MOVES = {
  'at rest': '',
  [FIRST]: 'body.scrollTop = top = (top + 40) % most;',
  'row by row': 'body.scrollTop = top = (top + 40) % most;',
  'a window at a time': 'body.scrollTop = top = (top + 500) % most;',
  'by leaps': 'if (times.length % 6 === 0) body.scrollTop = (times.length * 7919 * 48) % most;',
} as const;

const LIST_READY = `new Promise((done) => {
  const look = () => {
    if (document.querySelector('[role=grid] [role=row][aria-rowindex="3"] [role=gridcell]')) return done(true);
    setTimeout(look, 20);
  };
  location.hash = '#/customers';
  look();
})`;

const measure = async (window: DebuggedWindow): Promise<Record<string, Frames>> => {
  await window.evaluate(LIST_READY);
  const frames: Record<string, Frames> = {};
  for (const [name, move] of Object.entries(MOVES)) {
    frames[name] = (await window.evaluate(watched(move))) as Frames;
  }
  return frames;
};

/** `dataFolder` holds a shop of 100,000 customers that opens without a question. */
export const benchScroll = async (dataFolder: string): Promise<Measured[]> => {
  const frames = await withWindow(repo, dataFolder, '[role=combobox]', measure);
  const rest = frames['at rest']!;
  for (const [name, { count, overLimit, longest, p99 }] of Object.entries(frames)) {
    console.log(
      `The list of 100,000 customers, ${name}: ${overLimit} of ${count} frames over ${LONGEST_FRAME_MS} ms, 99th percentile ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms` +
        (name === 'at rest' || name === FIRST
          ? ' (printed only)'
          : ` (goal: none over ${LONGEST_FRAME_MS} ms · ${overLimit <= rest.overLimit ? 'met' : 'MISSED'}, against the window at rest)`),
    );
  }
  const worst = Object.entries(frames)
    .filter(([name]) => name !== 'at rest' && name !== FIRST)
    .reduce((most, [, { p99 }]) => Math.max(most, p99), 0);
  return [
    {
      name: 'The slowest hundredth of the frames while the list is scrolled',
      baselineName: 'that of the window at rest',
      goal: null,
      oursMs: worst,
      baselineMs: rest.p99,
      ratio: worst / rest.p99,
      runs: 1,
    },
  ];
};
