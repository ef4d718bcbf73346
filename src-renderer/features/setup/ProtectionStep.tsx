/** Third page: how the records are locked, each way with what is lost when something happens. */
import { useState } from 'react';
import type { Protection } from '../../../src-shared/contract/shopContract.ts';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SecretField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { MIN_PASSPHRASE_CHARACTERS, passphraseFault } from './firstStartForm.ts';
import type { StepProps } from './ShopStep.tsx';
import { StepFrame } from './StepFrame.tsx';
import styles from './setup.module.css';

export interface ProtectionStepProps extends StepProps {
  isKeyStoreAvailable: boolean;
  isBusy: boolean;
  error: unknown;
  onBack(): void;
}

export function ProtectionStep(props: ProtectionStepProps) {
  const { form, onChange, isKeyStoreAvailable, isBusy, error, onBack, onNext } = props;
  const words = useWords();
  const [isFaultShown, setIsFaultShown] = useState(false);
  const fault = passphraseFault(form);
  const next = () => {
    setIsFaultShown(fault !== null);
    if (fault === null) onNext();
    else document.getElementById(fault === 'tooShort' ? 'passphrase' : 'passphrase-again')?.focus();
  };
  return (
    <StepFrame
      step={3}
      title={words.t('setup.protection.title')}
      text={words.t('setup.protection.text')}
      next={words.t('setup.create')}
      isBusy={isBusy}
      onBack={onBack}
      onNext={next}
    >
      <Choices<Protection>
        legend={words.t('setup.protection.title')}
        isLegendHidden
        layout="list"
        choices={[
          {
            value: 'keyStore',
            label: words.t('setup.keyStore'),
            text: isKeyStoreAvailable ? words.t('setup.keyStore.text') : words.t('setup.keyStore.missing'),
            isDisabled: !isKeyStoreAvailable,
          },
          { value: 'passphrase', label: words.t('setup.passphrase'), text: words.t('setup.passphrase.text') },
          { value: 'none', label: words.t('setup.none'), text: words.t('setup.none.text') },
        ]}
        value={form.protection}
        onChange={(protection) => onChange({ protection })}
      />
      {form.protection === 'passphrase' ? (
        <div className={styles.secret}>
          <SecretField
            id="passphrase"
            label={words.t('setup.passphrase.field', { count: MIN_PASSPHRASE_CHARACTERS })}
            value={form.passphrase}
            maxLength={1024}
            visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
            error={
              isFaultShown && fault === 'tooShort'
                ? words.t('setup.passphrase.tooShort', { count: MIN_PASSPHRASE_CHARACTERS })
                : null
            }
            onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
          />
          <SecretField
            id="passphrase-again"
            label={words.t('setup.passphrase.again')}
            value={form.repeated}
            maxLength={1024}
            visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
            error={isFaultShown && fault === 'different' ? words.t('setup.passphrase.different') : null}
            onChange={(event) => onChange({ repeated: event.currentTarget.value })}
          />
        </div>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
    </StepFrame>
  );
}
