/** What can be done at once with a record of the next step: one command, said and taken back. */
import type { Appointment } from '../../src-shared/contract/appointmentContract.ts';
import type { ShownCase } from '../../src-shared/contract/caseContract.ts';
import type { ShownGesture } from '../../src-shared/contract/gestureContract.ts';
import type { ShownPromise } from '../../src-shared/contract/promiseContract.ts';
import type { Wish } from '../../src-shared/contract/wishContract.ts';
import { useCommand } from '../api/procedures.ts';
import { useWords } from '../ui/wordsContext.tsx';
import { useSaid } from './useSaid.ts';

export const useActs = () => {
  const words = useWords();
  const { say, fail } = useSaid();
  const setOutcome = useCommand('appointment.setOutcome');
  const setPromise = useCommand('promise.setOutcome');
  const tell = useCommand('wish.tell');
  const setDropped = useCommand('wish.setDropped');
  const reopen = useCommand('case.reopen');
  const cancelGesture = useCommand('gesture.cancel');
  const done = (text: string, name: string, then?: () => void) => ({
    onSuccess: ({ changeId }: { changeId: number | null }) => {
      say(text, changeId, name);
      then?.();
    },
    onError: fail,
  });
  return {
    endAppointment: (
      { appointmentId, customer: { name } }: Appointment,
      outcome: 'came' | 'missed' | 'cancelled',
      /** For whoever is on screen only until then: what has gone by then is told of nothing. */
      then?: () => void,
    ) =>
      setOutcome.mutate(
        { appointmentId, outcome },
        done(words.t(`followUp.said.${outcome}`, { name }), name, then),
      ),
    endPromise: ({ promiseId }: ShownPromise, name: string, outcome: 'kept' | 'dropped') =>
      setPromise.mutate(
        { promiseId, outcome },
        done(
          words.t(outcome === 'kept' ? 'followUp.said.kept' : 'followUp.said.droppedPromise', { name }),
          name,
        ),
      ),
    tellWish: ({ wishId, customer: { name } }: Wish) =>
      tell.mutate({ wishId, staffId: null }, done(words.t('followUp.said.told', { name }), name)),
    dropWish: ({ wishId, customer: { name } }: Wish) =>
      setDropped.mutate(
        { wishId, isDropped: true },
        done(words.t('followUp.said.droppedWish', { name }), name),
      ),
    reopenCase: ({ caseId, customer }: ShownCase) => {
      const name = customer?.name ?? words.t('followUp.nobody');
      reopen.mutate({ caseId }, done(words.t('followUp.said.reopened', { name }), name));
    },
    cancelGesture: ({ gestureId, kind }: ShownGesture, name: string) =>
      cancelGesture.mutate(
        { gestureId },
        done(words.t('followUp.said.gestureCancelled', { gesture: kind, name }), name),
      ),
  };
};
