/** Something small on the house: what there is, what is left of the budget, what it is for. */
import { useEffect, useRef, useState } from 'react';
import { useAnswer, useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { TextField } from '../ui/Field.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './followUp.module.css';
import type { StepOfPersonProps } from './PromiseForm.tsx';
import { StepForm } from './StepForm.tsx';
import { useSaid } from './useSaid.ts';

export function GestureForm({ customerId, name, onClose }: StepOfPersonProps) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const { say } = useSaid();
  const choices = useAnswer('gesture.choices', {});
  const give = useCommand('gesture.give');
  const [kindId, setKindId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isFaulty, setIsFaulty] = useState(false);
  const { kinds = [], budget, leftThisMonthMinor: left = null, mayExceed = false } = choices.data ?? {};
  const chosen = kinds.find((kind) => String(kind.kindId) === kindId);
  const save = () => {
    if (chosen === undefined) {
      setIsFaulty(true);
      return;
    }
    give.mutate(
      { customerId, kindId: chosen.kindId, visitId: null, reason: reason.trim() || null, staffId: null },
      {
        onSuccess: ({ changeId, over }) => {
          const key = over === null ? 'followUp.said.gesture' : 'followUp.said.gestureOver';
          say(words.t(key, { gesture: chosen.name, name }), changeId, name);
          onClose();
        },
      },
    );
  };
  const hasKinds = kinds.length > 0;
  const list = useRef<HTMLDivElement>(null);
  // They are asked for when the form opens: the focus goes to them when they are there.
  useEffect(() => {
    if (hasKinds) list.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [hasKinds]);
  return (
    <StepForm
      title={words.t('followUp.do.gesture')}
      about={name}
      isBusy={give.isPending}
      error={give.error}
      {...(hasKinds ? { onSave: save } : {})}
      onClose={onClose}
    >
      {choices.error ? <ErrorNote error={choices.error} /> : null}
      {choices.data && !hasKinds ? <p>{words.t('followUp.gesture.none')}</p> : null}
      {hasKinds ? (
        <div ref={list} className={styles.fields}>
          <Choices<string>
            legend={words.t('followUp.gesture.choose')}
            layout="list"
            isFirstFocused
            choices={kinds.map((kind) => ({
              value: String(kind.kindId),
              label: words.t('desk.next.gesture.kind', {
                name: kind.name,
                cost: format.money(kind.costMinor, shop.currency),
              }),
              ...(kind.over === null || mayExceed
                ? {}
                : { text: words.t(`desk.next.gesture.over.${kind.over}`), isDisabled: true }),
            }))}
            value={kindId}
            onChange={setKindId}
          />
          {left === null || budget?.perMonthMinor == null ? null : (
            <p className={styles.note}>
              {words.t('followUp.gesture.left', {
                amount: format.money(left, shop.currency),
                budget: format.money(budget.perMonthMinor, shop.currency),
              })}
            </p>
          )}
          {chosen === undefined || chosen.over === null ? null : (
            <p className={styles.warning} role="status">
              {words.t(`followUp.gesture.over.${chosen.over}`)}
            </p>
          )}
          {isFaulty && chosen === undefined ? (
            <p className={styles.warning} role="alert">
              {words.t('followUp.gesture.missing')}
            </p>
          ) : null}
          <TextField
            label={words.t('desk.next.gesture.reason')}
            value={reason}
            maxLength={4000}
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      ) : null}
    </StepForm>
  );
}
