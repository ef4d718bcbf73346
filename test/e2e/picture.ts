/** A PNG picture of any size, made here: no binary file has to be kept for it. */
import { crc32, deflateSync } from 'node:zlib';

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
};

/** A green disc beside bars, on nothing; 8 bits, with transparency. */
export const pngOf = (width: number, height: number): Buffer => {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInDisc = Math.hypot(x - width / 4, y - height / 2) < height / 2.4;
      const isInBar = x > width * 0.52 && Math.floor((y / height) * 6) % 2 === 0;
      rows.set([20, 96, 82, isInDisc || isInBar ? 255 : 0], y * (width * 4 + 1) + 1 + x * 4);
    }
  }
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 6, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
