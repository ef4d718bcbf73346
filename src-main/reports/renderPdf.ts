/**
 * Draws one printed page in a hidden window of its own role and returns it as PDF. The page gets its
 * content once, through its own preload, and says when it is laid out; it can call nothing else.
 */
import type { WebContents } from 'electron';
import { PRINT_CHANNEL } from '../../src-shared/contract/channels.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  PAPER_MM,
  type Paper,
  type PrintedPage,
  printedPageSchema,
} from '../../src-shared/contract/reportContract.ts';
import { isOwnTopFrame } from '../ipc/sender.ts';
import { APP_ORIGIN } from '../security/appAddress.ts';
import { makeWindow, windowRoles } from '../windows/pageWindow.ts';
import { withDatesOf } from './pdfDates.ts';
import { printSession } from './printSession.ts';

/** Fonts and a page of charts take under a second; a slow old PC is given a hundred times that. */
const LAYOUT_TIMEOUT_MS = 60_000;
const MM_PER_INCH = 25.4;

/** @throws RevinoError `report.renderFailed`, or `job.cancelled` when `signal` aborted */
export const renderPdf = async (page: PrintedPage, signal?: AbortSignal): Promise<Uint8Array> => {
  const content = printedPageSchema.parse(page);
  const window = makeWindow('print', {
    show: false,
    width: 794,
    height: 1123,
    session: printSession(),
  });
  const closeOnAbort = () => window.destroy();
  signal?.addEventListener('abort', closeOnAbort, { once: true });
  try {
    signal?.throwIfAborted();
    const laidOut = whenLaidOut(window.webContents, content);
    await Promise.all([laidOut, window.loadURL(`${APP_ORIGIN}/report.html`)]);
    const pdf = await window.webContents.printToPDF({
      pageSize: inches(content.page === 'monthly' ? content.layout.paper : 'a4'),
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return withDatesOf(pdf, content.data.madeOn);
  } catch (error) {
    if (signal?.aborted) throw new RevinoError('job.cancelled', {}, { cause: error });
    throw new RevinoError('report.renderFailed', { reason: reasonOf(error) }, { cause: error });
  } finally {
    signal?.removeEventListener('abort', closeOnAbort);
    if (!window.isDestroyed()) window.destroy();
  }
};

/** The sheets have their margins in themselves. */
const inches = (paper: Paper): { width: number; height: number } => {
  const { width, height } = PAPER_MM[paper];
  return { width: width / MM_PER_INCH, height: height / MM_PER_INCH };
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const whenLaidOut = (contents: WebContents, content: PrintedPage): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error('the page was not laid out in time')), LAYOUT_TIMEOUT_MS);
  // Bound to this window alone: no other page can read this content, nor answer for it.
  contents.ipc.handle(PRINT_CHANNEL, (event) => {
    if (!isOwnTopFrame(event, 'print', windowRoles)) throw new Error('door.foreignSender');
    return content;
  });
  contents.ipc.on(PRINT_CHANNEL, (event) => {
    if (isOwnTopFrame(event, 'print', windowRoles)) resolve();
  });
  contents.once('render-process-gone', (_event, { reason }) =>
    reject(new Error(`the page's process ended: ${reason}`)),
  );
  contents.once('preload-error', (_event, _path, error) => reject(error));
  contents.once('destroyed', () => reject(new Error('the page was closed')));
  return promise.finally(() => clearTimeout(timer));
};
