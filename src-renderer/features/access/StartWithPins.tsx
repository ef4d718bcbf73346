/** Nobody signs in yet: what PINs would change, and the owner's first one. */
import { NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { isGoodPin, NewPin, NO_PIN } from './NewPin.tsx';

export function StartWithPins() {
  const words = useWords();
  const people = useAnswer('access.people', {});
  const set = useCommand('access.setPerson');
  const [chosen, setChosen] = useState<number | null>(null);
  const [typed, setTyped] = useState(NO_PIN);
  if (people.error) return <ErrorNote error={people.error} />;
  if (!people.data) return null;
  const staff = people.data.people;
  const staffId = chosen ?? (staff.length === 1 ? (staff[0]?.staffId ?? null) : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (staffId === null || !isGoodPin(typed) || set.isPending) return;
    set.mutate({ staffId, role: 'owner', pin: typed.pin });
  };
  return (
    <SettingsPart title={words.t('access.everyone')}>
      <Sentence text={words.t('access.off.lead')} />
      <Sentence text={words.t('access.off.why')} />
      {staff.length === 0 ? (
        <p>
          {words.t('access.off.staff')}{' '}
          <Link href={`${PLACES.settings}/staff`}>{words.t('access.off.toStaff')}</Link>
        </p>
      ) : (
        <form className={styles.giving} onSubmit={submit} noValidate>
          <NativeSelect
            className={styles.short ?? ''}
            label={words.t('access.off.first')}
            value={staffId === null ? '' : String(staffId)}
            data={[
              ...(staffId === null ? [{ value: '', label: words.t('access.off.choose') }] : []),
              ...staff.map((person) => ({ value: String(person.staffId), label: person.name })),
            ]}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
          <NewPin typed={typed} onTyped={setTyped} />
          {set.error ? <ErrorNote error={set.error} /> : null}
          <PartActions>
            <Action isSubmit loading={set.isPending} disabled={staffId === null || !isGoodPin(typed)}>
              {words.t('access.off.turnOn')}
            </Action>
          </PartActions>
        </form>
      )}
      <Sentence text={words.t('access.howSafe')} size="note" />
    </SettingsPart>
  );
}
