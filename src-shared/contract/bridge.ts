/**
 * What the preloads put on `window.revino` (the app), `window.revinoPrint` (printed pages) and `window.revinoKiosk`; the
 * renderer knows nothing else of Electron. Pages learn their style nonce from
 * `<meta name="csp-nonce" content="__CSP_NONCE__">`: main writes a new one into each page it serves.
 */
import type { AppContract, EventName, EventValue, ProcedureName } from './contract.ts';
import type { OpenedFile } from './importContract.ts';
import type { KioskContract } from './kioskContract.ts';
import type { Answer, OutputOf, SentInputOf } from './procedure.ts';
import type { PrintedPage } from './reportContract.ts';

export interface AppBridge {
  call<K extends ProcedureName>(
    name: K,
    input: SentInputOf<AppContract[K]>,
  ): Promise<Answer<OutputOf<AppContract[K]>>>;
  /** Answers with the function that ends the subscription. */
  subscribe<E extends EventName>(event: E, listener: (value: EventValue<E>) => void): () => void;
  /** A DOM File from a drop; typed loosely because this floor has no DOM. */
  openDropped(file: object): Promise<Answer<OpenedFile>>;
}

export interface PrintBridge {
  page(): Promise<PrintedPage>;
  /** Fonts and charts are laid out: the page may be printed. */
  ready(): void;
}

/** All that the screen strangers touch can reach. */
export interface KioskBridge {
  begin(input: SentInputOf<KioskContract['kiosk.begin']>): KioskAnswer<'kiosk.begin'>;
  answer(input: SentInputOf<KioskContract['kiosk.answer']>): KioskAnswer<'kiosk.answer'>;
  leave(input: SentInputOf<KioskContract['kiosk.leave']>): KioskAnswer<'kiosk.leave'>;
  /** The desk began another round. Answers with the function that ends the subscription. */
  onBegun(listener: (roundId: string) => void): () => void;
}
type KioskAnswer<K extends keyof KioskContract> = Promise<Answer<OutputOf<KioskContract[K]>>>;
