/**
 * The key store of the operating system through Electron: Keychain on macOS, DPAPI on Windows,
 * the keyring or wallet on Linux. Only usable after the app is ready.
 */
import { safeStorage } from 'electron';
import type { SystemKeyStore } from './keyRing.ts';

/** On Linux without a keyring Electron would wrap with a password that is in its source code. */
const isRealStore = (): boolean =>
  process.platform !== 'linux' ||
  !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());

export const systemKeyStore: SystemKeyStore = {
  isAvailable: () => safeStorage.isEncryptionAvailable() && isRealStore(),
  wrap: (key) => safeStorage.encryptString(Buffer.from(key).toString('hex')).toString('base64'),
  unwrap: (wrapped) =>
    Uint8Array.from(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped, 'base64')), 'hex')),
};
