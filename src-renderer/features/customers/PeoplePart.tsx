/** People around the person: who lives with them, and whom they brought. */
import { Link } from 'wouter';
import type { OpenedCard, Person } from '../../../src-shared/contract/customerContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { Command } from '../../ui/Command.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { personName } from '../../ui/personName.ts';
import { PLACES } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';
import { Part, QUIET_LOOK } from './Line.tsx';

function PersonLink({ person }: { person: Person }) {
  const words = useWords();
  return (
    <Link href={`${PLACES.customers}/${person.customerId}`} className={styles.person}>
      {personName(words, person.name)}
    </Link>
  );
}

export function HouseholdPart({ opened }: { opened: OpenedCard }) {
  const words = useWords();
  const notices = useNotices();
  const join = useCommand('customer.joinHousehold');
  const leave = useCommand('customer.leaveHousehold');
  const undo = useCommand('change.undo');
  const { customerId, household } = opened;
  const name = opened.card.name;
  const said = (text: string, changeId: number | null) => {
    if (changeId === null) return;
    notices.say({
      text,
      undo: async () => {
        await undo.mutateAsync({ changeId });
        return words.t('customers.undone', { name });
      },
    });
  };
  const fail = { onError: notices.fail };
  return (
    <Part title={words.t('customers.household')}>
      <ul>
        {household.map((person) => (
          <li key={person.customerId}>
            <PersonLink person={person} />
          </li>
        ))}
      </ul>
      <PersonPicker
        look={QUIET_LOOK}
        key={household.length}
        ariaLabel={words.t('customers.household.join')}
        placeholder={words.t('customers.household.placeholder')}
        value={null}
        exceptId={customerId}
        onChange={(person) => {
          if (!person) return;
          join.mutate(
            { customerId, withCustomerId: person.customerId },
            {
              onSuccess: ({ changeId }) =>
                said(words.t('customers.household.joined', { name, other: person.name }), changeId),
              ...fail,
            },
          );
        }}
      />
      {household.length === 0 ? null : (
        <Command
          isQuiet
          className={styles.small}
          onClick={() =>
            leave.mutate(
              { customerId },
              {
                onSuccess: ({ changeId }) => said(words.t('customers.household.left', { name }), changeId),
                ...fail,
              },
            )
          }
        >
          {words.t('customers.household.leave')}
        </Command>
      )}
    </Part>
  );
}

export function RecommendedPart({ opened }: { opened: OpenedCard }) {
  const words = useWords();
  const { recommended, recommendedCount } = opened;
  if (recommendedCount === 0) return null;
  return (
    <Part title={words.t('customers.recommended')}>
      <p>{words.t('customers.recommended.count', { count: recommendedCount })}</p>
      <ul>
        {recommended.map((person) => (
          <li key={person.customerId}>
            <PersonLink person={person} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
