/**
 * Whose doing it is: the door, and the worker process for whoever ordered its task, say it once, and every connection
 * that writes meanwhile names them in the change log. It follows the work through its awaits, so that a command that
 * waited for an import is still the doing of whoever gave it, also when somebody else has signed in since.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const authors = new AsyncLocalStorage<number | null>();

/** Null: nobody is signed in, or it is nobody's doing, such as an answer on the kiosk. */
export const authorNow = (): number | null => authors.getStore() ?? null;

export const asAuthor = <T>(staffId: number | null, work: () => T): T => authors.run(staffId, work);

/** What a connection shows of it. */
export const author: { readonly staffId: number | null } = {
  get staffId() {
    return authorNow();
  },
};
