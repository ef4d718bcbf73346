/** How a handler writes: as soon as the gate is open, and every window hears that something changed. */
import type { Database } from '../../../db/openDatabase.ts';
import type { AppServices } from './appServices.ts';

export const DONE = { done: true } as const;

export const writingWith = ({
  session,
  gate,
  dataChanged,
}: Pick<AppServices, 'session' | 'gate' | 'dataChanged'>) => {
  /** The shop is asked for when the gate is open: it may have been closed while we waited. */
  const write = async <T>(work: (db: Database) => T): Promise<T> => {
    const written = await gate.run(() => work(session.shop.db));
    dataChanged();
    return written;
  };
  /** For what has nothing to answer. */
  const done = async (work: (db: Database) => void): Promise<typeof DONE> => {
    await write(work);
    return DONE;
  };
  return { write, done };
};
