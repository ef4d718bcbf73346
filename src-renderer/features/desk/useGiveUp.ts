/** Leaves somebody at the desk without recording: one key, and one key brings back what was typed. */
import { giveUpDrafts } from '../../ui/drafts.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { draftKeysOf, type Guest } from './guest.ts';
import type { Recording } from './useRecordVisit.ts';

export interface GivingUp {
  readonly recording: Recording;
  onComeBack(): void;
  onDone(keepsText: boolean): void;
}

export const useGiveUp = (guest: Guest, name: string, { recording, onComeBack, onDone }: GivingUp) => {
  const words = useWords();
  const notices = useNotices();
  return () => {
    recording.clearError();
    const putBack = giveUpDrafts(draftKeysOf(guest));
    onDone(true);
    if (putBack === null) return;
    notices.say({
      text: words.t('desk.givenUp', { name }),
      undo: async () => {
        putBack();
        onComeBack();
        return undefined;
      },
    });
  };
};
