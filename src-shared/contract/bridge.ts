/**
 * What the preloads put on `window.revino` (the app) and `window.revinoPrint` (printed pages); the
 * renderer knows nothing else of Electron. Pages learn their style nonce from
 * `<meta name="csp-nonce" content="__CSP_NONCE__">`: main writes a new one into each page it serves.
 */
import type { AppContract, EventName, EventValue, ProcedureName } from './contract.ts';
import type { OpenedFile } from './importContract.ts';
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
