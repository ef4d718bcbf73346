/** Makes a logo smaller, with Chromium's own decoders. The result has no metadata of the camera or program it came from. */
import { nativeImage } from 'electron';
import type { Downscale } from '../services/logoService.ts';

const JPEG_QUALITY = 90;

export const downscalePicture: Downscale = ({ mediaType, bytes }, width, height) => {
  const image = nativeImage.createFromBuffer(Buffer.from(bytes));
  if (image.isEmpty()) return null;
  const resized = image.resize({ width, height, quality: 'best' });
  return mediaType === 'image/png' ? resized.toPNG() : resized.toJPEG(JPEG_QUALITY);
};
