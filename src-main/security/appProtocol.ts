/** Serves the built pages under `app://revino/`: only files below their folder, only with our headers. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ProtocolResponse, protocol, type Session } from 'electron';
import { APP_SCHEME, appFileOf, contentTypeOf } from './appAddress.ts';
import { NONCE_PLACEHOLDER, pageHeaders } from './pageHeaders.ts';

/** Must run before the app is ready. */
export const declareAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    // Standard and secure give the pages an origin of their own; nothing else is asked for.
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);

/**
 * With the older of Electron's two ways: the newer one (`protocol.handle`) wraps each file in a Request and a Response
 * of the web, and reading those classes alone put the first window off by a twentieth of its start.
 */
export const serveApp = (session: Session, rootFolder: string): void => {
  session.protocol.registerBufferProtocol(APP_SCHEME, ({ method, url }, send) => {
    answer(rootFolder, method, url).then(send, (error: unknown) => {
      console.error(`${url} was not served:`, error);
      send({ error: NET_FAILED });
    });
  });
};

/** Chromium's net::ERR_FAILED. */
const NET_FAILED = -2;

const answer = async (rootFolder: string, method: string, url: string): Promise<ProtocolResponse> => {
  if (method !== 'GET') return refusal(405);
  const file = appFileOf(rootFolder, url);
  if (file.status !== 200) return refusal(file.status);
  const contentType = contentTypeOf(file.path);
  if (contentType === undefined) return refusal(404);
  try {
    const nonce = randomBytes(16).toString('base64');
    const bytes = await readFile(file.path);
    const data = contentType.startsWith('text/html')
      ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce))
      : bytes;
    return response(200, contentType, nonce, data);
  } catch (error) {
    if (isMissing(error)) return refusal(404);
    throw error;
  }
};

const refusal = (status: number): ProtocolResponse =>
  response(status, 'text/plain; charset=utf-8', randomBytes(16).toString('base64'), Buffer.alloc(0));

const response = (statusCode: number, contentType: string, nonce: string, data: Buffer): ProtocolResponse => {
  const [mimeType, charset] = contentType.split('; charset=');
  return {
    statusCode,
    mimeType: mimeType!,
    ...(charset === undefined ? {} : { charset }),
    headers: pageHeaders(contentType, nonce),
    data,
  };
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR');
