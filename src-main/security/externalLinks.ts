/**
 * The only place that hands anything to another program: a link for the mail program or the
 * telephone, and the app's own data folder for the file manager. Everything else is refused.
 */
import { shell } from 'electron';
import { isAllowedOutside } from './outsideAddress.ts';

/** Opens an allowed address outside the app; answers whether it was allowed. */
export const openExternal = async (address: string): Promise<boolean> => {
  if (!isAllowedOutside(address)) return false;
  await shell.openExternal(address);
  return true;
};

/** Shows a folder of ours in the system's file manager. Throws with the system's reason when it cannot. */
export const showFolder = async (folder: string): Promise<void> => {
  const reason = await shell.openPath(folder);
  if (reason !== '') throw new Error(`The file manager did not open the folder: ${reason}`);
};
