/** Which pictures become a logo: told by their bytes, never by their name; too large is made smaller or refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findLogo } from '../../db/repositories/shopPicture.ts';
import {
  type Downscale,
  keepLogo,
  pictureFacts,
  readLogoFile,
  usableLogo,
} from '../../src-main/services/logoService.ts';
import { openShop, refusal } from '../db/support/databases.ts';
import { pngOf } from '../e2e/picture.ts';

/** The head of a JPEG: a comment before the frame, as cameras and programs write one. */
const jpegOf = (width: number, height: number): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xfe, 0x00, 0x06, 0x52, 0x65, 0x76, 0x69],
    ...[0xff, 0xff, 0xc2, 0x00, 0x11, 0x08, height >> 8, height & 255, width >> 8, width & 255, 0x03],
    ...new Array<number>(32).fill(0),
  ]);

/** Stands for Electron's decoder: answers a PNG of the size asked for, and remembers which. */
const scaling = (bytesOf: (width: number, height: number) => Uint8Array | null = pngOf) => {
  const sizes: string[] = [];
  const downscale: Downscale = (_picture, width, height) => {
    sizes.push(`${width}x${height}`);
    return bytesOf(width, height);
  };
  return { sizes, downscale };
};

describe('a logo', () => {
  it('is known by its first bytes, with its size', () => {
    expect(pictureFacts(pngOf(30, 20))).toEqual({ mediaType: 'image/png', width: 30, height: 20 });
    expect(pictureFacts(jpegOf(300, 200))).toEqual({ mediaType: 'image/jpeg', width: 300, height: 200 });
    const noPictures = [
      Buffer.alloc(0),
      Buffer.from('GIF89a'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      pngOf(30, 20).subarray(0, 20),
      pngOf(0, 20),
      jpegOf(0, 0),
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00]),
      // A segment of length 0 must not be read for ever.
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00, 0xff, 0xe0, 0x00, 0x00, 0xff, 0xe0, 0x00, 0x00]),
    ];
    for (const bytes of noPictures) expect(pictureFacts(bytes)).toBeNull();
  });

  it('stays as it is while it is small, and is made smaller when it is not', () => {
    const small = pngOf(300, 100);
    expect(Buffer.from(usableLogo(small, scaling().downscale).bytes).equals(small)).toBe(true);
    const large = scaling();
    const kept = usableLogo(pngOf(3000, 1500), large.downscale);
    expect(large.sizes).toEqual(['1100x550']);
    expect(pictureFacts(kept.bytes)).toEqual({ mediaType: 'image/png', width: 1100, height: 550 });
    // A photograph that stays heavy is halved until it is light enough.
    const heavy = scaling((width) => new Uint8Array(width > 300 ? 900_000 : 100_000));
    expect(usableLogo(jpegOf(4000, 1000), heavy.downscale).mediaType).toBe('image/jpeg');
    expect(heavy.sizes).toEqual(['1100x275', '550x138', '275x69']);
  });

  it('is refused with its reason', async () => {
    const { downscale } = scaling();
    expect(refusal(() => usableLogo(Buffer.from('GIF89a'), downscale)).code).toBe('logo.notPicture');
    expect(refusal(() => usableLogo(jpegOf(20_000, 20_000), downscale)).code).toBe('logo.tooLarge');
    expect(
      refusal(() => usableLogo(jpegOf(4000, 1000), scaling(() => new Uint8Array(900_000)).downscale)).code,
    ).toBe('logo.tooLarge');
    expect(refusal(() => usableLogo(pngOf(30, 20), scaling(() => null).downscale)).code).toBe(
      'logo.unreadable',
    );
    const folder = mkdtempSync(join(tmpdir(), 'revino-logo-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await expect(readLogoFile(join(folder, 'none.png'), downscale)).rejects.toMatchObject({
      code: 'logo.unreadable',
    });
    await expect(readLogoFile(folder, downscale)).rejects.toMatchObject({ code: 'logo.unreadable' });
    writeFileSync(join(folder, 'large.png'), Buffer.concat([pngOf(30, 20), Buffer.alloc(15_000_001)]));
    await expect(readLogoFile(join(folder, 'large.png'), downscale)).rejects.toMatchObject({
      code: 'logo.tooLarge',
    });
  });

  it('is kept, replaced and taken off', () => {
    const db = openShop();
    expect(findLogo(db)).toBeNull();
    keepLogo(db, { mediaType: 'image/png', bytes: pngOf(30, 20) });
    keepLogo(db, { mediaType: 'image/jpeg', bytes: jpegOf(30, 20) });
    expect(findLogo(db)?.mediaType).toBe('image/jpeg');
    expect(Buffer.from(findLogo(db)?.bytes ?? []).equals(jpegOf(30, 20))).toBe(true);
    keepLogo(db, null);
    expect(findLogo(db)).toBeNull();
  });
});
