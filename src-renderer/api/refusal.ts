/** A refusal from behind the door, as something that can be thrown; its sentence is `error.<code>` in words. */
import type { ErrorCode } from '../../src-shared/contract/errors.ts';
import type { Answer, AnswerError } from '../../src-shared/contract/procedure.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: AnswerError;

  constructor(answer: AnswerError) {
    super(answer.message);
    this.answer = answer;
  }
}

/** @throws Refusal */
export const unwrap = <T>(answer: Answer<T>): T => {
  if (answer.ok) return answer.value;
  throw new Refusal(answer.error);
};

/** Whether something caught is the refusal with this code. */
export const isRefusal = (caught: unknown, code: ErrorCode): boolean =>
  caught instanceof Refusal && caught.answer.code === code;
