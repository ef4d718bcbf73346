/** A shop with an owner, a manager and somebody at the desk behind its real door; only windows and processes are missing. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { insertCustomerTx } from '../../../db/repositories/customer.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { AnalyticsAnswers } from '../../../src-main/analytics/analyticsAnswers.ts';
import { BackupKeeper } from '../../../src-main/backups/backupKeeper.ts';
import { createDoor } from '../../../src-main/ipc/door.ts';
import { appHandlers } from '../../../src-main/ipc/handlers/appHandlers.ts';
import type { AppServices } from '../../../src-main/ipc/handlers/appServices.ts';
import { JobRegistry } from '../../../src-main/jobs/jobRegistry.ts';
import { PickedFiles } from '../../../src-main/jobs/pickedFiles.ts';
import { WriteGate } from '../../../src-main/jobs/writeGate.ts';
import { Till } from '../../../src-main/people/till.ts';
import { createNamed } from '../../../src-main/services/catalogueService.ts';
import { recordOpinion } from '../../../src-main/services/opinionService.ts';
import { recordVisit } from '../../../src-main/services/visitService.ts';
import { shopFilesIn } from '../../../src-main/session/shopFiles.ts';
import { ShopSession } from '../../../src-main/session/shopSession.ts';
import type { SpawnWorker } from '../../../src-main/worker/workerProcess.ts';
import type { TryOutcome } from '../../../src-shared/contract/accessContract.ts';
import { appContract, dropContract, type ProcedureName } from '../../../src-shared/contract/contract.ts';
import type { Answer } from '../../../src-shared/contract/procedure.ts';
import { DROP_MATRIX, ROLE_MATRIX } from '../../../src-shared/contract/roleMatrix.ts';
import type { Role } from '../../../src-shared/domain/closedLists.ts';
import { wordsFor } from '../../../src-shared/words/words.ts';

export const NOW_MS = Date.UTC(2026, 2, 14, 11);
export const TODAY = '2026-03-14';
export const PINS: Readonly<Record<Role, string>> = { owner: '11111', manager: '2222', desk: '333333' };
const NAMES: Readonly<Record<Role, string>> = { owner: 'Maria', manager: 'Ewa', desk: 'Ania' };

/** No other process is there: each one ends as soon as it is asked for anything. */
const noWorker: SpawnWorker = () => {
  let exited = (_code: number): void => undefined;
  return {
    post: () => setImmediate(() => exited(1)),
    onMessage: () => undefined,
    onExit: (listener) => {
      exited = listener;
    },
    kill: () => undefined,
  };
};

export interface StageOptions {
  readonly protection?: 'none' | 'passphrase';
  readonly nowMs?: () => number;
  readonly steadyMs?: () => number;
}

export const PASSPHRASE = 'the long winter of 1963';

export const openTillStage = async ({
  protection = 'none',
  nowMs = () => NOW_MS,
  steadyMs = () => 0,
}: StageOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-till-'));
  const gate = new WriteGate();
  const told: [string, unknown][] = [];
  const defects: [string, string][] = [];
  const files = shopFilesIn(folder);
  const makeSession = () =>
    new ShopSession({
      files,
      keyStore: { isAvailable: () => false, wrap: () => '', unwrap: () => new Uint8Array() },
      systemLocale: 'en',
      systemTimeZone: () => 'Europe/Warsaw',
      nowMs,
      onChanged: () => undefined,
    });
  let session = makeSession();
  const recoveryKey = await session.create({
    name: 'Salon pod Łabędziem',
    trade: 'salon',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    locale: 'en',
    isHistoryComplete: true,
    protection,
    passphrase: protection === 'passphrase' ? PASSPHRASE : null,
  });
  const makeApp = () => {
    const till = new Till({
      session,
      gate,
      nowMs,
      steadyMs,
      onChanged: (state) => told.push(['access', state]),
    });
    const jobs = new JobRegistry({ onChanged: () => undefined, onDefect: () => undefined, nowMs });
    const desktop: AppServices['desktop'] = {
      askSavePath: async () => null,
      askVisitsFile: async () => null,
      askExportFile: async () => null,
      askBackupFolder: async () => null,
      askBackupFile: async () => null,
      askPicture: async () => null,
      downscalePicture: (bytes: Uint8Array) => bytes,
      showFolder: async () => undefined,
      renderPdf: async () => new Uint8Array(),
      look: () => ({ appearance: 'auto', zoomPercent: 100 }),
      perform: async () => undefined,
      pageFailed: () => undefined,
    } as never;
    const analytics = {
      ask: async (name: never, input: never) =>
        new AnalyticsAnswers({ file: session.shop.db.file, key: session.shop.key }).answer(name, input),
      changeCount: 0,
      changed: () => undefined,
      start: () => undefined,
    } as never;
    const services: AppServices = {
      session,
      till,
      analytics: () => {
        void session.shop;
        return analytics;
      },
      jobs,
      files: new PickedFiles(),
      gate,
      spawn: noWorker,
      backups: new BackupKeeper({
        files,
        spawn: noWorker,
        jobs,
        openShop: () => (session.protection === null ? null : session.shop),
        nowMs,
        onDefect: () => undefined,
      }),
      reopenShop: async () => undefined,
      desktop,
      words: () => wordsFor('en'),
      nowMs,
      dataChanged: () => undefined,
      removeDemo: async () => undefined,
      kiosk: () => ({
        state: { isOpen: false, isOnlyScreen: true, leaveCode: null, isWanted: false },
        open: () => undefined,
      }),
      kioskStart: { startsAsKiosk: false, keep: () => undefined },
      version: '0',
      electronVersion: '0',
    };
    const real = appHandlers(services);
    const reached: string[] = [];
    /** The real ones, and a note that they were asked. */
    const noted = <T extends object>(handlers: T): T =>
      Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [
          name,
          (...given: unknown[]) => {
            reached.push(name);
            return handler(...given);
          },
        ]),
      ) as T;
    const isAllowedSender = () => true;
    const onDefect = (name: string, error: unknown) => defects.push([name, String(error)]);
    const door = createDoor({
      contract: appContract,
      handlers: noted(real.app),
      isAllowedSender,
      authorise: (name) => till.authorise(ROLE_MATRIX[name]),
      onDefect,
    });
    const dropDoor = createDoor({
      contract: dropContract,
      handlers: noted(real.drop),
      isAllowedSender,
      authorise: (name) => till.authorise(DROP_MATRIX[name]),
      onDefect,
    });
    return { till, jobs, door, dropDoor, reached };
  };
  let app = makeApp();

  const call = <T = unknown>(name: ProcedureName, input: unknown = {}) =>
    app.door({}, name, input) as Promise<Answer<T>>;
  const drop = (path: string) => app.dropDoor({}, 'import.openDropped', { path });
  const ids: Record<Role, number> = { owner: 0, manager: 0, desk: 0 };

  /** As after the end of the program and a new start. */
  const restart = async () => {
    session.close();
    session = makeSession();
    session.open();
    if (protection === 'passphrase') await session.unlock({ passphrase: PASSPHRASE });
    app = makeApp();
  };
  const kept = join(folder, 'kept.copy');
  /** At once, where one test opens many. */
  const close = () => {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  };
  onTestFinished(close);

  return {
    call,
    drop,
    ids,
    told,
    defects,
    recoveryKey,
    restart,
    close,
    gate,
    get db() {
      return session.shop.db;
    },
    get till() {
      return app.till;
    },
    get jobs() {
      return app.jobs;
    },
    get reached() {
      return app.reached;
    },
    /** Somebody of each role gets a PIN; nobody is signed in then. */
    async hire() {
      for (const role of ['owner', 'manager', 'desk'] as const) {
        ids[role] = createNamed(session.shop.db, 'staff', NAMES[role], NOW_MS).id;
        await app.till.setPerson(ids[role], role, PINS[role]);
      }
      app.till.lock();
    },
    async signIn(role: Role, pin = PINS[role]): Promise<TryOutcome> {
      return await app.till.signIn(ids[role], pin);
    },
    keep() {
      session.shop.db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(files.database, kept);
    },
    async putBack() {
      session.close();
      for (const suffix of ['-wal', '-shm']) rmSync(files.database + suffix, { force: true });
      copyFileSync(kept, files.database);
      await restart();
    },
    /** Visits of two colleagues, with amounts found nowhere else. */
    trade() {
      const { db } = session.shop;
      const customers = ['Anna Żak', 'Jan Lis', 'Ewa Kos'].map((displayName) =>
        inTransaction(db, () => insertCustomerTx(db, { displayName, createdAtMs: NOW_MS })),
      );
      const visit = (customerId: number, staffId: number, amountMinor: number, date: string, n: number) =>
        recordVisit(
          db,
          appContract['visit.record'].input.parse({
            customerId,
            at: { date, time: '09:30' },
            staffId,
            note: null,
            lines: [{ offeringName: 'cut', amountMinor }],
            visitUid: `0192f3c4-0000-7000-8000-${String(n).padStart(12, '0')}`,
          }),
          NOW_MS,
        ).visitId;
      const [anna = 0, jan = 0, kos = 0] = customers;
      const visits = [
        visit(anna, ids.desk, 13_107, TODAY, 1),
        visit(jan, ids.manager, 17_209, TODAY, 2),
        visit(kos, ids.manager, 19_301, TODAY, 3),
        visit(anna, ids.manager, 23_403, '2026-03-02', 4),
        visit(jan, ids.desk, 29_507, '2026-03-03', 5),
      ];
      recordOpinion(
        db,
        {
          nps: 3,
          csat: null,
          ces: null,
          comment: 'waited',
          answers: [],
          customerId: anna,
          visitId: visits[0] ?? null,
          surveyId: null,
          staffId: ids.desk,
          channel: 'desk',
          on: TODAY,
          opinionUid: '0192f3c4-0000-7000-8000-000000000077',
        },
        NOW_MS,
      );
      return { customers, visits };
    },
  };
};
