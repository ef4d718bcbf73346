/**
 * Files the owner picked or dropped, each behind an opaque token: a window can name a file only by a
 * token it was given, never by a path.
 */
import { randomUUID } from 'node:crypto';
import { RevinoError } from '../../src-shared/contract/errors.ts';

/** Older tokens are forgotten; a wizard works with one. */
const KEPT_FILES = 20;

export class PickedFiles {
  readonly #paths = new Map<string, string>();

  add(path: string): string {
    const token = randomUUID();
    this.#paths.set(token, path);
    const [oldest] = this.#paths.keys();
    if (this.#paths.size > KEPT_FILES && oldest !== undefined) this.#paths.delete(oldest);
    return token;
  }

  /** @throws RevinoError `import.unknownFile` */
  pathOf(token: string): string {
    const path = this.#paths.get(token);
    if (path === undefined) throw new RevinoError('import.unknownFile');
    return path;
  }
}
