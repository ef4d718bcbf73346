/** What the handlers work with: the open shop, the long work, and what only the app itself can do. */

import type { MainCommandId } from '../../../src-shared/commands/appCommands.ts';
import type { PrintedPage } from '../../../src-shared/contract/reportContract.ts';
import type { WindowLook } from '../../../src-shared/contract/windowContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import type { AnalyticsClient } from '../../analytics/analyticsClient.ts';
import type { BackupKeeper } from '../../backups/backupKeeper.ts';
import type { JobRegistry } from '../../jobs/jobRegistry.ts';
import type { PickedFiles } from '../../jobs/pickedFiles.ts';
import type { WriteGate } from '../../jobs/writeGate.ts';
import type { KioskDesk } from '../../kiosk/kioskDesk.ts';
import type { Till } from '../../people/till.ts';
import type { Downscale } from '../../services/logoService.ts';
import type { ShopSession } from '../../session/shopSession.ts';
import type { SpawnWorker } from '../../worker/workerProcess.ts';

export interface SavePlace {
  readonly title: string;
  /** With its extension. */
  readonly fileName: string;
  readonly extension: string;
}

/** What needs a screen, given so that the handlers run without Electron. */
export interface Desktop {
  /** A path, or null when the owner cancelled. */
  askSavePath(place: SavePlace): Promise<string | null>;
  askVisitsFile(words: Words): Promise<string | null>;
  askExportFile(words: Words): Promise<string | null>;
  askBackupFolder(words: Words): Promise<string | null>;
  askBackupFile(words: Words): Promise<string | null>;
  askPicture(words: Words): Promise<string | null>;
  readonly downscalePicture: Downscale;
  showFolder(folder: string): Promise<void>;
  renderPdf(page: PrintedPage, signal?: AbortSignal): Promise<Uint8Array>;
  look(): WindowLook;
  /** Does a command of the native menu. */
  perform(command: MainCommandId): Promise<void>;
  /** Something broke in a page: for the log. */
  pageFailed(kind: string, stack: string): void;
}

/** Whether this computer starts as a kiosk. */
export interface KioskStartChoice {
  readonly startsAsKiosk: boolean;
  keep(startsAsKiosk: boolean): void;
}

export interface AppServices {
  readonly session: ShopSession;
  /** Who is signed in. */
  readonly till: Till;
  /** Of the open shop. Throws `shop.none` while there is none. */
  readonly analytics: () => AnalyticsClient;
  readonly jobs: JobRegistry;
  readonly files: PickedFiles;
  readonly gate: WriteGate;
  readonly spawn: SpawnWorker;
  readonly backups: BackupKeeper;
  /** Closes the shop and opens what now lies in its place; windows and processes begin anew. */
  readonly reopenShop: () => Promise<void>;
  /** Undefined: the checkout's own. */
  readonly migrationsDir?: string;
  readonly desktop: Desktop;
  readonly words: () => Words;
  readonly nowMs: () => number;
  /** Visits or customers changed: windows and the analytics process read again. */
  readonly dataChanged: () => void;
  /** Puts the demo shop away with everything that was read from it. */
  readonly removeDemo: () => Promise<void>;
  /** Of this start of the program. */
  readonly kiosk: () => Pick<KioskDesk, 'state' | 'open'>;
  readonly kioskStart: KioskStartChoice;
  readonly version: string;
  readonly electronVersion: string;
}
