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
import { PrintedSheet } from './PrintedSheet.tsx';

declare global {
  interface Window {
    readonly revinoPrint: PrintBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('report.html has no #root');
const page = await window.revinoPrint.page();
// Both alphabets and both weights before anything is drawn: the sheet is measured once, in its own letters.
await Promise.all(
  ['400', '600'].flatMap((weight) =>
    ['a', 'ł'].map((letter) => document.fonts.load(`${weight} 12px Figtree`, letter)),
  ),
);
const sheet = createRoot(root);
flushSync(() => sheet.render(<PrintedSheet page={page} />));
// A sheet that found itself too full has given its chart another height since.
flushSync(() => window.dispatchEvent(new Event('resize')));
window.revinoPrint.ready();
