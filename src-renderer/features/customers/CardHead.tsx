/** Who it is, in large, and how they have come so far, in a sentence. */
import { useLocation } from 'wouter';
import type { OpenedCard } from '../../../src-shared/contract/customerContract.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { SecondAction } from '../../ui/Action.tsx';
import { askForCustomer } from '../../ui/askedAtDesk.ts';
import { Command } from '../../ui/Command.tsx';
import { isLongName } from '../../ui/personName.ts';
import { cardPath, PLACES } from '../../ui/places.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';
import type { Editing } from './cardEditing.ts';

export interface CardHeadProps {
  editing: Editing;
  opened: OpenedCard | null;
  onLeave(): void;
}

export function CardHead({ editing, opened, onLeave }: CardHeadProps) {
  const words = useWords();
  const [, go] = useLocation();
  const { draft, faults, change } = editing;
  const phone = draft.contacts.find(({ kind }) => kind === 'phone')?.value ?? '';
  const recordVisit = () => {
    if (!opened) return;
    askForCustomer({
      customerId: opened.customerId,
      name: opened.card.name,
      externalId: opened.externalId,
      phone: opened.card.contacts.find(({ kind }) => kind === 'phone')?.value ?? null,
      occasions: opened.occasions,
      lastVisitOn: opened.lastVisitOn,
    });
    go(PLACES.desk);
  };
  // One step of "back" with the card, as the ways of looking at a visit are.
  const takeOpinion = () => opened && go(cardPath(opened.customerId, 'opinion'), { replace: true });
  const isServed = opened !== null && !opened.isInTrash;
  useShortcut('Enter', isServed, recordVisit);
  useShortcut('u', isServed, takeOpinion);
  return (
    <header className={styles.head}>
      <h1 className="offscreen">{draft.name.trim() || words.t('customers.new')}</h1>
      <div className={styles.headTop}>
        <div className={styles.nameAndPhone}>
          {/* Many lines, because a name may be longer than the window is wide. */}
          <textarea
            rows={1}
            className={`${styles.quiet} ${styles.name}`}
            data-long={isLongName(draft.name)}
            aria-label={words.t('customers.name')}
            aria-invalid={faults.name !== undefined}
            aria-describedby={faults.name === undefined ? undefined : 'customer-name-fault'}
            placeholder={words.t('customers.name.placeholder')}
            // biome-ignore lint/a11y/noAutofocus: a new card begins with the name
            autoFocus={opened === null}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={draft.name}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            onChange={(event) => change({ name: event.currentTarget.value.replaceAll('\n', ' ') })}
          />
          {phone === '' ? null : <span className={styles.headPhone}>{phone}</span>}
        </div>
        <Command isQuiet keys="Esc" className={styles.back} onClick={onLeave}>
          {words.t('customers.back')}
        </Command>
      </div>
      {faults.name === undefined ? null : (
        <p className={styles.error} id="customer-name-fault" role="alert">
          {faults.name}
        </p>
      )}
      <div className={styles.headFoot}>
        <p className={styles.lead}>
          <Lead opened={opened} />
        </p>
        {isServed ? (
          <div className={styles.serving}>
            <SecondAction keys="Mod+U" onClick={takeOpinion}>
              {words.t('opinions.add')}
            </SecondAction>
            <SecondAction keys="Mod+Enter" onClick={recordVisit}>
              {words.t('customers.recordVisit')}
            </SecondAction>
          </div>
        ) : null}
      </div>
    </header>
  );
}

function Lead({ opened }: { opened: OpenedCard | null }) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  if (opened === null) return words.t('customers.new.text');
  const { occasions, netMinor, firstVisitOn, lastVisitOn, isInTrash } = opened;
  if (isInTrash) return words.t('customers.inTrash');
  if (occasions === 0 || firstVisitOn === null || lastVisitOn === null)
    return words.t('customers.noVisit', { on: format.date(opened.addedOn) });
  const said = {
    count: occasions,
    first: format.date(firstVisitOn, 'month'),
    last: format.date(lastVisitOn),
  };
  // Without an amount: whoever is signed in is not to see it.
  const text =
    netMinor === null
      ? words.t('customers.visitsAlone', said)
      : words.t('customers.visitsSoFar', { ...said, amount: format.money(netMinor, shop.currency, true) });
  return <Marked text={text} />;
}
