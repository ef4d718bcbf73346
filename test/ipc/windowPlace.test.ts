/** Where the window opens, whatever window.json says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openingPlace, readWindowPlace, writeWindowPlace } from '../../src-main/windows/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1280, height: 720 };
const second = { x: 1280, y: -200, width: 1920, height: 1080 };
const place = { x: 100, y: 50, width: 1000, height: 650, isMaximized: false, isFullScreen: false };

describe('the opening place', () => {
  test('is the remembered one where a screen still shows it', () => {
    expect(openingPlace(place, [laptop])).toEqual(place);
    const onSecond = { ...place, x: 1500, y: -100 };
    expect(openingPlace(onSecond, [laptop, second])).toEqual(onSecond);
  });

  test.each([
    ['on a screen that is gone', { ...place, x: 1500, y: -100 }],
    ['almost out to the right', { ...place, x: 1250 }],
    ['almost out to the left', { ...place, x: -950 }],
    ['with its title bar above the screen', { ...place, y: -20 }],
    ['below the screen', { ...place, y: 700 }],
  ])('%s is forgotten', (_name, saved) => {
    const opened = openingPlace(saved, [laptop]);
    expect(opened).not.toHaveProperty('x');
    expect(opened).toMatchObject({ width: 1280, height: 800 });
  });

  test('is fitted to a smaller screen, but never below what the window needs', () => {
    expect(openingPlace({ ...place, width: 3000, height: 200 }, [laptop])).toMatchObject({
      width: 1280,
      height: 640,
    });
  });

  test('stays full screen, and files of earlier versions know nothing of it', () => {
    expect(openingPlace({ ...place, isFullScreen: true }, [laptop]).isFullScreen).toBe(true);
    const { isFullScreen: _unknown, ...earlier } = place;
    expect(openingPlace(earlier, [laptop])).toEqual(place);
  });

  test('stays maximized', () => {
    expect(openingPlace({ ...place, isMaximized: true }, [laptop]).isMaximized).toBe(true);
    expect(openingPlace(null, [laptop]).isMaximized).toBe(false);
  });
});

describe('window.json', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revino-place-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is read as it was written', () => {
    const file = join(folder, 'window.json');
    expect(readWindowPlace(file)).toBeNull();
    writeWindowPlace(file, place);
    expect(readWindowPlace(file)).toEqual(place);
  });

  test.each(['', '{', 'null', '[]', '{"x":"1"}', '{"x":1,"y":2,"width":-5,"height":9,"isMaximized":false}'])(
    'damaged (%s) counts as absent',
    (text) => {
      const file = join(folder, 'window.json');
      writeFileSync(file, text);
      expect(readWindowPlace(file)).toBeNull();
    },
  );
});
