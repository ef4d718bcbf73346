/** Few large pieces of bytes instead of one per row: whoever takes them pays for each. */
const PIECE_CHARACTERS = 1 << 16;

export function* inLargePieces(texts: Iterable<string>): Generator<Buffer> {
  let piece: string[] = [];
  let size = 0;
  for (const text of texts) {
    piece.push(text);
    size += text.length;
    if (size < PIECE_CHARACTERS) continue;
    yield Buffer.from(piece.join(''));
    piece = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(piece.join(''));
}
