/**
 * What the log keeps of an error: its kind, its code, and where in the program it was thrown. Never its message, which
 * may quote a row, a name, a path or a parameter.
 */
import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';

export interface ErrorTrace {
  readonly kind: string;
  readonly code: string | null;
  readonly frames: readonly string[];
}

/** A place in code: a function's name, then a file with line and column. Nothing a person types looks like it. */
const FRAME =
  /^\s+at (?:(?:async |new )*[\w$.#<>]+(?: \[as [\w$.]+\])? \()?(?:file:\/\/\/|node:|app:\/\/|[A-Za-z]:[\\/]|\/)[^\s()]*:\d+:\d+\)?$/;
const MOST_FRAMES = 20;
const IDENTIFIER = /^[A-Za-z_$][\w$.]{0,60}$/;

const identifierOr = (value: unknown, other: string | null): string | null =>
  typeof value === 'string' && IDENTIFIER.test(value) ? value : other;

const withoutMessage = (error: Error): string => {
  const stack = error.stack ?? '';
  const at = error.message === '' ? -1 : stack.indexOf(error.message);
  return at < 0 ? stack : stack.slice(at + error.message.length);
};

/** The home folder names the person. */
const withoutHome = (text: string, home: string): string => {
  const places = [pathToFileURL(home).href.replace('file://', ''), home, home.replaceAll('\\', '/')];
  return places
    .filter((place) => place.length > 1)
    .reduce((short, place) => short.replaceAll(place, '~'), text);
};

export const traceOf = (error: unknown, home: string = homedir()): ErrorTrace => {
  if (!(error instanceof Error)) return { kind: typeof error, code: null, frames: [] };
  const code = 'code' in error ? error.code : null;
  return {
    kind: identifierOr(error.name, 'Error') ?? 'Error',
    code: identifierOr(code, null),
    frames: withoutMessage(error)
      .split('\n')
      .filter((line) => FRAME.test(line))
      .slice(0, MOST_FRAMES)
      .map((line) => withoutHome(line.trim(), home)),
  };
};
