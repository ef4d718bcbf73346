/**
 * What kind of file it is, by its first bytes and never by its name. Files that people pick by mistake are refused here,
 * each with a sentence that says what to do instead.
 */
import { basename } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { openForReading, unreadable } from './readLines.ts';
import { byteOrderMark, decoderFor } from './textEncoding.ts';
import { WorkbookArchive } from './xlsxArchive.ts';

export type FileFormat = 'text' | 'workbook' | 'vcard';

const START_BYTES = 4096;

/** Latin-1 characters of the first bytes. */
const startsWith =
  (...signatures: string[]) =>
  (start: string): boolean =>
    signatures.some((signature) => start.startsWith(signature));

const isZip = startsWith('PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008');
const isOtherArchive = startsWith(
  '\u001f\u008b',
  '7z\u00bc\u00af',
  'Rar!\u001a\u0007',
  'BZh91AY',
  '\u00fd7zXZ',
);
const isCompoundFile = startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1');
const isPdf = startsWith('%PDF-');
const isOtherBinary = startsWith('SQLite format 3\0', '{\\rtf');

const isImage = (start: string): boolean =>
  startsWith('\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*')(start) ||
  (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) ||
  (start.startsWith('ftyp', 4) && /^(?:heic|heix|mif1|avif)/.test(start.slice(8, 12))) ||
  // A text may begin with the letters BM; only in a picture are zeros at these places.
  (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0');

/** A page or an XML table that a program called .xls: a text, but none with columns. */
const isMarkedUpTable = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<table|<\?xml[^>]*\?>\s*(?:<\?mso-application[^>]*\?>\s*)?<(?:\w+:)?(?:workbook|html))/i.test(
    text,
  );

const isVcard = (text: string): boolean => /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 200));

/** Compound files are boxes with names; the names tell an old workbook from one that is locked with a password. */
const compoundRefusal = (
  directory: string,
): 'import.encryptedWorkbook' | 'import.oldWorkbook' | 'import.notText' => {
  const has = (name: string): boolean => directory.includes([...name].join('\0'));
  if (has('EncryptedPackage')) return 'import.encryptedWorkbook';
  return has('Workbook') || has('Book') ? 'import.oldWorkbook' : 'import.notText';
};

/** Which format the archive is of; `import.archive`, `.openDocument`, `.oldWorkbook` or `.damagedWorkbook`. */
const formatOfArchive = async (path: string): Promise<'workbook'> => {
  const fileName = basename(path);
  const archive = await WorkbookArchive.open(path).catch((error: unknown) => {
    const isWorkbook = !/\.zip$/i.test(fileName);
    if (isWorkbook || !(error instanceof RevinoError)) throw error;
    throw new RevinoError('import.archive', { fileName }, { cause: error });
  });
  try {
    if (archive.isEncrypted) throw new RevinoError('import.encryptedWorkbook', { fileName });
    if (archive.has('xl/workbook.xml')) return 'workbook';
    if (archive.has('xl/workbook.bin')) throw new RevinoError('import.oldWorkbook', { fileName });
    if (archive.has('mimetype') && archive.has('content.xml')) {
      throw new RevinoError('import.openDocument', { fileName });
    }
    throw new RevinoError('import.archive', { fileName });
  } finally {
    archive.close();
  }
};

/**
 * Throws `import.fileUnreadable`, `.fileEmpty`, `.notText`, `.pdf`, `.image`, `.archive`, `.oldWorkbook`, `.openDocument`,
 * `.encryptedWorkbook` or `.damagedWorkbook`.
 */
export const formatOf = async (path: string): Promise<FileFormat> => {
  const fileName = basename(path);
  const { handle, sizeBytes } = await openForReading(path);
  let bytes: Buffer;
  let directory = '';
  try {
    if (sizeBytes === 0) throw new RevinoError('import.fileEmpty', { fileName });
    const readAt = async (position: number): Promise<Buffer> => {
      const buffer = Buffer.alloc(START_BYTES);
      const { bytesRead } = await handle.read(buffer, 0, START_BYTES, position);
      return buffer.subarray(0, bytesRead);
    };
    bytes = await readAt(0);
    if (isCompoundFile(bytes.toString('latin1')) && bytes.length >= 64) {
      // [MS-CFB] 2.2: the sector size's exponent at 30, the first sector of the directory at 48.
      const sectorBytes = 1 << Math.min(12, bytes.readUInt16LE(30));
      directory = (await readAt((bytes.readUInt32LE(48) + 1) * sectorBytes)).toString('latin1');
    }
  } catch (error) {
    throw error instanceof RevinoError ? error : unreadable(path, error);
  } finally {
    await handle.close();
  }
  const start = bytes.toString('latin1');
  if (isZip(start)) return await formatOfArchive(path);
  if (isCompoundFile(start)) throw new RevinoError(compoundRefusal(directory), { fileName });
  if (isPdf(start)) throw new RevinoError('import.pdf', { fileName });
  if (isImage(start)) throw new RevinoError('import.image', { fileName });
  if (isOtherArchive(start)) throw new RevinoError('import.archive', { fileName });
  if (isOtherBinary(start)) throw new RevinoError('import.notText', { fileName });
  const mark = byteOrderMark(bytes);
  const text = mark ? decoderFor(mark.encoding).write(bytes.subarray(mark.markBytes)) : start;
  if (isMarkedUpTable(text)) throw new RevinoError('import.oldWorkbook', { fileName });
  return isVcard(text) ? 'vcard' : 'text';
};
