/** Attacks the door in plain Node: senders, names, sizes, shapes, and what it lets out. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDoor } from '../../src-main/ipc/door.ts';
import { isOwnTopFrame, type SenderEvent, type WindowRole } from '../../src-main/ipc/sender.ts';
import { OPEN_CALLER } from '../../src-main/people/till.ts';
import { MAX_INPUT_CHARACTERS } from '../../src-shared/contract/channels.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { command, type HandlersFor, query } from '../../src-shared/contract/procedure.ts';

const roles = {
  roleOf: (id: number): WindowRole | undefined => (({ 1: 'app', 2: 'print' }) as const)[id],
};

/** An event as Electron makes it for the app's own page. */
const ownEvent = (
  change: { sender?: Partial<SenderEvent['sender']>; frame?: Partial<SenderEvent['senderFrame']> } = {},
): SenderEvent => ({
  sender: { id: 1, mainFrame: { frameTreeNodeId: 10 }, ...change.sender },
  senderFrame: {
    url: 'app://revino/index.html',
    origin: 'app://revino',
    parent: null,
    frameTreeNodeId: 10,
    ...change.frame,
  },
});

const contract = {
  'word.double': query({
    input: z.strictObject({ word: z.string().max(50), list: z.array(z.number()).optional() }),
    output: z.strictObject({ word: z.string() }),
  }),
  'thing.break': command({ input: z.strictObject({ how: z.string() }), output: z.strictObject({}) }),
} as const;

const makeDoor = () => {
  const asked: unknown[] = [];
  const defects: unknown[] = [];
  const handlers: HandlersFor<typeof contract> = {
    'word.double': (input) => {
      asked.push(input);
      return { word: input.word + input.word };
    },
    'thing.break': async ({ how }) => {
      if (how === 'refuse') throw new RevinoError('visit.notFound', { id: 7 });
      if (how === 'zod') z.string().parse(7);
      if (how === 'string') throw 'SELECT secret FROM customer';
      if (how === 'surplus') return { surplus: 1 } as never;
      throw new Error('SQLITE_ERROR near /home/anna/shop.revino');
    },
  };
  const door = createDoor({
    contract,
    handlers,
    isAllowedSender: (event: SenderEvent) => isOwnTopFrame(event, 'app', roles),
    authorise: () => OPEN_CALLER,
    onDefect: (_name, error) => defects.push(error),
  });
  return { door, asked, defects };
};

describe('an honest call', () => {
  test('is parsed, handled and wrapped', async () => {
    const { door } = makeDoor();
    expect(await door(ownEvent(), 'word.double', { word: 'ab' })).toEqual({
      ok: true,
      value: { word: 'abab' },
    });
  });
});

describe('who may knock', () => {
  const foreign: Record<string, SenderEvent> = {
    'a frame that is gone': { ...ownEvent(), senderFrame: null },
    'a window we did not make': ownEvent({ sender: { id: 99 } }),
    'the printed page': ownEvent({ sender: { id: 2 } }),
    'a frame inside our page': ownEvent({ frame: { parent: {}, frameTreeNodeId: 11 } }),
    'another top frame': ownEvent({ frame: { frameTreeNodeId: 12 } }),
    'a web page': ownEvent({ frame: { url: 'https://revino/', origin: 'https://revino' } }),
    'another host of our scheme': ownEvent({ frame: { url: 'app://other/', origin: 'app://other' } }),
    'a sandboxed document at our address': ownEvent({ frame: { origin: 'null' } }),
    'a file': ownEvent({ frame: { url: 'file:///revino/index.html', origin: 'file://' } }),
    'a look-alike host': ownEvent({ frame: { url: 'app://revino.evil/', origin: 'app://revino.evil' } }),
    'a user name in the address': ownEvent({ frame: { url: 'app://x@revino/' } }),
    'an empty page': ownEvent({ frame: { url: 'about:blank' } }),
  };
  test.each(Object.entries(foreign))('%s is refused', async (_name, event) => {
    const { door, asked } = makeDoor();
    const answer = await door(event, 'word.double', { word: 'ab' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'door.foreignSender' } });
    expect(asked).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'word.Double',
    'word.double ',
    '',
    'no.such',
    null,
    undefined,
    7,
    {},
    ['word.double'],
    { toString: () => 'word.double' },
  ])('%j is refused', async (name) => {
    const { door, asked } = makeDoor();
    expect(await door(ownEvent(), name, { word: 'ab' })).toMatchObject({
      ok: false,
      error: { code: 'door.unknownProcedure' },
    });
    expect(asked).toEqual([]);
  });
});

describe('shapes', () => {
  const cyclic: Record<string, unknown> = { word: 'ab' };
  cyclic.self = cyclic;
  let deep: unknown = 'x';
  for (let level = 0; level < 5000; level++) deep = [deep];

  test.each([
    ['nothing', undefined, []],
    ['null', null, []],
    ['a text', 'ab', []],
    ['a list', [{ word: 'ab' }], []],
    ['a wrong type', { word: 7 }, ['word']],
    ['a surplus key', { word: 'ab', more: 1 }, []],
    ['a text that is too long', { word: 'a'.repeat(51) }, ['word']],
    ['a wrong element', { word: 'ab', list: [1, 'two'] }, ['list.1']],
    ['not a number', { word: 'ab', list: [Number.NaN] }, ['list.0']],
    ['deep nesting', { word: deep }, ['word']],
    ['an own __proto__ key', JSON.parse('{"word":"ab","__proto__":{"x":1}}'), []],
  ])('%s is named invalid', async (_name, input, fields) => {
    const { door, asked } = makeDoor();
    const answer = await door(ownEvent(), 'word.double', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'door.invalidInput', fields } });
    expect(asked).toEqual([]);
  });

  test.each([
    ['a map', { word: new Map() }],
    ['a date', new Date()],
    ['bytes', { word: new Uint8Array(8) }],
    ['a class of its own', new (class Odd {})()],
    ['a function', { word: () => 'ab' }],
    ['a symbol', { word: Symbol('x') }],
    ['a huge integer', { word: 10n }],
  ])('%s is not plain data', async (_name, input) => {
    const { door, asked } = makeDoor();
    const answer = await door(ownEvent(), 'word.double', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'door.invalidInput' } });
    expect(asked).toEqual([]);
  });

  test.each([
    ['a long text', { word: 'a'.repeat(MAX_INPUT_CHARACTERS) }],
    ['a list of a hundred million holes', { word: 'ab', list: new Array(100_000_000) }],
    ['a million keys', Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, 1]))],
    ['a cycle', cyclic],
  ])('%s is too large', async (_name, input) => {
    const { door, asked } = makeDoor();
    const answer = await door(ownEvent(), 'word.double', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'door.tooLarge' } });
    expect(asked).toEqual([]);
  });

  test('the limit itself is let in', async () => {
    const { door } = makeDoor();
    const room = MAX_INPUT_CHARACTERS - JSON.stringify({ word: '' }).length;
    const answer = await door(ownEvent(), 'word.double', { word: 'a'.repeat(room - 10) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'door.invalidInput', fields: ['word'] } });
  });
});

describe('what is let out', () => {
  test('an expected refusal, with its values', async () => {
    const { door, defects } = makeDoor();
    expect(await door(ownEvent(), 'thing.break', { how: 'refuse' })).toMatchObject({
      ok: false,
      error: { code: 'visit.notFound', params: { id: 7 } },
    });
    expect(defects).toEqual([]);
  });

  test.each(['throw', 'string', 'zod', 'surplus'])(
    'a defect (%s) says nothing but that it is one',
    async (how) => {
      const { door, defects } = makeDoor();
      expect(await door(ownEvent(), 'thing.break', { how })).toEqual({
        ok: false,
        error: { code: 'internal', params: {}, message: 'internal' },
      });
      expect(defects).toHaveLength(1);
    },
  );
});

describe('the app’s own contract', () => {
  test('refuses rubbish at every procedure before any handler sees it', async () => {
    const reached: string[] = [];
    const handlers = Object.fromEntries(
      Object.keys(appContract).map((name) => [name, () => reached.push(name)]),
    ) as never;
    const door = createDoor({
      contract: appContract,
      handlers,
      isAllowedSender: () => true,
      authorise: () => OPEN_CALLER,
      onDefect: (name, error) => {
        throw new Error(`${name} ${String(error)}`);
      },
    });
    for (const name of Object.keys(appContract))
      for (const rubbish of [undefined, null, 'x', 7, [], { surplus: true }, { __proto__: null, asOf: {} }])
        expect(await door(ownEvent(), name, rubbish)).toMatchObject({
          ok: false,
          error: { code: 'door.invalidInput' },
        });
    expect(reached).toEqual([]);
  });
});
