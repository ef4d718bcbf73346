/** Says what was done to a holding, with its undo. */
import { useCommand } from '../api/procedures.ts';
import { useNotices } from '../ui/notices.tsx';
import { useWords } from '../ui/wordsContext.tsx';

export const useBenefitUndo = (): ((text: string, changeId: number | null) => void) => {
  const words = useWords();
  const notices = useNotices();
  const undo = useCommand('change.undo');
  return (text, changeId) =>
    notices.say({
      text,
      ...(changeId === null
        ? {}
        : {
            undo: async () => {
              await undo.mutateAsync({ changeId });
              return words.t('benefits.undone');
            },
          }),
    });
};
