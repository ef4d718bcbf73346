/**
 * Decides whether a message comes from the top frame of a page that we opened and that still shows
 * our own files. Works on the parts of Electron's event it needs, so that tests can forge it.
 */
import { isAppAddress } from '../security/appAddress.ts';

export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: unknown;
  readonly frameTreeNodeId: number;
}

export interface SenderEvent {
  /** Null when the frame navigated away or was destroyed before the message was read. */
  readonly senderFrame: SenderFrame | null;
  readonly sender: { readonly id: number; readonly mainFrame: { readonly frameTreeNodeId: number } };
}

/** What a window of ours may do; bound to its web contents when the window is made. */
export type WindowRole = 'app' | 'print' | 'kiosk';

export interface WindowRoles {
  roleOf(contentsId: number): WindowRole | undefined;
}

export const isOwnTopFrame = (event: SenderEvent, role: WindowRole, roles: WindowRoles): boolean => {
  const frame = event.senderFrame;
  if (!frame) return false;
  return (
    roles.roleOf(event.sender.id) === role &&
    frame.parent === null &&
    frame.frameTreeNodeId === event.sender.mainFrame.frameTreeNodeId &&
    // Both: a sandboxed or opaque document keeps our address but not our origin.
    frame.origin === 'app://revino' &&
    isAppAddress(frame.url)
  );
};
