/** Into the trash and out of it. Erasing a person for good is another matter. */
import type { OpenedCard } from '../../../src-shared/contract/customerContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';

export function TrashPart({ opened }: { opened: OpenedCard }) {
  const words = useWords();
  const notices = useNotices();
  const archive = useCommand('customer.archive');
  const restore = useCommand('customer.restore');
  const undo = useCommand('change.undo');
  const { customerId, isInTrash } = opened;
  const { name } = opened.card;
  const said = (text: string) => ({
    onSuccess: ({ changeId }: { changeId: number | null }) => {
      if (changeId === null) return;
      notices.say({
        text,
        undo: async () => {
          await undo.mutateAsync({ changeId });
          return words.t('customers.undone', { name });
        },
      });
    },
    onError: notices.fail,
  });
  return (
    <div className={styles.trash}>
      {isInTrash ? (
        <Command
          onClick={() => restore.mutate({ customerId }, said(words.t('customers.restored', { name })))}
        >
          {words.t('customers.restore')}
        </Command>
      ) : (
        <Command
          isQuiet
          className={styles.small}
          onClick={() => archive.mutate({ customerId }, said(words.t('customers.archived', { name })))}
        >
          {words.t('customers.archive')}
        </Command>
      )}
    </div>
  );
}
