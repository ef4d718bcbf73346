/** Where an opinion that is being written down is kept while another screen is open. Pure, but for the drafts themselves. */
import type { OpinionChannel } from '../../src-shared/contract/opinionContract.ts';
import type { OpinionAbout } from '../ui/askedAtDesk.ts';
import { dropDraft, hasDraft } from '../ui/drafts.ts';
import type { Answers } from './askedQuestions.ts';

export interface OpinionDraft {
  readonly answers: Answers;
  /** Of the recorded opinion it started from. */
  readonly revision: string | null;
}

export const NOTHING_ANSWERED: OpinionDraft = { answers: {}, revision: null };

/** The places beside the answers: which survey is asked, how it was given. */
export const surveyKeyOf = (draftKey: string): string => `${draftKey}.survey`;
export const givenKeyOf = (draftKey: string): string => `${draftKey}.given`;

/** One about the same person at the desk and in the list are two, for they are asked in two ways. */
export const keyOfNew = (
  { customerId, visitId }: OpinionAbout,
  channel: OpinionChannel | undefined,
): string => `opinion.new.${channel ?? 'any'}.${customerId ?? 'nobody'}.${visitId ?? 'noVisit'}`;

export const keyOfRecorded = (opinionId: number): string => `opinion.${opinionId}`;

export const dropOpinionDraft = (draftKey: string): void => {
  for (const key of [draftKey, surveyKeyOf(draftKey), givenKeyOf(draftKey)]) dropDraft(key);
};

/** Nothing said yet: not worth being led back to. */
export const isOpinionBegun = (draftKey: string): boolean => hasDraft(draftKey);
