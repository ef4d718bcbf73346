/** What can be done with what is open with a customer, for whoever has them on the telephone: the next of each kind. */
import type { Person } from '../../src-shared/contract/customerContract.ts';
import { useAnswer } from '../api/procedures.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { whenText } from './followUpTold.ts';
import type { Asked } from './NextStepDialog.tsx';
import { useActs } from './useActs.ts';

export interface OpenAct {
  readonly name: string;
  /** With which of them. */
  readonly text: string;
  run(): void;
}

export const useOpenActs = (
  of: Person,
  onAsk: (asked: Asked) => void,
  onClose: () => void,
): readonly OpenAct[] => {
  const words = useWords();
  const format = useFormat();
  const { endAppointment } = useActs();
  const { data } = useAnswer('customer.followUp', { customerId: of.customerId });
  const appointment = data?.appointments[0];
  const known = data?.cases[0];
  const when = appointment === undefined ? '' : whenText(format, appointment.onDate, appointment.atMinute);
  return [
    ...(appointment === undefined
      ? []
      : [
          {
            name: words.t('followUp.open.move'),
            text: when,
            run: () => onAsk({ step: 'appointment', of, appointment }),
          },
          {
            name: words.t('followUp.open.cancel'),
            text: when,
            run: () => endAppointment(appointment, 'cancelled', onClose),
          },
        ]),
    ...(known === undefined
      ? []
      : [
          {
            name: words.t('followUp.open.close'),
            text: known.text,
            run: () => onAsk({ step: 'closeCase', known }),
          },
        ]),
  ];
};
