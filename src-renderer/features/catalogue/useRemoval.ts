/** Taking a record out of a list: what became of it is said, with its reason, and can be undone. */
import type { Removed } from '../../../src-shared/contract/catalogueContract.ts';
import { useNotices } from '../../ui/notices.tsx';
import { useWords } from '../../ui/wordsContext.tsx';

export interface Removal {
  readonly name: string;
  /** Why it was archived instead, if it was. */
  readonly keptBecause: string;
  remove(): Promise<Removed>;
  unarchive(): Promise<unknown>;
}

export const useRemoval = () => {
  const words = useWords();
  const notices = useNotices();
  const undoing = (name: string, unarchive: () => Promise<unknown>) => async () => {
    await unarchive();
    return words.t('catalogue.backAgain', { name });
  };
  return {
    async archive(name: string, archive: () => Promise<unknown>, unarchive: () => Promise<unknown>) {
      try {
        await archive();
        notices.say({ text: words.t('catalogue.archived', { name }), undo: undoing(name, unarchive) });
      } catch (caught) {
        notices.fail(caught);
      }
    },
    async remove({ name, keptBecause, remove, unarchive }: Removal) {
      try {
        const { outcome } = await remove();
        if (outcome === 'deleted') notices.say({ text: words.t('catalogue.deleted', { name }) });
        else notices.say({ text: keptBecause, undo: undoing(name, unarchive) });
      } catch (caught) {
        notices.fail(caught);
      }
    },
  };
};
