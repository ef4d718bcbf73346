/**
 * Printed pages live in a browser session of their own, in memory: Chromium keeps one size for all pages of an address
 * within a session, and a report must not come out differently because the owner reads the screen at 200 %.
 */
import { type Session, session } from 'electron';
import { serveApp } from '../security/appProtocol.ts';
import { lockDownSession } from '../security/lockDown.ts';
import { pagesFolder } from '../windows/pageWindow.ts';

let made: Session | null = null;

export const printSession = (): Session => {
  if (made) return made;
  made = session.fromPartition('revino-print');
  lockDownSession(made);
  serveApp(made, pagesFolder);
  return made;
};
