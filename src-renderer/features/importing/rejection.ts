/** Why a row stayed out, in words: `rejection.<reason>`, shared with the saved file of rejected rows. */
import type { RejectionReason } from '../../../src-shared/contract/importContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export const rejectionText = (words: Words, reason: RejectionReason): string =>
  words.find(`rejection.${reason}`, {}) ?? reason;
