/**
 * How one procedure of the IPC door is written down: its name is the key in the contract, its
 * input and output are zod schemas. Nothing here may assume one window or one machine, so that the
 * same services can one day answer other PCs in the shop.
 */
import type { z } from 'zod';
import type { Role } from '../domain/closedLists.ts';

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** A query reads; a command may change something and is never repeated by itself. */
  readonly type: 'query' | 'command';
  readonly input: I;
  readonly output: O;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(shape: { input: I; output: O }) =>
  ({ type: 'query', ...shape }) as const;

export const command = <I extends z.ZodType, O extends z.ZodType>(shape: { input: I; output: O }) =>
  ({ type: 'command', ...shape }) as const;

export type Contract = Readonly<Record<string, Procedure>>;
export type InputOf<P extends Procedure> = z.output<P['input']>;
export type SentInputOf<P extends Procedure> = z.input<P['input']>;
export type OutputOf<P extends Procedure> = z.output<P['output']>;

/** Whoever knocks, as the door lets them in: an answer may depend on it. */
export interface Caller {
  /** Null in a shop where nobody signs in, and on the kiosk. */
  readonly staffId: number | null;
  /** Null: nobody is signed in. */
  readonly role: Role | null;
}

/** A handler for each procedure of a contract: a missing or wrong one does not compile. */
export type HandlersFor<C extends Contract> = {
  readonly [K in keyof C]: (input: InputOf<C[K]>, caller: Caller) => Promise<OutputOf<C[K]>> | OutputOf<C[K]>;
};

/** What comes back through the door. `fields` names inputs at fault, as dotted paths. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AnswerError };

export interface AnswerError {
  readonly code: import('./errors.ts').ErrorCode;
  /** Values for the sentence in words; also a plain English line for the log. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly fields?: readonly string[];
}
