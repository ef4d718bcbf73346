/** Which database a worker process opens, and with what. Travels in messages only. */
export interface DatabaseAccess {
  readonly file: string;
  /** 32 bytes, or null for a database that is not encrypted. */
  readonly key: Uint8Array | null;
}
