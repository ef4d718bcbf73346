/**
 * The first start: three short questions pages, then the recovery key. The shop is made after the third;
 * the key page stays until the owner says they have the key.
 */
import { useState } from 'react';
import type { AppState } from '../../../src-shared/contract/shopContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { LanguageChoice } from '../../ui/LanguageChoice.tsx';
import { Outside } from '../../ui/Outside.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { emptyForm, type FirstStartForm } from './firstStartForm.ts';
import { ProtectionStep } from './ProtectionStep.tsx';
import { RecordsStep } from './RecordsStep.tsx';
import { RecoveryKeyPage } from './RecoveryKeyPage.tsx';
import { ShopStep } from './ShopStep.tsx';

export interface FirstStartProps {
  state: Extract<AppState, { phase: 'noShop' }>;
  locale: Locale;
  onLocale(locale: Locale): void;
  onDone(): void;
  /** There are records already, in a backup. */
  onRestore(): void;
}

export function FirstStart({ state, locale, onLocale, onDone, onRestore }: FirstStartProps) {
  const [form, setForm] = useState(() => emptyForm(state));
  const [step, setStep] = useState<'shop' | 'records' | 'protection'>('shop');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const create = useCommand('shop.create');
  const words = useWords();
  const change = (part: Partial<FirstStartForm>) => setForm((known) => ({ ...known, ...part }));

  const createShop = () =>
    create.mutate(
      {
        name: form.name,
        trade: form.trade === 'other' ? null : form.trade,
        currency: form.currency,
        timeZone: form.timeZone,
        locale,
        isHistoryComplete: form.isHistoryComplete,
        protection: form.protection,
        passphrase: form.protection === 'passphrase' ? form.passphrase : null,
      },
      {
        onSuccess: (made) => {
          if (made.recoveryKey === null) onDone();
          else setRecoveryKey(made.recoveryKey);
        },
      },
    );

  if (recoveryKey !== null) {
    return (
      <Outside>
        <RecoveryKeyPage recoveryKey={recoveryKey} shopName={form.name} onDone={onDone} />
      </Outside>
    );
  }
  return (
    <Outside aside={<LanguageChoice locale={locale} onLocale={onLocale} />}>
      {step === 'shop' ? (
        <>
          <ShopStep form={form} onChange={change} onNext={() => setStep('records')} />
          <div>
            <Command onClick={onRestore}>{words.t('backups.page.fresh')}</Command>
          </div>
        </>
      ) : step === 'records' ? (
        <RecordsStep
          form={form}
          onChange={change}
          onBack={() => setStep('shop')}
          onNext={() => setStep('protection')}
        />
      ) : (
        <ProtectionStep
          form={form}
          onChange={change}
          isKeyStoreAvailable={state.isKeyStoreAvailable}
          isBusy={create.isPending}
          error={create.error}
          onBack={() => setStep('records')}
          onNext={createShop}
        />
      )}
    </Outside>
  );
}
