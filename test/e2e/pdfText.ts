/** What is in a PDF: its pages, words, fonts and pictures, read by Mozilla's reader. */
import { readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfContent {
  readonly pages: number;
  readonly title: string;
  readonly language: string | null;
  readonly text: string;
  /** The pieces of text as the page sets them, without empty ones. */
  readonly pieces: readonly string[];
  /** Names of the fonts in use; one that is not embedded has no data of its own. */
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  /** The outline, in reading order. */
  readonly headings: readonly string[];
  /** Painted pictures; a page of vectors has none. */
  readonly pictures: number;
}

const PICTURES: readonly number[] = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
];

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}
const headingsIn = (outline: readonly OutlineItem[]): string[] =>
  outline.flatMap(({ title, items }) => [title, ...headingsIn(items)]);

export const readPdf = async (file: string): Promise<PdfContent> => {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    useSystemFonts: false,
    fontExtraProperties: true,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const operations = (await Promise.all(pages.map((page) => page.getOperatorList()))).flatMap(
    ({ fnArray }) => fnArray,
  );
  const items = contents.flatMap((content) => content.items);
  const fonts = pages.flatMap((page, at) => {
    const used = contents[at]?.items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])) ?? [];
    return [...new Set(used)].map((name) => {
      const font: { name: string; data?: Uint8Array; missingFile?: boolean } = page.commonObjs.get(name);
      return { name: font.name, isEmbedded: font.data !== undefined && font.missingFile !== true };
    });
  });
  const outline = await pdf.getOutline();
  const metadata = await pdf.getMetadata();
  const info: Record<string, unknown> = { ...metadata.info };
  const content = {
    pages: pdf.numPages,
    title: String(info.Title ?? ''),
    language: contents[0]?.lang ?? null,
    text: items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
      .join('')
      .replace(/[\u00a0\u202f]/g, ' '),
    pieces: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str.trim()] : [])),
    fonts,
    headings: headingsIn(outline ?? []),
    pictures: operations.filter((operation) => PICTURES.includes(operation)).length,
  };
  await task.destroy();
  return content;
};
