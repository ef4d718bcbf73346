/** Attacks the window from inside, as a page that somebody else has taken over, and from beside it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, good, newShop, type Revino, test } from './app.ts';

/** A server of the outside world; nothing may ever reach it. */
const withOutsideServer = async (attack: (address: string) => Promise<void>): Promise<void> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('outside');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await attack(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await new Promise((done) => server.close(done));
  }
  expect(asked).toEqual([]);
};

const windowCount = ({ app }: Revino): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('the page has no Node and no Electron, only the bridge', async ({ openRevino }) => {
  const { window } = await openRevino();
  const seen = await window.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    return {
      found: names.filter((name) => name in globalThis),
      bridge: Object.keys(globalThis.window.revino),
    };
  });
  expect(seen).toEqual({ found: [], bridge: ['call', 'subscribe', 'openDropped'] });
});

test('every window is sandboxed and isolated', async ({ openRevino }) => {
  const { app } = await openRevino();
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const all = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'webSecurity'];
      return Object.fromEntries(names.map((name) => [name, all[name]]));
    }),
  );
  // The checker would fetch dictionaries.
  expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  expect(preferences).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  ]);
});

test('the page cannot leave for another address', async ({ openRevino }) => {
  const revino = await openRevino({ mayComplain: true });
  const { window } = revino;
  await withOutsideServer(async (outside) => {
    const addresses = [
      `${outside}/`,
      'app://revino/report.html',
      'app://other/index.html',
      'app://revino/../package.json',
      'file:///etc/passwd',
      'data:text/html,<h1>outside',
      'chrome://version',
      'blob:app://revino/0',
    ];
    for (const address of addresses) {
      await window.evaluate((to) => {
        location.href = to;
      }, address);
      await window.waitForTimeout(100);
      expect(window.url(), address).toMatch(/^app:\/\/revino\/index\.html/);
    }
    await window.evaluate((to) => {
      const form = document.createElement('form');
      form.action = to;
      form.method = 'post';
      document.body.append(form);
      form.submit();
    }, outside);
    await window.waitForTimeout(200);
    expect(window.url()).toMatch(/^app:\/\/revino\/index\.html/);
    // Still the same document, still working.
    expect((await revino.call('app.state', {})).ok).toBe(true);
  });
});

test('an empty page, which no guard is asked about, gives way to the app again', async ({ openRevino }) => {
  const revino = await openRevino();
  await revino.window.evaluate(() => {
    location.href = 'about:blank';
  });
  await expect(revino.window.getByText('Let us set up your shop')).toBeVisible();
  expect((await revino.call('app.state', {})).ok).toBe(true);
});

test('a reload keeps the page and its bridge', async ({ openRevino }) => {
  const revino = await openRevino();
  await revino.window.reload();
  expect(good(await revino.call('app.state', {})).phase).toBe('noShop');
});

test('no other window opens', async ({ openRevino }) => {
  const revino = await openRevino({ mayComplain: true });
  await withOutsideServer(async (outside) => {
    const opened = await revino.window.evaluate(
      (to) =>
        [to, 'app://revino/index.html', 'about:blank', 'file:///etc/passwd', ''].map((address) => {
          const link = document.createElement('a');
          link.href = address;
          link.target = '_blank';
          document.body.append(link);
          link.click();
          return globalThis.open(address);
        }),
      outside,
    );
    expect(opened.every((window) => window === null)).toBe(true);
    await revino.window.waitForTimeout(200);
    expect(await windowCount(revino)).toBe(1);
  });
});

test('only a mail address or a telephone number is handed to another program', async ({ openRevino }) => {
  const { app, window } = await openRevino({ mayComplain: true });
  await app.evaluate(({ shell }) => {
    const handed: string[] = [];
    Object.assign(globalThis, { handed });
    Object.assign(shell, { openExternal: async (address: string) => handed.push(address) });
  });
  await window.evaluate(() => {
    for (const address of [
      'https://example.org/',
      'mailto:anna@example.org',
      'file:///etc/passwd',
      'tel:112',
    ])
      globalThis.open(address);
    globalThis.open('mailto:a@example.org?attach=/etc/passwd');
  });
  await window.waitForTimeout(200);
  expect(await app.evaluate(() => (globalThis as unknown as { handed: string[] }).handed)).toEqual([
    'mailto:anna@example.org',
    'tel:112',
  ]);
});

test('the content security policy lets no outside or inline code, style or content in', async ({
  openRevino,
}) => {
  const { window } = await openRevino({ mayComplain: true });
  await withOutsideServer(async (outside) => {
    const results = await window.evaluate(async (to) => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violated.push(event.effectiveDirective),
      );
      const fails = async (attempt: () => unknown): Promise<boolean> => {
        try {
          await attempt();
          return false;
        } catch {
          return true;
        }
      };
      // The debugger that runs this test lifts the ban for as long as its own call lasts.
      const later = (attempt: () => unknown) =>
        new Promise((resolve, reject) =>
          setTimeout(() => {
            try {
              resolve(attempt());
            } catch (error) {
              reject(error);
            }
          }, 10),
        );
      const add = (tag: string, set: Record<string, string>, content = '') => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
        element.textContent = content;
        document.head.append(element);
      };
      add('script', {}, 'globalThis.attacked = 1');
      add('script', { src: `${to}/a.js` });
      add('script', { src: 'data:text/javascript,globalThis.attacked=1' });
      add('style', {}, 'body { outline: 9px solid red }');
      add('link', { rel: 'stylesheet', href: `${to}/a.css` });
      add('img', { src: `${to}/a.png` });
      add('iframe', { src: `${to}/` });
      add('iframe', { src: 'app://revino/index.html' });
      add('object', { data: `${to}/` });
      add('video', { src: `${to}/a.mp4` });
      add('base', { href: `${to}/` });
      add('div', { onclick: 'globalThis.attacked = 1' });
      document.head.lastElementChild?.dispatchEvent(new Event('click'));
      const refused = {
        fetch: await fails(() => fetch(to)),
        fetchOwn: await fails(() => fetch('app://revino/index.html')),
        // biome-ignore lint/security/noGlobalEval: this is the attack.
        eval: await fails(() => later(() => globalThis.eval('1'))),
        function: await fails(() => later(() => new Function('return 1')())),
        worker: await fails(
          () =>
            new Promise((resolve, reject) => {
              const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
              worker.onmessage = resolve;
              worker.onerror = reject;
            }),
        ),
        socket: await fails(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(to.replace('http', 'ws'));
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
        beacon: !navigator.sendBeacon(to, 'x'),
      };
      await new Promise((done) => setTimeout(done, 300));
      return {
        refused,
        attacked: 'attacked' in globalThis,
        outline: getComputedStyle(document.body).outlineStyle,
        base: document.baseURI.startsWith('app://revino/'),
        violated: [...new Set(violated)].sort(),
      };
    }, outside);
    expect(results.refused).toEqual({
      fetch: true,
      fetchOwn: true,
      eval: true,
      function: true,
      worker: true,
      socket: true,
      // sendBeacon says that it queued; the outside server saw nothing of it.
      beacon: results.refused.beacon,
    });
    expect(results.attacked).toBe(false);
    expect(results.outline).toBe('none');
    expect(results.base).toBe(true);
    for (const directive of [
      'base-uri',
      'connect-src',
      'frame-src',
      'img-src',
      'script-src-elem',
      'style-src-elem',
    ])
      expect(results.violated).toContain(directive);
  });
});

test('the network is closed below the policy too', async ({ openRevino }) => {
  const { app } = await openRevino({ mayComplain: true });
  await withOutsideServer(async (outside) => {
    const failures = await app.evaluate(async ({ BrowserWindow, session }, to) => {
      const errors: string[] = [];
      const window = new BrowserWindow({ show: false });
      for (const address of [to, to.replace('http', 'ws'), 'https://example.org/', 'file:///etc/passwd'])
        await window.loadURL(address).catch((error: Error) => errors.push(error.message));
      window.destroy();
      await session.defaultSession.fetch(to).catch((error: Error) => errors.push(error.message));
      return errors;
    }, outside);
    expect(failures).toHaveLength(5);
    for (const failure of failures)
      expect(failure).toMatch(/ERR_BLOCKED_BY_CLIENT|ERR_ABORTED|ERR_DISALLOWED/);
  });
});

test('app:// serves its own pages with their headers, and nothing else', async ({ openRevino }) => {
  const { app } = await openRevino();
  const answers = await app.evaluate(
    async ({ session }, addresses) => {
      const found: { status: number; type: string | null; policy: string | null; text: string }[] = [];
      for (const address of addresses) {
        const response = await session.defaultSession.fetch(address);
        found.push({
          status: response.status,
          type: response.headers.get('content-type'),
          policy: response.headers.get('content-security-policy'),
          text: (await response.text()).slice(0, 2000),
        });
      }
      return found;
    },
    [
      'app://revino/index.html',
      'app://revino/index.html',
      'app://revino/..%2f..%2fpackage.json',
      'app://revino/..%5c..%5cpackage.json',
      'app://revino/%2fetc%2fpasswd',
      'app://revino/index.html%00',
      'app://revino/assets',
      'app://revino/no.html',
      'app://other/index.html',
    ],
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403, 404, 403, 404, 404, 403]);
  expect(answers.slice(2).map(({ text }) => text)).toEqual(new Array(7).fill(''));
  const [first, second] = answers;
  const nonce = first?.policy?.match(/'nonce-([^']{20,})'/)?.[1];
  expect(nonce).toBeTruthy();
  expect(first?.text).toContain(`content="${nonce}"`);
  expect(first?.text).not.toContain('__CSP_NONCE__');
  expect(second?.policy).not.toContain(nonce);
  for (const { policy } of answers) expect(policy).toContain("default-src 'none'");
  const posted = await app.evaluate(
    async ({ session }) =>
      (await session.defaultSession.fetch('app://revino/index.html', { method: 'POST', body: 'x' })).status,
  );
  expect(posted).toBe(405);
});

test('permissions and devices are denied', async ({ openRevino }) => {
  const { window } = await openRevino({ mayComplain: true });
  // A person's click, since some of these ask for nothing without one.
  await window.mouse.click(5, 5);
  const results = await window.evaluate(async () => {
    const states: Record<string, string> = {};
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write',
      'midi',
      'persistent-storage',
    ])
      states[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
    const refusal = async (attempt: () => Promise<unknown> | undefined): Promise<string> => {
      try {
        const got = await attempt();
        return got === undefined ? 'absent' : `got ${String(got)}`;
      } catch {
        return 'refused';
      }
    };
    const devices = navigator as unknown as Record<
      'usb' | 'hid' | 'serial' | 'bluetooth',
      Record<string, (options: object) => Promise<unknown>> | undefined
    >;
    return {
      states: [...new Set(Object.values(states))],
      notification: Notification.permission,
      camera: await refusal(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await refusal(() => navigator.mediaDevices.getDisplayMedia()),
      place: await refusal(
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
      ),
      clipboard: await refusal(() => navigator.clipboard.readText()),
      usb: await refusal(() => devices.usb?.requestDevice?.({ filters: [] })),
      serial: await refusal(() => devices.serial?.requestPort?.({})),
      bluetooth: await refusal(() => devices.bluetooth?.requestDevice?.({ acceptAllDevices: true })),
      // Answers an empty list instead of refusing.
      hid: await refusal(async () => {
        const list = (await devices.hid?.requestDevice?.({ filters: [] })) as unknown[] | undefined;
        return list?.length ? list : undefined;
      }),
    };
  });
  expect(results.states).toEqual(['denied']);
  expect(results.notification).toBe('denied');
  for (const name of ['camera', 'screen', 'place', 'clipboard'] as const)
    expect(results[name], name).toBe('refused');
  for (const name of ['usb', 'serial', 'bluetooth', 'hid'] as const)
    expect(results[name], name).toMatch(/^(refused|absent)$/);
});

test('nothing is downloaded', async ({ openRevino }) => {
  const { app, window } = await openRevino({ mayComplain: true });
  await app.evaluate(({ session }) => {
    const downloads: boolean[] = [];
    Object.assign(globalThis, { downloads });
    session.defaultSession.on('will-download', (event) => downloads.push(event.defaultPrevented));
  });
  await window.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    document.body.append(link);
    link.click();
  });
  await window.waitForTimeout(300);
  const downloads = await app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  expect(downloads.every((isPrevented) => isPrevented)).toBe(true);
});

test('a frame inside the page gets no bridge', async ({ openRevino }) => {
  const { app, window } = await openRevino({ mayComplain: true });
  await window.evaluate(() => {
    for (const srcdoc of [null, '<p>inside']) {
      const frame = document.createElement('iframe');
      if (srcdoc !== null) frame.srcdoc = srcdoc;
      document.body.append(frame);
    }
  });
  await window.waitForTimeout(200);
  const inFrames = await app.evaluate(({ BrowserWindow }) => {
    const [page] = BrowserWindow.getAllWindows();
    return Promise.all(
      (page?.webContents.mainFrame.frames ?? []).map((frame) =>
        frame.executeJavaScript('[typeof window.revino, typeof require]'),
      ),
    );
  });
  expect(inFrames.length).toBeGreaterThan(0);
  for (const found of inFrames) expect(found).toEqual(['undefined', 'undefined']);
});

test('the door refuses windows that are not ours, whatever they show', async ({ openRevino }) => {
  const revino = await openRevino({ mayComplain: true });
  good(await revino.call('shop.create', newShop()));
  const answers = await revino.app.evaluate(async ({ app, BrowserWindow }) => {
    const found: unknown[] = [];
    for (const address of ['app://revino/index.html', 'app://revino/report.html', 'about:blank']) {
      for (const preload of ['app.cjs', 'print.cjs']) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: `${app.getAppPath()}/out/preload/${preload}`, sandbox: true },
        });
        await window.loadURL(address);
        const call =
          preload === 'app.cjs'
            ? "window.revino.call('customer.search', { text: 'a' })"
            : "window.revinoPrint.page().then(() => 'printed', () => 'refused')";
        found.push(await window.webContents.executeJavaScript(call));
        window.destroy();
      }
    }
    return found;
  });
  expect(answers).toHaveLength(6);
  for (const answer of answers)
    if (answer !== 'refused')
      expect(answer).toMatchObject({ ok: false, error: { code: 'door.foreignSender' } });
});

test('the bridge takes no other names, no paths and nothing huge', async ({ openRevino }) => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop()));
  const codes = await revino.window.evaluate(async () => {
    const { call, openDropped, subscribe } = globalThis.window.revino as unknown as Record<
      string,
      (...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>
    >;
    const codeOf = async (answer: Promise<{ ok: boolean; error?: { code: string } }> | undefined) =>
      (await answer)?.error?.code ?? 'ok';
    const isRefused = (attempt: () => unknown) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    return {
      proto: await codeOf(call?.('__proto__', {})),
      drop: await codeOf(call?.('import.openDropped', { path: '/etc/passwd' })),
      madeUp: await codeOf(call?.('db.exec', { sql: 'select 1' })),
      path: await codeOf(openDropped?.({ path: '/etc/passwd', name: 'passwd' })),
      ownFile: await codeOf(openDropped?.(new File(['x'], '/etc/passwd'))),
      token: await codeOf(
        call?.('import.preview', {
          fileToken: '/etc/passwd',
          mapping: {
            kind: 'visits',
            layout: 'delimited',
            header: true,
            dateFormat: 'yyyy-MM-dd',
            columns: {},
          },
        }),
      ),
      huge: await codeOf(call?.('customer.search', { text: 'a'.repeat(300_000) })),
      wrong: await codeOf(call?.('customer.search', { text: 7 })),
      event: isRefused(() => subscribe?.('__proto__', () => undefined)),
    };
  });
  expect(codes).toEqual({
    proto: 'door.unknownProcedure',
    drop: 'door.unknownProcedure',
    madeUp: 'door.unknownProcedure',
    path: 'door.invalidInput',
    ownFile: 'door.invalidInput',
    token: 'import.unknownFile',
    huge: 'door.tooLarge',
    wrong: 'door.invalidInput',
    event: true,
  });
});
