/** Which keys the kiosk lets in, on which screen it stands, and when its code may be tried. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeaveCode } from '../../src-main/kiosk/leaveCode.ts';
import { isKioskKey } from '../../src-main/windows/kioskKeys.ts';
import { type Display, kioskPlace } from '../../src-main/windows/kioskPlace.ts';

const press = (key: string, held: { control?: boolean; alt?: boolean; meta?: boolean } = {}) =>
  isKioskKey({ key, control: false, alt: false, meta: false, ...held });

describe('the keys of the kiosk', () => {
  it('are those that people write and answer with', () => {
    for (const key of [
      'a',
      'Ż',
      'ș',
      '9',
      ' ',
      '?',
      '€',
      'Tab',
      'Enter',
      'Backspace',
      'ArrowLeft',
      'Shift',
      'Dead',
    ])
      expect(press(key), key).toBe(true);
  });

  it('write Polish and Romanian letters as each system makes them', () => {
    // AltGr on Windows, Option on a Mac, AltGraph on Linux.
    expect(press('ą', { control: true, alt: true })).toBe(true);
    expect(press('ș', { alt: true })).toBe(true);
    expect(press('AltGraph')).toBe(true);
    expect(press('Dead', { alt: true })).toBe(true);
  });

  it('are no others, with whatever is held', () => {
    const named = [
      'Escape',
      'ContextMenu',
      'PrintScreen',
      'BrowserBack',
      'BrowserHome',
      'Alt',
      'Control',
      'Meta',
    ];
    const functions = Array.from({ length: 24 }, (_, at) => `F${at + 1}`);
    for (const key of [...named, ...functions, 'PageUp', 'Insert', 'Pause', 'MediaPlayPause', 'Cancel'])
      for (const held of [{}, { control: true }, { alt: true }, { meta: true }, { control: true, alt: true }])
        expect(press(key, held), `${key} ${JSON.stringify(held)}`).toBe(false);
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789+-=/[],.;`')
      for (const held of [{ control: true }, { alt: true }, { meta: true }, { control: true, alt: true }])
        expect(press(key, held), `${key} ${JSON.stringify(held)}`).toBe(false);
    for (const key of ['Tab', 'Enter', 'Backspace', 'Delete', 'ArrowLeft', 'Home'])
      for (const held of [{ control: true }, { alt: true }, { meta: true }])
        expect(press(key, held), `${key} ${JSON.stringify(held)}`).toBe(false);
  });

  it('never come with the key of the system', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.boolean(), (key, control, alt) => {
        expect(isKioskKey({ key, control, alt, meta: true })).toBe(false);
      }),
    );
  });
});

const display = (id: number, x = 0): Display => ({ id, bounds: { x, y: 0, width: 1000, height: 800 } });

describe('the screen of the kiosk', () => {
  it('is the one that the main window is not on', () => {
    const both = [display(1), display(2, 1000)];
    expect(kioskPlace(both, 1)).toEqual({ displayId: 2, bounds: both[1]?.bounds, isOnlyScreen: false });
    expect(kioskPlace(both, 2)).toEqual({ displayId: 1, bounds: both[0]?.bounds, isOnlyScreen: false });
  });

  it('is the only one where there is no other, or no main window', () => {
    expect(kioskPlace([display(7)], 7)).toMatchObject({ displayId: 7, isOnlyScreen: true });
    expect(kioskPlace([display(7), display(8)], null)).toMatchObject({ displayId: 7, isOnlyScreen: true });
    expect(kioskPlace([], null)).toBeNull();
  });
});

describe('the code that leaves the kiosk', () => {
  const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000');

  it('is six digits, the same until it is used', () => {
    const code = new LeaveCode(() => 0);
    expect(code.code).toMatch(/^\d{6}$/);
    expect(code.code).toBe(code.code);
    expect(code.try(code.code)).toEqual({ isRight: true, waitMs: 0 });
  });

  it('is not found by trying: from the third wrong one on each costs more time, up to five minutes', () => {
    let nowMs = 0;
    const code = new LeaveCode(() => nowMs);
    const wrong = wrongOf(code.code);
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries++) {
      const { isRight, waitMs } = code.try(wrong);
      expect(isRight).toBe(false);
      waits.push(waitMs / 1000);
      nowMs += waitMs;
    }
    expect(waits).toEqual([0, 0, 15, 30, 60, 120, 240, 300, 300]);
  });

  it('is not even looked at while a wrong try is being waited for', () => {
    let nowMs = 0;
    const code = new LeaveCode(() => nowMs);
    const right = code.code;
    for (let tries = 0; tries < 3; tries++) code.try(wrongOf(right));
    nowMs = 14_999;
    expect(code.try(right)).toEqual({ isRight: false, waitMs: 1 });
    nowMs = 15_000;
    expect(code.try(right)).toEqual({ isRight: true, waitMs: 0 });
  });
});
