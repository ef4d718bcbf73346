/**
 * A door with an in-memory shop behind it, for looking at screens and testing them without Electron.
 * Everything in and out passes the real contract's schemas, so it cannot drift from it. Lives in tests only.
 */
import type { Appointment } from '../../src-shared/contract/appointmentContract.ts';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import {
  type AppContract,
  appContract,
  appEvents,
  type EventName,
  type EventValue,
  type ProcedureName,
} from '../../src-shared/contract/contract.ts';
import type { FoundCustomer } from '../../src-shared/contract/deskContract.ts';
import { type ErrorCode, RevinoError } from '../../src-shared/contract/errors.ts';
import type { Glance } from '../../src-shared/contract/glanceContract.ts';
import type { ImportResult, OpenedFile, PreviewRow } from '../../src-shared/contract/importContract.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import type { Answer, InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import type { Survey } from '../../src-shared/contract/surveyContract.ts';

type Handlers = {
  [K in ProcedureName]?: (input: InputOf<AppContract[K]>) => OutputOf<AppContract[K]>;
};

export interface MemoryShop {
  state: AppState;
  customers: FoundCustomer[];
  visits: OutputOf<AppContract['visit.today']>['visits'];
  formParts: OutputOf<AppContract['visit.formParts']>;
  surveys: Survey[];
  /** Of today, and open ones of the days before. */
  appointments: Appointment[];
  unanswered: Appointment[];
  /** By customer: what is known beyond the name. */
  glances: Record<number, Partial<Glance>>;
  file: OpenedFile | null;
  preview: PreviewRow[];
  importResult: ImportResult | null;
  recoveryKey: string | null;
  coverageVisits: number;
}

export interface MemoryBridge {
  readonly bridge: AppBridge;
  readonly shop: MemoryShop;
  /** Every call that arrived, in order. */
  readonly calls: readonly { name: ProcedureName; input: unknown }[];
  callsOf(name: ProcedureName): unknown[];
  emit<E extends EventName>(event: E, value: EventValue<E>): void;
  /** The next call of this procedure is refused. */
  refuseNext(name: ProcedureName, code: ErrorCode): void;
  /** How a started job stands now. */
  moveJob(change: Partial<Job>): void;
}

export const readyState = (
  change: Partial<Extract<AppState, { phase: 'ready' }>['shop']> = {},
): AppState => ({
  phase: 'ready',
  protection: 'keyStore',
  today: '2026-11-17',
  shop: {
    name: 'Salon Pod Wierzbą',
    trade: 'salon',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    locale: 'pl',
    isHistoryComplete: false,
    historyStartsOn: null,
    isDemo: false,
    ...change,
  },
});

/** What is known of somebody of the memory shop; a test adds what it is about. */
const glanceOf = (customerId: number, shop: MemoryShop): Glance => {
  const customer = shop.customers.find((one) => one.customerId === customerId);
  if (!customer) throw new RevinoError('customer.notFound', { id: customerId });
  return {
    customerId,
    name: customer.name,
    phone: customer.phone,
    occasions: customer.occasions,
    firstVisitOn: customer.lastVisitOn,
    lastVisitOn: customer.lastVisitOn,
    isRhythmReady: true,
    rhythm: null,
    recentDays: [],
    lastVisit: null,
    usual: null,
    bookedToday: null,
    booked: [],
    suggestedNextOn: null,
    promises: [],
    hasOpenCase: false,
    cases: [],
    solvedWishes: [],
    preferences: [],
    tags: [],
    note: null,
    value: null,
    recommendedCount: 0,
    birthday: null,
    consents: [],
    gesture: null,
    ...shop.glances[customerId],
  };
};

export const makeMemoryBridge = (change: Partial<MemoryShop> = {}): MemoryBridge => {
  const shop: MemoryShop = {
    state: readyState(),
    customers: [],
    visits: [],
    formParts: { staff: [], offerings: [], ownFields: [], sealedMonths: [] },
    surveys: [],
    appointments: [],
    unanswered: [],
    glances: {},
    file: null,
    preview: [],
    importResult: null,
    recoveryKey: null,
    coverageVisits: 0,
    ...change,
  };
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const calls: { name: ProcedureName; input: unknown }[] = [];
  const refusals = new Map<ProcedureName, ErrorCode>();
  let job: Job | null = null;
  /** Jobs as main would list them. */
  const told = new Map<string, Job>();
  let look: OutputOf<AppContract['window.look']> = { appearance: 'auto', zoomPercent: 100 };
  let lastId = 1000;

  const emit: MemoryBridge['emit'] = (event, value) => {
    const checked: unknown = appEvents[event].parse(value);
    if (event === 'job.changed') told.set((value as Job).jobId, value as Job);
    for (const listener of listeners.get(event) ?? []) listener(checked);
  };
  const setState = (state: AppState) => {
    shop.state = state;
    emit('app.stateChanged', state);
  };
  const changeShop = (part: Partial<Extract<AppState, { phase: 'ready' }>['shop']>) => {
    if (shop.state.phase === 'ready') setState({ ...shop.state, shop: { ...shop.state.shop, ...part } });
  };
  const plain = (text: string) =>
    text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l');

  const handlers: Handlers = {
    'app.state': () => shop.state,
    'window.look': () => look,
    'window.reportDefect': () => ({ done: true }),
    'window.perform': ({ command }) => {
      if (command.startsWith('appearance.')) {
        look = { ...look, appearance: command.slice('appearance.'.length) as typeof look.appearance };
        emit('window.lookChanged', look);
      }
      return { done: true };
    },
    'access.state': () => ({ isOn: false, signedIn: null, people: [], resetBy: 'recoveryKey' }),
    'job.list': () => [...told.values()],
    'app.about': () => ({
      version: '0.1.0',
      electron: '33.2.1',
      dataFolder: 'C:\\Users\\Ania\\AppData\\Roaming\\Revino',
      databaseBytes: 12_345_678,
      protection: shop.state.phase === 'ready' ? shop.state.protection : null,
    }),
    'app.openDataFolder': () => ({ done: true }),
    'shop.create': ({ passphrase: _secret, protection, ...rest }) => {
      shop.recoveryKey =
        protection === 'none' ? null : 'A1B2C-D3E4F-G5H6J-K7M8N-P9Q0R-S1T2V-W3X4Y-Z5A6B-C7D8E-F9G0H-J1K2M';
      setState({
        phase: 'ready',
        protection,
        today: '2026-11-17',
        shop: { ...rest, historyStartsOn: null, isDemo: false },
      });
      return { recoveryKey: shop.recoveryKey };
    },
    'shop.unlock': (input) => {
      if ('passphrase' in input && input.passphrase !== 'correct horse')
        throw new RevinoError('key.wrongPassphrase');
      setState(readyState());
      return { done: true };
    },
    'shop.setLocale': ({ locale }) => {
      changeShop({ locale });
      return { done: true };
    },
    'shop.setHistoryComplete': ({ isHistoryComplete }) => {
      changeShop({ isHistoryComplete });
      return { done: true };
    },
    'recoveryKey.savePdf': () => ({ saved: true }),
    'shop.change': ({ name, trade, currency, timeZone, historyStartsOn }) => {
      const change = { name, trade, currency, timeZone, historyStartsOn };
      changeShop(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)));
      return { done: true };
    },
    'shop.currencyLock': () => ({ reason: 'visits' }),
    'openingDays.read': () => ({ weekdays: [true, true, true, true, true, true, false], closedDates: [] }),
    'openingDays.write': () => ({ done: true }),
    'offering.usual': () => ({
      offerings: [
        { name: 'Strzyżenie damskie', category: 'Włosy', plannedIntervalDays: null },
        { name: 'Manicure', category: 'Paznokcie', plannedIntervalDays: null },
      ],
    }),
    'offering.addUsual': ({ names }) => ({ added: names.length }),
    'shop.createDemo': () => {
      job = { jobId: 'job-1', kind: 'demo', state: 'running', progress: 0.4, result: null, error: null };
      return { jobId: 'job-1' };
    },
    'customer.search': ({ text, limit }) => ({
      customers: shop.customers
        .filter(({ name, phone }) =>
          plain(text)
            .split(/\s+/)
            .every((word) =>
              plain(`${name} ${phone ?? ''}`)
                .split(/[\s-]/)
                .some((part) => part.startsWith(word)),
            ),
        )
        .slice(0, limit)
        .map((customer) => ({
          ...customer,
          marks: plain(text)
            .split(/\s+/)
            .flatMap((word) =>
              plain(customer.name)
                .split(/[\s-]/)
                .filter((part) => part.startsWith(word))
                .map((part) => ({ word: part, letters: word.length })),
            ),
          foundBy: null,
        })),
    }),
    'customer.glance': ({ customerId }) => glanceOf(customerId, shop),
    'customer.glanceRows': ({ customerIds }) => ({
      rows: customerIds.map((customerId) => {
        const { occasions, lastVisitOn, rhythm, bookedToday, hasOpenCase } = glanceOf(customerId, shop);
        return { customerId, occasions, lastVisitOn, rhythm, bookedToday, hasOpenCase, lastOffering: null };
      }),
    }),
    'gesture.choices': () => ({
      kinds: [
        { kindId: 3, name: 'Hand cream', costMinor: 1500, over: null },
        { kindId: 4, name: 'Mask', costMinor: 9000, over: 'gesture' },
      ],
      budget: { perGestureMinor: 5000, perMonthMinor: 100_000 },
      givenThisMonthMinor: 20_000,
      leftThisMonthMinor: 80_000,
      mayExceed: false,
    }),
    'promise.setOutcome': () => ({ changeId: ++lastId }),
    'appointment.ofDay': () => {
      const count = (outcome: string | null) =>
        shop.appointments.filter((one) => one.outcome === outcome).length;
      return {
        on: '2026-11-17',
        appointments: shop.appointments,
        expected: count(null),
        came: count('came'),
        missed: count('missed'),
      };
    },
    'appointment.unanswered': () => ({ appointments: shop.unanswered }),
    'promise.due': () => ({ promises: [] }),
    'benefit.ending': () => ({ asOf: '2026-11-17', memberships: [], packages: [] }),
    'appointment.setOutcome': ({ appointmentId, outcome }) => {
      shop.appointments = shop.appointments.map((one) =>
        one.appointmentId === appointmentId ? { ...one, outcome } : one,
      );
      shop.unanswered = shop.unanswered.filter((one) => one.appointmentId !== appointmentId);
      emit('data.changed', {});
      return { changeId: ++lastId };
    },
    'customer.create': ({ name, phone }) => {
      const customerId = ++lastId;
      shop.customers.push({ customerId, name, phone, externalId: null, occasions: 0, lastVisitOn: null });
      emit('data.changed', {});
      return { customerId };
    },
    'visit.record': ({ customerId, lines, at }) => {
      const visitId = ++lastId;
      shop.visits.unshift({
        visitId,
        time: '11:48',
        customerName: shop.customers.find((one) => one.customerId === customerId)?.name ?? null,
        date: at?.date ?? '2026-11-17',
        offering: lines[0]?.offeringName ?? null,
        amountMinor: lines.every((line) => line.amountMinor === null)
          ? null
          : lines.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0),
        hasAmount: lines.some((line) => line.amountMinor !== null),
        isRefund: false,
      });
      emit('data.changed', {});
      return { visitId, businessDate: at?.date ?? '2026-11-17', changeIds: [], clashes: [], sold: [] };
    },
    'visit.undoRecorded': ({ visitId }) => {
      shop.visits = shop.visits.filter((visit) => visit.visitId !== visitId);
      emit('data.changed', {});
      return { changeId: ++lastId };
    },
    'visit.formParts': () => shop.formParts,
    'survey.list': () => ({ surveys: shop.surveys }),
    'opinion.record': () => ({ opinionId: ++lastId, changeId: ++lastId }),
    'change.undo': () => ({ done: true }),
    'visit.today': () => ({
      businessDate: '2026-11-17',
      visits: [...shop.visits],
      unfinished: shop.visits.filter(({ amountMinor }) => amountMinor === null),
      visitCount: shop.visits.length,
    }),
    'import.pickFile': () => shop.file,
    'import.preview': () => ({ columnNames: shop.file?.columnNames ?? [], rows: shop.preview }),
    'import.start': () => {
      const started: Job = {
        jobId: `job${++lastId}`,
        kind: 'import',
        state: 'running',
        progress: 0,
        result: null,
        error: null,
      };
      job = started;
      return { jobId: started.jobId };
    },
    'import.saveRejected': () => ({ saved: true }),
    'job.get': ({ jobId }) => {
      if (job?.jobId !== jobId) throw new RevinoError('job.unknown');
      return job;
    },
    'job.cancel': () => {
      moveJob({ state: 'cancelled' });
      return { done: true };
    },
    'retention.coverage': () => ({
      firstVisitOn: shop.coverageVisits === 0 ? null : '2024-01-02',
      lastVisitOn: shop.coverageVisits === 0 ? null : '2026-11-16',
      visits: shop.coverageVisits,
      customers: shop.customers.length,
    }),
  };

  function moveJob(part: Partial<Job>) {
    if (!job) throw new Error('no job was started');
    job = { ...job, ...part };
    emit('job.changed', job);
  }

  const answer = <K extends ProcedureName>(name: K, sent: unknown): Answer<OutputOf<AppContract[K]>> => {
    const input = appContract[name].input.parse(sent) as InputOf<AppContract[K]>;
    calls.push({ name, input });
    try {
      const refusal = refusals.get(name);
      refusals.delete(name);
      if (refusal) throw new RevinoError(refusal);
      const handler = handlers[name] as ((input: InputOf<AppContract[K]>) => unknown) | undefined;
      if (!handler) throw new RevinoError('analytics.failed');
      return { ok: true, value: appContract[name].output.parse(handler(input)) as OutputOf<AppContract[K]> };
    } catch (caught) {
      if (!(caught instanceof RevinoError)) throw caught;
      return { ok: false, error: { code: caught.code, params: caught.params, message: caught.message } };
    }
  };

  return {
    shop,
    calls,
    callsOf: (name) => calls.filter((one) => one.name === name).map((one) => one.input),
    emit,
    refuseNext: (name, code) => void refusals.set(name, code),
    moveJob,
    bridge: {
      // As through the real door, the answer never comes within the same turn.
      call: (name, input) => Promise.resolve().then(() => answer(name, input)),
      subscribe: (event, listener) => {
        const known = listeners.get(event) ?? new Set();
        listeners.set(event, known);
        known.add(listener as (value: unknown) => void);
        return () => void known.delete(listener as (value: unknown) => void);
      },
      openDropped: () =>
        Promise.resolve(
          shop.file
            ? { ok: true as const, value: shop.file }
            : {
                ok: false as const,
                error: { code: 'import.fileUnreadable' as const, params: { fileName: 'x' }, message: 'x' },
              },
        ),
    },
  };
};
