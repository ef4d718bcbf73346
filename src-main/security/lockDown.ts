/**
 * Takes from every page what it never needs: devices, permissions, downloads, the network,
 * other pages and other windows. A page of ours works with its own files and the door alone.
 */
import { app, type Session, type WebContents } from 'electron';
import { isAppAddress } from './appAddress.ts';
import { openExternal } from './externalLinks.ts';

/** Must run before the app is ready. */
export const lockDownProcess = (): void => {
  // Electron cannot start its sandbox for root; everybody else gets it for every window.
  if (process.getuid?.() !== 0) app.enableSandbox();
  for (const name of [
    'disable-background-networking',
    'disable-client-side-phishing-detection',
    'disable-component-update',
    'disable-default-apps',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name);
  // Chromium itself can look up no name at all: the app has no business with any host.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
};

export const lockDownSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('will-download', (event) => event.preventDefault());
  // The checker would fetch dictionaries from the web.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url) }));
};

/** Our own files; in a checkout also the developer tools, which are pages of Chromium's own. */
const isAllowedRequest = (url: string): boolean =>
  isAppAddress(url) || (!app.isPackaged && url.startsWith('devtools://'));

const lockDownContents = (contents: WebContents): void => {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => {
    if (!isSamePage(event.url, contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWindowOpenHandler(({ url }) => {
    // A computer without a mail program refuses; the person sees that nothing opened.
    openExternal(url).catch((error: unknown) => console.error('Nothing opened the link:', error));
    return { action: 'deny' };
  });
};

/** Reloading the page that is shown is the only navigation there is: screens change inside it. */
const isSamePage = (address: string, current: string): boolean => {
  if (!isAppAddress(address) || !isAppAddress(current)) return false;
  return new URL(address).pathname === new URL(current).pathname;
};
