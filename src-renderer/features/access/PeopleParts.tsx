/** The owner's side: who signs in and as what, when the till locks, what the desk sees, and going back to no PINs. */
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { AccessChoices } from '../../../src-shared/contract/accessContract.ts';
import { DESK_VALUES_SHOWN } from '../../../src-shared/domain/closedLists.ts';
import { useAccess } from '../../api/access.tsx';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { PartTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { PersonRow } from './PersonRow.tsx';

export function PeopleParts() {
  const words = useWords();
  const { people } = useAccess();
  const staff = useAnswer('access.people', {});
  return (
    <>
      <SettingsPart title={words.t('access.everyone')}>
        <Sentence text={words.t('access.on.lead', { count: people.length })} />
        {staff.error ? <ErrorNote error={staff.error} /> : null}
        <ul className={styles.rows}>
          {(staff.data?.people ?? []).map((person) => (
            <PersonRow key={person.staffId} person={person} />
          ))}
        </ul>
        <ul className={styles.roles}>
          <li>{words.t('access.ownerCan')}</li>
          <li>{words.t('access.managerCan')}</li>
          <li>{words.t('access.deskCan')}</li>
        </ul>
      </SettingsPart>
      <AccessChoicesParts />
      <TurnOffPart />
    </>
  );
}

const MINUTES = [1, 2, 5, 10, 15, 30, 60];
const NEVER = 'never';

function AccessChoicesParts() {
  const words = useWords();
  const notices = useNotices();
  const choices = useAnswer('access.choices', {});
  const keep = useCommand('access.keepChoices');
  if (choices.error) return <ErrorNote error={choices.error} />;
  if (!choices.data) return null;
  const { autoLockMinutes, deskValueShown } = choices.data;
  const change = (part: Partial<AccessChoices>) =>
    keep.mutate(part, { onError: (error) => notices.fail(error) });
  const minutes = [...new Set([...MINUTES, autoLockMinutes ?? MINUTES[0]!])].sort((a, b) => a - b);
  const values = {
    amount: words.t('access.deskValue.amount'),
    band: words.t('access.deskValue.band'),
    nothing: words.t('access.deskValue.nothing'),
  };
  return (
    <>
      <SettingsPart title={words.t('access.autoLock')} text={words.t('access.autoLock.text')}>
        <NativeSelect
          className={styles.short ?? ''}
          aria-label={words.t('access.autoLock')}
          value={autoLockMinutes === null ? NEVER : String(autoLockMinutes)}
          data={[
            ...minutes.map((count) => ({
              value: String(count),
              label: words.t('access.autoLock.after', { count }),
            })),
            { value: NEVER, label: words.t('access.autoLock.never') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ autoLockMinutes: value === NEVER ? null : Number(value) })
          }
        />
      </SettingsPart>
      <SettingsPart title={words.t('access.deskValue')} text={words.t('access.deskValue.text')}>
        <Choices
          legend={words.t('access.deskValue')}
          isLegendHidden
          layout="list"
          choices={DESK_VALUES_SHOWN.map((value) => ({ value, label: values[value] }))}
          value={deskValueShown}
          onChange={(value) => change({ deskValueShown: value })}
        />
      </SettingsPart>
    </>
  );
}

function TurnOffPart() {
  const words = useWords();
  const notices = useNotices();
  const turnOff = useCommand('access.turnOff');
  const [isAsking, setIsAsking] = useState(false);
  const yes = () =>
    turnOff.mutate({}, { onSuccess: () => notices.say({ text: words.t('access.turnedOff') }) });
  return (
    <SettingsPart title={words.t('access.turnOff')} text={words.t('access.turnOff.text')}>
      <Sentence text={words.t('access.howSafe')} size="note" />
      <PartActions>
        <SecondAction onClick={() => setIsAsking(true)}>{words.t('access.turnOff.do')}</SecondAction>
      </PartActions>
      {isAsking ? (
        <Overlay label={words.t('access.turnOff')} onClose={() => setIsAsking(false)}>
          <div className={styles.giving}>
            <PartTitle>{words.t('access.turnOff')}</PartTitle>
            <Sentence text={words.t('access.turnOff.text')} />
            {turnOff.error ? <ErrorNote error={turnOff.error} /> : null}
            <PartActions>
              <Action loading={turnOff.isPending} onClick={yes}>
                {words.t('access.turnOff.do')}
              </Action>
              <SecondAction autoFocus onClick={() => setIsAsking(false)}>
                {words.t('access.cancel')}
              </SecondAction>
            </PartActions>
          </div>
        </Overlay>
      ) : null}
    </SettingsPart>
  );
}
