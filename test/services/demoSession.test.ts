/** The demo shop of the first start: whole or not there at all, and gone for good when it is removed. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { listOfferings, listSources } from '../../src-main/services/catalogueService.ts';
import { fillDemoShop } from '../../src-main/services/demoService.ts';
import { readCostToServe, readOpeningDays, spendOfYear } from '../../src-main/services/settingsService.ts';
import { listSurveys } from '../../src-main/services/surveyService.ts';
import { shopFilesIn } from '../../src-main/session/shopFiles.ts';
import { ShopSession } from '../../src-main/session/shopSession.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { AppState } from '../../src-shared/contract/shopContract.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

const makeSession = () => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-demo-session-'));
  const states: AppState['phase'][] = [];
  const session = new ShopSession({
    files: shopFilesIn(folder),
    keyStore: {
      isAvailable: () => false,
      encrypt: () => Buffer.alloc(0),
      decrypt: () => Buffer.alloc(0),
    } as never,
    systemLocale: 'en',
    systemTimeZone: () => 'Europe/Warsaw',
    nowMs: () => NOW,
    onChanged: ({ phase }) => states.push(phase),
  });
  onTestFinished(() => {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  });
  session.open();
  return {
    folder,
    session,
    states,
    files: () => readdirSync(folder).filter((name) => name.includes('revino') && !name.endsWith('.lock')),
  };
};

const CHOICE = { trade: 'gym', currency: 'RON', timeZone: 'Europe/Bucharest', locale: 'ro' } as const;
const fill = (
  session: ShopSession,
  signal = new AbortController().signal,
  onProgress = (_share: number) => {},
) => session.createDemo((db) => fillDemoShop(db, CHOICE, NOW, { signal, onProgress }));

const codeOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof RevinoError) return error.code;
      throw error;
    },
  );

test('a demo shop is made with progress, is complete, and the first start is there again when it is removed', async () => {
  const { session, files } = makeSession();
  const shares: number[] = [];
  const counts = await fill(session, undefined, (share) => shares.push(share));
  expect(counts.visits).toBeGreaterThan(2000);
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const state = session.appState;
  expect(state).toMatchObject({
    phase: 'ready',
    protection: 'none',
    shop: { isDemo: true, trade: 'gym', locale: 'ro' },
  });

  const { db } = session.shop;
  expect(
    listOfferings(db).offerings.every(
      ({ priceMinor, costMinor }) => priceMinor !== null && costMinor !== null,
    ),
  ).toBe(true);
  expect(
    listSources(db)
      .sources.filter(({ isRecommendation }) => isRecommendation)
      .map(({ name }) => name),
  ).toEqual(['Recomandare']);
  // Every card's source is in the list, in the language of the shop.
  expect(listSources(db).unlisted).toEqual([]);
  expect(spendOfYear(db, 2025).spend.length).toBe(24);
  expect(readOpeningDays(db).weekdays.some(Boolean)).toBe(true);
  expect(readCostToServe(db).perVisitMinor).toBeGreaterThan(0);
  expect(listSurveys(db).surveys).toHaveLength(2);

  await session.removeDemo();
  expect(session.appState).toMatchObject({ phase: 'noShop', systemLocale: 'ro' });
  expect(files()).toEqual([]);
  // Nothing of it stands in the way of the real one.
  await session.create({
    name: 'Real',
    trade: null,
    currency: 'EUR',
    timeZone: 'Europe/Bucharest',
    locale: 'ro',
    isHistoryComplete: false,
    protection: 'none',
    passphrase: null,
  });
  expect(await codeOf(session.removeDemo())).toBe('shop.notDemo');
  expect(session.appState).toMatchObject({ phase: 'ready', shop: { name: 'Real', isDemo: false } });
});

test('a demo that is stopped leaves nothing, also nothing of an earlier one that crashed', async () => {
  const { session, folder, files, states } = makeSession();
  writeFileSync(join(folder, 'shop.revino.making'), 'half a demo');
  const stop = new AbortController();
  expect(await codeOf(fill(session, stop.signal, (share) => share > 0.3 && stop.abort()))).toBe(
    'job.cancelled',
  );
  expect(session.appState.phase).toBe('noShop');
  expect(files()).toEqual([]);
  expect(states).not.toContain('ready');
  await fill(session);
  expect(session.appState.phase).toBe('ready');
  expect(await codeOf(fill(session))).toBe('shop.exists');
});

test('what somebody typed into the demo is kept beside it, until the next demo is removed', async () => {
  const { session, folder, files } = makeSession();
  await fill(session);
  inTransaction(session.shop.db, () =>
    insertCustomerTx(session.shop.db, { displayName: 'Chiar eu', createdAtMs: NOW }),
  );
  await session.removeDemo();
  const aside = join(folder, 'removed-demo.revino');
  expect(files()).toEqual(['removed-demo.revino']);
  const db = openDatabase({ file: aside, key: null, mode: 'read' });
  expect(
    db.sqlite.prepare("SELECT count(*) FROM customer WHERE display_name = 'Chiar eu'").pluck().get(),
  ).toBe(1);
  db.close();
  await fill(session);
  await session.removeDemo();
  expect(existsSync(aside)).toBe(false);
});
