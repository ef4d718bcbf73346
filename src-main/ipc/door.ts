/**
 * The one door between a window and the app: who knocks, what they ask for, whether it is well
 * formed, and how the answer is wrapped. It knows neither Electron nor any use case, so that
 * test/ipc can attack it in plain Node.
 */
import type { z } from 'zod';
import { asAuthor } from '../../db/author.ts';
import { MAX_INPUT_CHARACTERS } from '../../src-shared/contract/channels.ts';
import { type ErrorCode, type ErrorParams, RevinoError } from '../../src-shared/contract/errors.ts';
import type {
  Answer,
  AnswerError,
  Caller,
  Contract,
  HandlersFor,
} from '../../src-shared/contract/procedure.ts';
import { jsonSizeOf } from './jsonSize.ts';

/** Calls a procedure by name; never rejects. */
export type Door<Event> = (event: Event, name: unknown, input: unknown) => Promise<Answer<unknown>>;

export interface DoorParts<C extends Contract, Event> {
  readonly contract: C;
  readonly handlers: HandlersFor<C>;
  /** True only for the top frame of a page that may use this door. */
  readonly isAllowedSender: (event: Event) => boolean;
  /** Who is calling. Throws a RevinoError where they may not call this, before a word of theirs is read. */
  readonly authorise: (procedure: keyof C & string) => Caller;
  /** Told about defects only: an expected refusal is an answer, not news. */
  readonly onDefect: (procedure: keyof C & string, error: unknown) => void;
  /** Told how each call of the contract ended: how long it took, and the code of a refusal. */
  readonly onAnswered?: (procedure: keyof C & string, ms: number, code: ErrorCode | null) => void;
}

export const createDoor =
  <C extends Contract, Event>({
    contract,
    handlers,
    isAllowedSender,
    authorise,
    onDefect,
    onAnswered = () => undefined,
  }: DoorParts<C, Event>): Door<Event> =>
  async (event, name, input) => {
    if (!isAllowedSender(event)) return refusal('door.foreignSender');
    // hasOwn: a name such as `__proto__` or `constructor` must not reach Object.prototype.
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return refusal('door.unknownProcedure');
    const procedure = contract[name];
    const handler = handlers[name];
    if (!procedure || !handler) return refusal('door.unknownProcedure');

    const begunMs = performance.now();
    const answered = (code: ErrorCode | null) => onAnswered(name, performance.now() - begunMs, code);
    const failed = (error: unknown): Answer<never> => {
      if (error instanceof RevinoError) {
        answered(error.code);
        return refused(error);
      }
      onDefect(name, error);
      // What went wrong inside may name files, SQL or people: the window learns only that it did.
      return refusal('internal');
    };
    let caller: Caller;
    try {
      caller = authorise(name);
    } catch (error) {
      return failed(error);
    }

    const size = jsonSizeOf(input, MAX_INPUT_CHARACTERS);
    if (size === 'tooLarge') return refusal('door.tooLarge', { limit: MAX_INPUT_CHARACTERS });
    if (size === 'notJson') return refusal('door.invalidInput');
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) return { ok: false, error: invalidInput(name, parsed.error) };

    try {
      const given = parsed.data as Parameters<typeof handler>[0];
      const output = await asAuthor(caller.staffId, () => handler(given, caller));
      const value = procedure.output.parse(output);
      answered(null);
      return { ok: true, value };
    } catch (error) {
      return failed(error);
    }
  };

const refused = ({ code, params, message }: RevinoError): Answer<never> => ({
  ok: false,
  error: { code, params, message },
});

const refusal = (code: AnswerError['code'], params: ErrorParams = {}): Answer<never> => ({
  ok: false,
  error: { code, params, message: code },
});

const invalidInput = (name: string, error: z.ZodError): AnswerError => ({
  code: 'door.invalidInput',
  params: {},
  message: `${name}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join('; ')}`,
  fields: [...new Set(error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== ''))],
});
