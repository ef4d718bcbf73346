/**
 * Procedures of the contract as hooks. Queries are kept and read again when data changes; commands
 * are sent once and never repeated by themselves.
 */
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { AppContract, ProcedureName } from '../../src-shared/contract/contract.ts';
import type { OutputOf, SentInputOf } from '../../src-shared/contract/procedure.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './refusal.ts';

type NamesOf<T extends 'query' | 'command'> = {
  [K in ProcedureName]: AppContract[K]['type'] extends T ? K : never;
}[ProcedureName];
export type QueryName = NamesOf<'query'>;
export type CommandName = NamesOf<'command'>;

export type Sent<K extends ProcedureName> = SentInputOf<AppContract[K]>;
export type Received<K extends ProcedureName> = OutputOf<AppContract[K]>;

/** @throws Refusal */
export const call = async <K extends ProcedureName>(name: K, input: Sent<K>): Promise<Received<K>> =>
  unwrap(await bridge().call(name, input));

export const keyOf = <K extends QueryName>(name: K, input: Sent<K>) => [name, input] as const;

export interface AnswerOptions {
  readonly enabled?: boolean;
  /** The last answer stays on screen while the next one, for another input, is on its way. */
  readonly keepsPrevious?: boolean;
}

export const useAnswer = <K extends QueryName>(
  name: K,
  input: Sent<K>,
  { enabled = true, keepsPrevious = false }: AnswerOptions = {},
): UseQueryResult<Received<K>> =>
  useQuery<Received<K>>({
    queryKey: keyOf(name, input),
    queryFn: () => call(name, input),
    enabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });

export const useCommand = <K extends CommandName>(name: K): UseMutationResult<Received<K>, Error, Sent<K>> =>
  useMutation({ mutationKey: [name], mutationFn: (input: Sent<K>) => call(name, input) });
