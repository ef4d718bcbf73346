/**
 * What the app needs of the system's key store: to wrap the database key and to get it back. Kept
 * apart from Electron so that the session runs, and is tested, in plain Node.
 */

export interface KeyStore {
  /** False where nothing on this computer keeps a secret better than a plain file would. */
  isAvailable(): boolean;
  /** Base64 of the wrapped key. Throws when the store refuses. */
  wrap(key: Uint8Array): string;
  /** The key again. Throws when the store lost what it needs or the text is not its own. */
  unwrap(wrapped: string): Uint8Array;
}
