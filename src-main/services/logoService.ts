/**
 * The shop's logo: is it a picture at all, is it one that paper can use, and how large may it stay. Only what the first
 * bytes say is believed, never a file's name.
 */
import { open } from 'node:fs/promises';
import type { Database } from '../../db/openDatabase.ts';
import { type Picture, writeLogoTx } from '../../db/repositories/shopPicture.ts';
import { inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';

const MAX_FILE_MB = 15;
const MAX_MEGAPIXELS = 40;
/** 45 mm on paper at 600 dots per inch; more would be seen by nobody. */
const MAX_EDGE = 1100;
/** Below what the table holds, so that a PDF stays easy to send. */
const MAX_KEPT_BYTES = 500_000;

/** Makes a picture smaller, as PNG or JPEG; null where it cannot be read. Only Electron can. */
export type Downscale = (picture: Picture, width: number, height: number) => Uint8Array | null;

export interface PictureFacts {
  readonly mediaType: Picture['mediaType'];
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Width and height of the first frame header (ITU-T T.81, B.2.2), past whatever stands before it. */
const jpegSize = (view: DataView): { width: number; height: number } | null => {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
};

/** What the first bytes say; null where it is neither a PNG nor a JPEG picture with a size. */
export const pictureFacts = (bytes: Uint8Array): PictureFacts | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG) && bytes.length > 24 && view.getUint32(12) === 0x49484452) {
    const facts = { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) } as const;
    return facts.width > 0 && facts.height > 0 ? facts : null;
  }
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null;
  const size = jpegSize(view);
  return size && size.width > 0 && size.height > 0 ? { mediaType: 'image/jpeg', ...size } : null;
};

/** @throws RevinoError `logo.notPicture`, `logo.tooLarge`, `logo.unreadable` */
export const usableLogo = (bytes: Uint8Array, downscale: Downscale): Picture => {
  const facts = pictureFacts(bytes);
  if (!facts) throw new RevinoError('logo.notPicture');
  const { mediaType, width, height } = facts;
  if (bytes.length > MAX_FILE_MB * 1e6 || width * height > MAX_MEGAPIXELS * 1e6) throw tooLarge();
  if (Math.max(width, height) <= MAX_EDGE && bytes.length <= MAX_KEPT_BYTES) {
    // Read once, so that a broken picture is refused here and not found missing on paper.
    if (!downscale({ mediaType, bytes }, width, height)) throw unreadable('PNG/JPEG');
    return { mediaType, bytes };
  }
  for (let edge = MAX_EDGE; edge >= MAX_EDGE / 8; edge /= 2) {
    const scale = Math.min(1, edge / Math.max(width, height));
    const smaller = downscale(
      { mediaType, bytes },
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    if (!smaller) throw unreadable('PNG/JPEG');
    if (smaller.length <= MAX_KEPT_BYTES) return { mediaType, bytes: smaller };
  }
  throw tooLarge();
};

/** @throws RevinoError as `usableLogo`, and `logo.unreadable` where the file cannot be read */
export const readLogoFile = async (path: string, downscale: Downscale): Promise<Picture> => {
  let bytes: Uint8Array;
  try {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).size > MAX_FILE_MB * 1e6) throw tooLarge();
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof RevinoError) throw error;
    throw unreadable(error instanceof Error && 'code' in error ? String(error.code) : String(error), error);
  }
  return usableLogo(bytes, downscale);
};

export const keepLogo = (db: Database, logo: Picture | null): void =>
  inTransaction(db, () => writeLogoTx(db, logo));

const tooLarge = (): RevinoError =>
  new RevinoError('logo.tooLarge', { megabytes: MAX_FILE_MB, megapixels: MAX_MEGAPIXELS });

const unreadable = (reason: string, cause?: unknown): RevinoError =>
  new RevinoError('logo.unreadable', { reason }, { cause });
