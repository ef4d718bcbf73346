/** Who can sign in: a list in which arrows and first letters walk while the PIN field keeps the focus. */
import type { TillPerson } from '../../../src-shared/contract/accessContract.ts';
import { fold } from '../../../src-shared/domain/fold.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { roleName } from './roleName.ts';

export interface PeopleListProps {
  people: readonly TillPerson[];
  chosen: number;
  onChosen(at: number): void;
}

export const PEOPLE_ID = 'till-people';

export function PeopleList({ people, chosen, onChosen }: PeopleListProps) {
  const words = useWords();
  return (
    <div
      className={styles.people}
      role="listbox"
      id={PEOPLE_ID}
      aria-label={words.t('access.who')}
      tabIndex={-1}
    >
      {people.map((person, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the PIN field
        // biome-ignore lint/a11y/useFocusableInteractive: the PIN field has the focus and names the person
        <div
          key={person.staffId}
          id={`till-person-${person.staffId}`}
          className={styles.person}
          role="option"
          aria-selected={at === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChosen(at)}
        >
          <span className={styles.personName}>{person.name}</span>
          <span className={styles.personRole}>{roleName(words, person.role)}</span>
        </div>
      ))}
    </div>
  );
}

/** Where a key leads from here; null where it is none of the list's. */
export const walked = (people: readonly TillPerson[], chosen: number, key: string): number | null => {
  const count = people.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (chosen + 1) % count;
  if (key === 'ArrowUp') return (chosen - 1 + count) % count;
  if ([...key].length !== 1 || /\d/.test(key)) return null;
  const letter = fold(key);
  if (letter === '') return null;
  // The next one after this: pressing the letter again walks through all who have it.
  for (let step = 1; step <= count; step++) {
    const at = (chosen + step) % count;
    if (fold(people[at]?.name ?? '').startsWith(letter)) return at;
  }
  return null;
};
