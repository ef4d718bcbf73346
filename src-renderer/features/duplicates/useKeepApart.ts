/** "These are two people": said at once, and taken back like everything else. */
import { useCommand } from '../../api/procedures.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

interface Named {
  readonly customerId: number;
  readonly name: string;
}

/** @returns a function that answers whether it is on disk; `onUndone` is called when it is taken back */
export const useKeepApart = (): ((one: Named, other: Named, onUndone?: () => void) => Promise<boolean>) => {
  const words = useWords();
  const notices = useNotices();
  const command = useCommand('customer.keepApart');
  const undo = useCommand('change.undo');
  return async (one, other, onUndone) => {
    try {
      const { changeId } = await command.mutateAsync({
        customerId: one.customerId,
        otherCustomerId: other.customerId,
      });
      notices.say({
        text: words.t('duplicates.apart.done', { one: one.name, other: other.name }),
        ...(changeId === null
          ? {}
          : {
              undo: async () => {
                await undo.mutateAsync({ changeId });
                onUndone?.();
                return words.t('duplicates.apart.undone');
              },
            }),
      });
      return true;
    } catch (error) {
      notices.fail(error);
      return false;
    }
  };
};
