/**
 * The app's own addresses, `app://revino/…`, and which file of the built pages each one means.
 * Pure: no Electron and no file access, so that every escape can be tried in plain Node.
 */
import { isAbsolute, relative, resolve, sep } from 'node:path';

export const APP_SCHEME = 'app';
const APP_HOST = 'revino';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

/** True for an address on the app's own origin, without a user name or port in it. */
export const isAppAddress = (address: string): boolean => {
  const url = parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
};

export type AppFile = { readonly status: 200; readonly path: string } | { readonly status: 403 | 404 };

/** The file below `rootFolder` that an address means; 403 for an attempt to leave it or another host. */
export const appFileOf = (rootFolder: string, address: string): AppFile => {
  const url = parse(address);
  if (!url || !isAppAddress(address)) return { status: 403 };
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch (error) {
    if (error instanceof URIError) return { status: 404 };
    throw error;
  }
  // A backslash is a separator on Windows, a colon names a drive or an alternate stream, NUL ends a C string.
  if (/[\\:\0]/.test(name)) return { status: 403 };
  const root = resolve(rootFolder);
  const path = resolve(root, `.${sep}${name}`);
  const inside = relative(root, path);
  if (inside === '') return { status: 404 };
  if (inside.startsWith('..') || isAbsolute(inside)) return { status: 403 };
  return { status: 200, path };
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The content type of the kinds of file our pages are made of; undefined for any other. */
export const contentTypeOf = (path: string): string | undefined => {
  const dot = path.lastIndexOf('.');
  const extension = dot < 0 ? '' : path.slice(dot).toLowerCase();
  return Object.hasOwn(contentTypes, extension) ? contentTypes[extension] : undefined;
};
