/** Says what was done with the next step of somebody, with its undo. */
import { useMemo } from 'react';
import { useCommand } from '../api/procedures.ts';
import { useNotices } from '../ui/notices.tsx';
import { useWords } from '../ui/wordsContext.tsx';

export interface Said {
  /** @param changeId null: nothing changed, and nothing is said */
  say(text: string, changeId: number | null, name: string): void;
  fail(error: unknown): void;
}

export const useSaid = (): Said => {
  const words = useWords();
  const notices = useNotices();
  const { mutateAsync } = useCommand('change.undo');
  return useMemo(
    () => ({
      say: (text, changeId, name) => {
        if (changeId === null) return;
        notices.say({
          text,
          undo: async () => {
            await mutateAsync({ changeId });
            return words.t('followUp.undone', { name });
          },
        });
      },
      fail: (error) => notices.fail(error),
    }),
    [words, notices, mutateAsync],
  );
};
