/**
 * XML of a workbook, read in pieces by a strict parser. Names come without their prefix: the same sheet may be written as
 * `<row>` or `<x:row>`. A document type is refused (nothing in a workbook has one, and entities that swell live there).
 */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { damaged, type WorkbookArchive } from './xlsxArchive.ts';

/** Between two tags stands at most the text of one cell: 32,767 characters in Excel. */
const MAX_TEXT_BYTES = 4 * 1024 ** 2;
const PIECE_CHARACTERS = 16 * 1024;

export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** True: what follows is not needed. */
  readonly isDone?: boolean;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Tells the listener what stands in the part, and yields after each piece how many bytes were read. The listener may throw.
 * Throws `import.damagedWorkbook`, `import.workbookTooLarge`.
 */
export async function* readXml(
  archive: WorkbookArchive,
  part: string,
  listener: XmlListener,
  maxBytes?: number,
): AsyncGenerator<number> {
  const { fileName } = archive;
  const parser = new SaxesParser({ position: false });
  let sinceTag = 0;
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    listener.open?.(localName(name), attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    listener.close?.(localName(name));
  });
  const takeText = (text: string) => listener.text?.(text);
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('doctype', () => {
    throw damaged(fileName, part);
  });
  parser.on('error', (error) => {
    throw error;
  });
  let bytesRead = 0;
  let decoder: TextDecoder | undefined;
  const write = (text: string): void => {
    // In small pieces, so that a listener that has enough stops early.
    for (let from = 0; from < text.length && !listener.isDone; from += PIECE_CHARACTERS) {
      parser.write(text.slice(from, from + PIECE_CHARACTERS));
    }
  };
  try {
    for await (const bytes of archive.read(part, maxBytes)) {
      decoder ??= new TextDecoder(xmlEncoding(bytes));
      sinceTag += bytes.length;
      if (sinceTag > MAX_TEXT_BYTES) throw new RevinoError('import.workbookTooLarge', { fileName });
      write(decoder.decode(bytes, { stream: true }));
      bytesRead += bytes.length;
      yield bytesRead;
      if (listener.isDone) return;
    }
    write(decoder?.decode() ?? '');
    if (listener.isDone) return;
    parser.close();
    yield bytesRead;
  } catch (error) {
    if (error instanceof RevinoError) throw error;
    throw damaged(fileName, part, error);
  }
}

/** ECMA-376 part 2, 6.2.5: UTF-8 or UTF-16, the latter with a mark. */
const xmlEncoding = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';

/** A small part to its end. */
export const readWholeXml = async (
  archive: WorkbookArchive,
  part: string,
  listener: XmlListener,
): Promise<void> => {
  for await (const _bytes of readXml(archive, part, listener, MAX_SMALL_PART_BYTES));
};

/** Lists of sheets and styles; a file with more styles than this holds was broken by copying. */
const MAX_SMALL_PART_BYTES = 64 * 1024 ** 2;
