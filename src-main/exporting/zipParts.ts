/** Named parts as one zip file, written as a stream. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { inLargePieces } from './pieces.ts';

/** Equal parts are equal files. */
const ZIP_TIME = new Date(Date.UTC(2000, 0, 1));

export interface ZipPart {
  readonly name: string;
  /** Asked for when it is written, one part after the other. */
  readonly text: () => Iterable<string>;
}

export async function* zipBytes(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  // Without a reader of the stream nobody else would hear of it.
  failed.catch(() => undefined);
  zip.on('error', reject);
  for (const { name, text } of parts)
    zip.addReadStreamLazy(name, { mtime: ZIP_TIME, compress: true }, (take) => {
      const stream = Readable.from(inLargePieces(text()));
      stream.once('error', reject);
      take(null, stream);
    });
  zip.end();
  const bytes = (zip.outputStream as Readable)[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await Promise.race([bytes.next(), failed]);
    if (done) return;
    yield value as Uint8Array;
  }
}
