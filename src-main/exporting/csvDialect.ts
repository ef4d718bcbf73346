/**
 * How our CSV is written, whatever is in it: as the spreadsheets of one language like it, and so that no cell becomes a
 * formula in one.
 */
import type { Words } from '../../src-shared/words/words.ts';

/** Excel takes a UTF-8 file without it for the old code page. */
export const BYTE_ORDER_MARK = '\ufeff';
export const LINE_END = '\r\n';

/** Spreadsheets of languages with a decimal comma part columns by semicolons. */
export const separatorOf = ({ locale }: Words): string => (locale === 'en' ? ',' : ';');

/** `=HYPERLINK(…)` stays a text behind an apostrophe; the importer takes that apostrophe off again. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

/** Line breaks and separators inside stay inside. */
export const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;
