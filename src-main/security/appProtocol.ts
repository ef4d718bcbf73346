/** Serves the built pages under `app://revino/`: only files below their folder, only with our headers. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, appFileOf, contentTypeOf } from './appAddress.ts';
import { NONCE_PLACEHOLDER, pageHeaders } from './pageHeaders.ts';

/** Must run before the app is ready. */
export const declareAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    // Standard and secure give the pages an origin of their own; nothing else is asked for.
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);

export const serveApp = (session: Session, rootFolder: string): void => {
  session.protocol.handle(APP_SCHEME, (request) => answer(rootFolder, request));
};

const answer = async (rootFolder: string, request: Request): Promise<Response> => {
  if (request.method !== 'GET') return refuse(405);
  const file = appFileOf(rootFolder, request.url);
  if (file.status !== 200) return refuse(file.status);
  const contentType = contentTypeOf(file.path);
  if (contentType === undefined) return refuse(404);
  try {
    const nonce = randomBytes(16).toString('base64');
    const bytes = await readFile(file.path);
    const body = contentType.startsWith('text/html')
      ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
      : new Uint8Array(bytes);
    return new Response(body, { headers: pageHeaders(contentType, nonce) });
  } catch (error) {
    if (isMissing(error)) return refuse(404);
    throw error;
  }
};

const refuse = (status: number): Response =>
  new Response(null, {
    status,
    headers: pageHeaders('text/plain; charset=utf-8', randomBytes(16).toString('base64')),
  });

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR');
