/**
 * Where the hidden printing window starts: asks for its page once, waits for the fonts, draws it, and says
 * that it may be printed. It has no way to anything else.
 */
import './reportFonts.css';
import '../app/tokens.css';
import '../charts/chartColours.css';
import './print.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintBridge } from '../../src-shared/contract/bridge.ts';
import { fontsLoaded } from './fontsLoaded.ts';
import { PrintedSheet } from './PrintedSheet.tsx';

declare global {
  interface Window {
    readonly revinoPrint: PrintBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('report.html has no #root');
const page = await window.revinoPrint.page();
await fontsLoaded();
const sheet = createRoot(root);
flushSync(() => sheet.render(<PrintedSheet page={page} />));
// Charts measure the place they have been given since.
flushSync(() => window.dispatchEvent(new Event('resize')));
// The logo is decoded apart from the page; one that cannot be leaves its place white.
await Promise.allSettled([...document.images].map((image) => image.decode()));
window.revinoPrint.ready();
