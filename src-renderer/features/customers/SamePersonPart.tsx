/** "Is this the same person as…?": whoever is chosen is compared with this card. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenedCard } from '../../../src-shared/contract/customerContract.ts';
import { useRole } from '../../api/access.tsx';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { Command } from '../../ui/Command.tsx';
import { comparePath } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';
import { Part, QUIET_LOOK } from './Line.tsx';

export function SamePersonPart({ opened }: { opened: OpenedCard }) {
  const words = useWords();
  const [, go] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const mayMerge = useRole() !== 'desk';
  if (!mayMerge || opened.isInTrash) return null;
  if (!isAsking) {
    return (
      <div>
        <Command isQuiet className={styles.small} onClick={() => setIsAsking(true)}>
          {words.t('duplicates.isSame')}
        </Command>
      </div>
    );
  }
  return (
    <Part title={words.t('duplicates.isSame')}>
      <PersonPicker
        look={QUIET_LOOK}
        ariaLabel={words.t('duplicates.isSame')}
        placeholder={words.t('duplicates.isSame.placeholder')}
        value={null}
        exceptId={opened.customerId}
        isFirstFocused
        onChange={(person) => person && go(comparePath(opened.customerId, person.customerId))}
      />
    </Part>
  );
}
