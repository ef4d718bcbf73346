/** The card is being left with changes that were not saved. */
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { PartTitle } from '../../ui/PageTitle.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './card.module.css';

export function AskAboutChanges(props: { onStay(): void; onDiscard(): void; onSave(): void }) {
  const words = useWords();
  return (
    <Overlay label={words.t('customers.ask')} onClose={props.onStay}>
      <div className={styles.ask}>
        <PartTitle>{words.t('customers.ask')}</PartTitle>
        <div className={styles.askActions}>
          <SecondAction keys="Esc" onClick={props.onStay}>
            {words.t('customers.ask.stay')}
          </SecondAction>
          <SecondAction onClick={props.onDiscard}>{words.t('customers.discard')}</SecondAction>
          <Action onClick={props.onSave} data-autofocus autoFocus>
            {words.t('customers.save')}
          </Action>
        </div>
      </div>
    </Overlay>
  );
}
