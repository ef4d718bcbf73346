/**
 * Where the hidden printing window starts: asks for its page once, draws it, waits for the fonts, and says
 * that it may be printed. It has no way to anything else.
 */
import '@fontsource-variable/figtree/wght.css';
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
const sheet = createRoot(root);
const page = await window.revinoPrint.page();
const draw = (): void => flushSync(() => sheet.render(<PrintedSheet page={page} />));
draw();
// Both alphabets and both weights: a letter that is still on its way would be measured in another font.
await Promise.all(
  ['400', '600'].flatMap((weight) =>
    ['a', 'ł', '0'].map((letter) => document.fonts.load(`${weight} 12px 'Figtree Variable'`, letter)),
  ),
);
await document.fonts.ready;
// Everything was measured while the text still stood in another font; then once more, where that made it denser.
for (let round = 0; round < 2; round++) flushSync(() => window.dispatchEvent(new Event('resize')));
window.revinoPrint.ready();
