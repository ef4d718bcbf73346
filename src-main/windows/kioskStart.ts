/** Whether Revino starts as a kiosk: a choice of this computer, kept in kiosk.json, or an argument of this start. */
import { readKept, writeKept } from './keptFile.ts';

export const KIOSK_SWITCH = '--kiosk';

interface Kept {
  readonly startsAsKiosk: boolean;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && typeof (value as Kept).startsAsKiosk === 'boolean';

export class KioskStart {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  get startsAsKiosk(): boolean {
    return readKept(this.#file, isKept)?.startsAsKiosk ?? false;
  }

  keep(startsAsKiosk: boolean): void {
    const kept: Kept = { startsAsKiosk };
    writeKept(this.#file, kept);
  }
}
