/** What went wrong, by when it is put right, who sees to it: a new case, or one that is changed. */
import { useState } from 'react';
import type { ShownCase } from '../../src-shared/contract/caseContract.ts';
import type { Person } from '../../src-shared/contract/customerContract.ts';
import { openingDayAfter } from '../../src-shared/domain/openingDays.ts';
import { useAnswer, useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { PersonPicker } from '../person/PersonPicker.tsx';
import { Choices } from '../ui/Choices.tsx';
import { LongTextField } from '../ui/Field.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { StaffField } from '../visitForm/StaffField.tsx';
import { DueField } from './DueField.tsx';
import { dueAsTyped, typedDue } from './dueDay.ts';
import { StepForm } from './StepForm.tsx';
import { useSaid } from './useSaid.ts';

export interface CaseFormProps {
  /** Null: whoever is chosen here, or nobody by name. */
  of: Person | null;
  /** Null: a new one. */
  known: ShownCase | null;
  onClose(): void;
}

const BY_HAND = ['desk', 'phone', 'message'] as const;
type ByHand = (typeof BY_HAND)[number];

export function CaseForm({ of, known, onClose }: CaseFormProps) {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const { say } = useSaid();
  const parts = useAnswer('visit.formParts', {});
  const rules = useAnswer('caseRules.read', {}).data;
  const opening = useAnswer('openingDays.read', {}).data;
  const open = useCommand('case.open');
  const edit = useCommand('case.edit');
  const [person, setPerson] = useState(of);
  const [text, setText] = useState(known?.text ?? '');
  const [origin, setOrigin] = useState<ByHand>(of === null ? 'phone' : 'desk');
  const [typed, setTyped] = useState(dueAsTyped(known?.dueOn ?? null, today));
  const [isDueTyped, setIsDueTyped] = useState(false);
  const [staffId, setStaffId] = useState(known?.staffId ?? null);
  const [isFaulty, setIsFaulty] = useState(false);
  // A deadline that has passed stays as it is until another one is typed.
  const dueOn = known !== null && !isDueTyped ? known.dueOn : typedDue(typed, today, words.locale);
  const name = person?.name ?? words.t('followUp.nobody');
  const isWordless = text.trim() === '' && (known === null || known.text !== '');
  const byRule = rules && opening ? openingDayAfter(today, rules.deadlineOpeningDays, opening) : null;
  const save = () => {
    if (isWordless || text.trim() === '' || dueOn === undefined) {
      setIsFaulty(true);
      return;
    }
    if (known === null)
      open.mutate(
        {
          customerId: person?.customerId ?? null,
          visitId: null,
          opinionId: null,
          origin,
          text: text.trim(),
          staffId,
          ...(dueOn === null ? {} : { dueOn }),
        },
        {
          onSuccess: ({ changeId }) => {
            say(words.t('followUp.said.case', { name }), changeId, name);
            onClose();
          },
        },
      );
    else
      edit.mutate(
        { caseId: known.caseId, text: text.trim(), dueOn, staffId },
        {
          onSuccess: ({ changeId }) => {
            say(words.t('followUp.said.caseChanged', { name }), changeId, name);
            onClose();
          },
        },
      );
  };
  const empty =
    known !== null
      ? words.t('followUp.due.none')
      : byRule === null
        ? ''
        : words.t('followUp.due.rule', { on: format.date(byRule, 'weekday') });
  const isAsked = of === null && known === null;
  return (
    <StepForm
      title={words.t(known === null ? 'followUp.do.case' : 'cases.change.title')}
      {...(isAsked ? {} : { about: name })}
      isBusy={open.isPending || edit.isPending}
      error={open.error ?? edit.error}
      onSave={save}
      onClose={onClose}
    >
      {isAsked ? (
        <PersonPicker
          look={{ label: words.t('followUp.case.of') }}
          placeholder={words.t('followUp.case.someone')}
          value={person}
          exceptId={null}
          onChange={setPerson}
        />
      ) : null}
      <LongTextField
        label={words.t('followUp.case.text')}
        value={text}
        maxLength={4000}
        {...(isAsked ? {} : { 'data-autofocus': true })}
        error={isFaulty && text.trim() === '' ? words.t('followUp.missing') : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {known === null ? (
        <Choices<ByHand>
          legend={words.t('followUp.case.origin')}
          choices={BY_HAND.map((value) => ({ value, label: words.t(`followUp.case.origin.${value}`) }))}
          value={origin}
          onChange={setOrigin}
        />
      ) : null}
      <DueField
        typed={typed}
        empty={empty}
        isFaulty={isFaulty}
        onChange={(changed) => {
          setIsDueTyped(true);
          setTyped(changed);
        }}
      />
      {(parts.data?.staff.length ?? 0) === 0 ? null : (
        <StaffField
          label={words.t('followUp.case.who')}
          nobody={words.t('visits.notSaid')}
          value={staffId}
          staff={parts.data?.staff ?? []}
          onChange={setStaffId}
        />
      )}
    </StepForm>
  );
}
