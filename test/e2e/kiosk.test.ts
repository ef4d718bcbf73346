/** The kiosk in its real window: what it is for, what it shows, and that it comes back to its start by itself. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { runs } from '../runs.ts';
import { expect, good, newShop, type Revino, test } from './app.ts';
import {
  answerAll,
  kioskOf,
  kioskPage,
  openKiosk,
  opinionsIn,
  PLANTED,
  shopWithCustomer,
  t,
  typePin,
} from './kioskStage.ts';

/** Makes Electron see two screens side by side, on what is one. */
const withTwoScreens = ({ app }: Revino) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const half = (id: number, x: number) => ({
      ...screen.getPrimaryDisplay(),
      id,
      bounds: { x, y: 0, width: 960, height: 1080 },
      workArea: { x, y: 0, width: 960, height: 1080 },
    });
    const displays = [half(1, 0), half(2, 960)];
    Object.assign(screen, {
      getAllDisplays: () => displays,
      getDisplayMatching: ({ x }: { x: number }) => displays[x < 960 ? 0 : 1],
    });
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 960, height: 1000 });
  });

const windowsOf = ({ app }: Revino) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      page: window.webContents.getURL().split('/').at(-1)?.split('#')[0],
      isVisible: window.isVisible(),
    })),
  );

const quickSurvey = async (revino: Revino, change: object = {}) =>
  good(await revino.call('kiosk.keepChoices', { returnSeconds: 3, idleSeconds: 15, ...change }));

test('an answer is taken in three touches, kept at once, and the screen is ready for the next one', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  await shopWithCustomer(revino);
  await quickSurvey(revino);
  const { page } = await openKiosk(revino);
  expect(await windowsOf(revino)).toContainEqual(
    expect.objectContaining({ page: 'kiosk.html', isVisible: true }),
  );
  // One screen only: the shop is not behind it either.
  expect(await windowsOf(revino)).toContainEqual(
    expect.objectContaining({ page: 'index.html', isVisible: false }),
  );
  await expect(page.getByText('Corner salon')).toBeVisible();
  await answerAll(page, 10, 'Ștefan a știut, żółw też');
  expect((await opinionsIn(revino)).opinions).toMatchObject([
    {
      nps: 10,
      comment: 'Ștefan a știut, żółw też',
      channel: 'kiosk',
      customer: null,
      visitId: null,
      staffName: null,
    },
  ]);
  // Thanks stay for three seconds and go by themselves, with everything that was typed.
  await expect(page.getByText(t('kiosk.step', { at: 1, count: 3 }))).toBeVisible();
  await expect(page.locator('[aria-pressed="true"]')).toHaveText([t('common.english')]);
  await answerAll(page, 0);
  await page.getByRole('button', { name: t('kiosk.done') }).click();
  await expect(page.getByText(t('kiosk.step', { at: 1, count: 3 }))).toBeVisible();
  expect((await opinionsIn(revino)).total).toBe(2);
});

test('a half-given answer is forgotten when nobody touches the screen, and cancelled by hand', async ({
  openRevino,
}) => {
  test.slow();
  const revino = await openRevino();
  await shopWithCustomer(revino);
  await quickSurvey(revino);
  const { page } = await openKiosk(revino);
  const begin = async () => {
    await page.getByRole('button', { name: 'Polski' }).click();
    await page.getByRole('button', { name: 'Większe litery' }).click();
    await page.getByRole('button', { name: '3', exact: true }).click();
    await page.getByRole('button', { name: 'Pomiń' }).click();
    await page.getByRole('textbox').fill('half a secret');
  };
  const isAtStart = async (page: Page) => {
    await expect(page.getByText(t('kiosk.step', { at: 1, count: 3 }))).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('html')).toHaveAttribute('data-large', 'false');
    expect(await page.content()).not.toContain('half a secret');
  };
  await begin();
  await expect(page.getByRole('status').filter({ hasText: 'Za 5 sekund' })).toBeVisible({ timeout: 15_000 });
  await isAtStart(page);
  await begin();
  await page.getByRole('button', { name: 'Rezygnuję' }).click();
  await isAtStart(page);
  // A PIN pad somebody left open is nothing to leave standing either.
  await page.getByRole('button', { name: t('kiosk.staff') }).click();
  await page.getByRole('button', { name: '7', exact: true }).click();
  await isAtStart(page);
  expect((await opinionsIn(revino)).total).toBe(0);
});

test('nothing of the shop is in what the kiosk shows, names or can reach', async ({ openRevino }) => {
  const revino = await openRevino();
  const link = await shopWithCustomer(revino);
  // What a page of the app may leave behind in its own browser session.
  await revino.window.evaluate(() => localStorage.setItem('draft', 'Zdzisława Wąsowska'));
  await revino.window.evaluate(() => indexedDB.open('drafts', 1));
  const treeOf = async (shown: Page) => {
    const session = await shown.context().newCDPSession(shown);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return JSON.stringify(nodes);
  };
  // The control: the same look at the shop's own window does find her.
  await revino.window.evaluate(() => {
    location.hash = '#/customers';
  });
  // Made through the door, the shop is not what the first start is about.
  await revino.window.reload();
  await expect(revino.window.getByText('Zdzisława Wąsowska').first()).toBeVisible();
  expect(await treeOf(revino.window)).toContain('Wąsowska');

  const { page } = await openKiosk(revino, link);
  await expect(page.getByText(t('kiosk.withVisit'))).toBeVisible();
  const seen: string[] = [];
  const look = async () => {
    seen.push(await treeOf(page), await page.content());
  };
  await look();
  await answerAll(page, 9);
  await look();
  await page.getByRole('button', { name: t('kiosk.done') }).click();
  await expect(page.getByText(t('kiosk.anonymous'))).toBeVisible();
  await page.getByRole('button', { name: t('kiosk.staff') }).click();
  await look();
  for (const text of seen) for (const planted of PLANTED) expect(text).not.toContain(planted);
  const reach = await page.evaluate(async () => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      'revino',
      'revinoPrint',
    ];
    const { revinoKiosk } = globalThis.window;
    const given: unknown[] = [];
    revinoKiosk.onBegun((roundId) => given.push(roundId));
    const round = await revinoKiosk.begin({ after: null });
    const hostile = revinoKiosk as unknown as Record<string, (input: unknown) => Promise<{ ok: boolean }>>;
    const tries = await Promise.all([
      hostile.begin?.({ after: null, name: 'customer.search', text: 'a' }),
      hostile.answer?.({ roundId: 'x', visitId: 1 }),
      hostile.leave?.({ pin: "' OR 1=1" }),
    ]);
    return {
      found: names.filter((name) => name in globalThis),
      bridge: Object.keys(revinoKiosk),
      isFrozen: Object.isFrozen(revinoKiosk),
      round: JSON.stringify(round),
      tries: tries.map((answer) => answer?.ok),
      kept: [localStorage.length, (await indexedDB.databases()).length, document.cookie],
    };
  });
  expect(reach).toMatchObject({
    found: [],
    bridge: ['begin', 'answer', 'leave', 'onBegun'],
    tries: [false, false, false],
    kept: [0, 0, ''],
  });
  for (const planted of PLANTED) expect(reach.round).not.toContain(planted);
  const preferences = await revino.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const all = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return [all.sandbox, all.contextIsolation, all.nodeIntegration, all.webviewTag, all.webSecurity];
    }),
  );
  expect(preferences).toEqual(Array(2).fill([true, true, false, false, true]));
});

test('the app’s door refuses the kiosk’s window, and the kiosk’s channel answers nobody else', async ({
  openRevino,
}) => {
  const revino = await openRevino({ mayComplain: true });
  await shopWithCustomer(revino);
  await openKiosk(revino);
  // The app's page and preload in the kiosk's place, and the kiosk's in the app's: only the role counts.
  const answers = await revino.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = (name: string) => `${app.getAppPath()}/out/preload/${name}.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: preload('kiosk'), sandbox: true },
    });
    await stranger.loadURL('app://revino/kiosk.html');
    const asStranger: unknown = await stranger.webContents.executeJavaScript(
      "window.revinoKiosk.begin({ after: null }).then(() => 'answered', () => 'nobody there')",
    );
    stranger.destroy();
    return asStranger;
  });
  expect(answers).toBe('nobody there');
  const fromKiosk = await revino.app.evaluate(async ({ ipcMain, webContents }) => {
    const kiosk = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/kiosk.html'));
    if (!kiosk) throw new Error('no kiosk');
    const handlers = (
      ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> }
    )._invokeHandlers;
    const event = { sender: kiosk, senderFrame: kiosk.mainFrame };
    return [
      await handlers.get('revino:call')?.(event, 'customer.search', { text: 'z', limit: 5 }),
      await handlers.get('revino:call')?.(event, 'kiosk.state', {}),
      await handlers.get('revino:drop')?.(event, 'import.openDropped', { path: '/etc/passwd' }),
      handlers.has('revino:kiosk'),
    ];
  });
  const refused = { ok: false, error: { code: 'door.foreignSender' } };
  expect(fromKiosk).toMatchObject([refused, refused, refused, false]);
});

test('many answers one after the other are each stored once, and the page does not grow', async ({
  openRevino,
}) => {
  const count = runs(25, 500);
  test.setTimeout(60_000 + count * 3000);
  const revino = await openRevino();
  await shopWithCustomer(revino);
  const { page } = await openKiosk(revino);
  const megabytes = async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize / 1_000_000;
  };
  const once = async (at: number) => {
    await page.getByRole('button', { name: String(1 + (at % 9)), exact: true }).click();
    await expect(page.getByText(t('kiosk.step', { at: 2, count: 3 }))).toBeVisible();
    await page.getByRole('button', { name: t('kiosk.skip') }).click();
    await page.getByRole('textbox').fill(`answer ${at}`);
    // Hurried hands tap twice.
    await page.getByRole('button', { name: t('kiosk.send') }).dblclick({ noWaitAfter: true });
    await page.getByRole('button', { name: t('kiosk.done') }).click();
    await expect(page.getByText(t('kiosk.step', { at: 1, count: 3 }))).toBeVisible();
  };
  for (let at = 0; at < 5; at++) await once(at);
  const before = await megabytes();
  for (let at = 5; at < count; at++) await once(at);
  const after = await megabytes();
  test
    .info()
    .annotations.push({ type: 'heap', description: `${before.toFixed(1)} MB, then ${after.toFixed(1)} MB` });
  expect(after - before).toBeLessThan(5);
  const { total } = await opinionsIn(revino);
  expect(total).toBe(count);
});

test('what was answered before the power went is there afterwards', async ({ openRevino, dataFolder }) => {
  const revino = await openRevino();
  await shopWithCustomer(revino);
  const { page } = await openKiosk(revino);
  await answerAll(page, 8, 'still here');
  revino.app.process().kill('SIGKILL');
  await revino.close();
  const again = await openRevino({ dataFolder });
  expect((await opinionsIn(again)).opinions).toMatchObject([{ nps: 8, comment: 'still here' }]);
});

test('a page that dies comes back at its start, and is nobody’s', async ({ openRevino }) => {
  const revino = await openRevino({ mayComplain: true });
  const link = await shopWithCustomer(revino);
  const { page } = await openKiosk(revino, link);
  await page.getByRole('button', { name: '2', exact: true }).click();
  const shown = await revino.app.evaluate(async ({ webContents }) => {
    const kiosk = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/kiosk.html'));
    if (!kiosk) return 'no kiosk';
    const loaded = new Promise<void>((done) => kiosk.once('did-finish-load', () => done()));
    kiosk.forcefullyCrashRenderer();
    await loaded;
    const text = `new Promise((done) => {
      const look = () => document.querySelector('h1') ? done(document.body.innerText) : setTimeout(look, 50);
      look();
    })`;
    return (await kiosk.executeJavaScript(text)) as string;
  });
  expect(shown).toContain(t('kiosk.anonymous'));
  expect(shown).toContain(t('kiosk.step', { at: 1, count: 3 }));
});

test('on a second screen it leaves the desk alone; the desk hands it to a customer by keyboard', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { visitId } = await shopWithCustomer(revino);
  await withTwoScreens(revino);
  const { window } = revino;
  await window.reload();
  await expect(window.getByRole('combobox')).toBeFocused();
  // From the palette, with the code to leave it.
  await window.keyboard.press('Control+k');
  await window.keyboard.type('kiosk');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: t('kiosk.open.title') });
  await expect(dialog).toContainText(t('kiosk.open.other'));
  await expect(dialog.getByRole('status')).toHaveText(/^\d{3}\s\d{3}$/);
  await window.keyboard.press('Enter');
  const page = await kioskPage(revino);
  expect(await windowsOf(revino)).toEqual(
    expect.arrayContaining([
      { page: 'index.html', isVisible: true },
      { page: 'kiosk.html', isVisible: true },
    ]),
  );
  await expect(page.getByText(t('kiosk.anonymous'))).toBeVisible();
  // Somebody is half through when the desk hands it over: the screen begins anew.
  await page.getByRole('button', { name: '1', exact: true }).click();
  await expect(dialog).toBeHidden();
  await window.getByRole('combobox').focus();
  await window.keyboard.type('zdzis');
  await expect(window.getByRole('option')).toHaveCount(1);
  await window.keyboard.press('Control+u');
  await window.keyboard.press('Control+j');
  await expect(window.getByText('The kiosk is ready for', { exact: false })).toBeVisible();
  await expect(page.getByText(t('kiosk.withVisit'))).toBeVisible();
  await answerAll(page, 10);
  await expect
    .poll(async () => (await opinionsIn(revino)).opinions.map(({ customer }) => customer?.name))
    .toEqual(['Zdzisława Wąsowska']);
  // And taken back before anybody answered.
  good(await revino.call('kiosk.open', { customerId: null, visitId }));
  await expect(page.getByText(t('kiosk.withVisit'))).toBeVisible();
  good(await revino.call('kiosk.open', { customerId: null, visitId: null }));
  await expect(page.getByText(t('kiosk.anonymous'))).toBeVisible();
});

test('is left with the code, which no wrong one and no hurry replaces', async ({ openRevino }) => {
  const revino = await openRevino();
  await shopWithCustomer(revino);
  const { page, code } = await openKiosk(revino);
  await page.getByRole('button', { name: t('kiosk.staff') }).click();
  const wrong = code === '000000' ? '111111' : '000000';
  for (let tries = 0; tries < 2; tries++) {
    await typePin(page, wrong);
    await expect(page.getByText(t('kiosk.leave.wrong'))).toBeVisible();
  }
  await typePin(page, wrong);
  await expect(page.getByText(/^That was not right\. The next try counts in \d+ seconds\.$/)).toBeVisible();
  for (const digit of code) await page.keyboard.press(digit);
  await expect(page.getByRole('button', { name: t('kiosk.leave'), exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: t('kiosk.leave'), exact: true })).toBeEnabled({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: t('kiosk.leave'), exact: true }).click();
  await expect
    .poll(() => windowsOf(revino))
    .toEqual([expect.objectContaining({ page: 'index.html', isVisible: true })]);
});

test('is left with an owner’s PIN and nobody else’s, and outlives the locking of the till', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  await shopWithCustomer(revino);
  const staffId = async (name: string) => good(await revino.call('staff.create', { name })).id;
  const [owner, desk] = [await staffId('Maria'), await staffId('Ania')];
  good(await revino.call('access.setPerson', { staffId: owner, role: 'owner', pin: '48151' }));
  good(await revino.call('access.setPerson', { staffId: desk, role: 'desk', pin: '16234' }));
  expect(good(await revino.call('kiosk.state', {})).leaveCode).toBeNull();
  const { page } = await openKiosk(revino);
  good(await revino.call('access.lock', {}));
  await answerAll(page, 7);
  await page.getByRole('button', { name: t('kiosk.done') }).click();
  await page.getByRole('button', { name: t('kiosk.staff') }).click();
  await expect(page.getByRole('heading', { name: t('kiosk.leave.pin') })).toBeVisible();
  await typePin(page, '16234');
  await expect(page.getByText(t('kiosk.leave.wrong'))).toBeVisible();
  expect(kioskOf(revino)).toBeDefined();
  await typePin(page, '48151');
  await expect
    .poll(() => windowsOf(revino))
    .toEqual([expect.objectContaining({ page: 'index.html', isVisible: true })]);
  // Leaving is no signing in: the shop is locked as it was.
  expect(await revino.call('customer.search', { text: 'z', limit: 5 })).toMatchObject({
    ok: false,
    error: { code: 'access.signedOut' },
  });
  good(await revino.call('access.signIn', { staffId: owner, pin: '48151' }));
  expect((await opinionsIn(revino)).opinions).toMatchObject([{ nps: 7, staffName: null }]);
});

test('started as a kiosk it opens nothing else where an owner has a PIN, and asks first where nobody has', async ({
  openRevino,
  dataFolder,
}) => {
  const first = await openRevino();
  await shopWithCustomer(first);
  good(await first.call('kiosk.keepChoices', { startsAsKiosk: true }));
  const { id } = good(await first.call('staff.create', { name: 'Maria' }));
  await first.close();

  const asked = await openRevino({ dataFolder });
  const dialog = asked.window.getByRole('dialog', { name: t('kiosk.open.title') });
  await expect(dialog).toContainText(t('kiosk.open.only'));
  await asked.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  good(await asked.call('access.setPerson', { staffId: id, role: 'owner', pin: '48151' }));
  await asked.close();

  const tablet = await openRevino({ dataFolder });
  expect(await windowsOf(tablet)).toMatchObject([{ page: 'kiosk.html' }]);
  const page = await kioskPage(tablet);
  // Starting it again brings up no other window.
  await tablet.app.evaluate(({ app }) => app.emit('second-instance', {}, ['revino'], ''));
  await tablet.app.evaluate(({ app }) => app.emit('activate', {}, false));
  await page.waitForTimeout(500);
  expect(await windowsOf(tablet)).toMatchObject([{ page: 'kiosk.html' }]);
  await page.getByRole('button', { name: t('kiosk.staff') }).click();
  await typePin(page, '48151');
  await expect.poll(() => windowsOf(tablet)).toMatchObject([{ page: 'index.html', isVisible: true }]);
});

test('ends when the shop does', async ({ openRevino }) => {
  const revino = await openRevino();
  const input = { trade: 'salon', currency: 'PLN', timeZone: 'Europe/Warsaw', locale: 'en' } as const;
  good(await revino.call('shop.createDemo', input));
  await expect
    .poll(async () => good(await revino.call('app.state', {})).phase, { timeout: 60_000 })
    .toBe('ready');
  await openKiosk(revino);
  good(await revino.call('shop.removeDemo', {}));
  await expect.poll(() => windowsOf(revino)).toMatchObject([{ page: 'index.html', isVisible: true }]);
});

test('every part of it is named for those who do not see it, in every colour', async ({ openRevino }) => {
  test.slow();
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop()));
  good(await revino.call('survey.addUsual', {}));
  const { page } = await openKiosk(revino);
  const faults: string[] = [];
  const look = async (where: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          faults.push(...nodes.map(({ html }) => `${where}, ${colorScheme}: ${id}: ${html.slice(0, 160)}`));
    }
  };
  await look('start');
  await page.getByRole('button', { name: t('kiosk.large') }).click();
  await look('large');
  await page.getByRole('button', { name: '2', exact: true }).click();
  await expect(page.getByText(t('kiosk.step', { at: 2, count: 3 }))).toBeVisible();
  await page.getByRole('button', { name: t('kiosk.skip') }).click();
  await look('words');
  await page.getByRole('button', { name: t('kiosk.staff') }).click();
  await look('leaving');
  await page.getByRole('button', { name: t('kiosk.leave.back') }).click();
  await page.getByRole('button', { name: t('kiosk.send') }).click();
  await look('thanks');
  expect(faults).toEqual([]);
});
