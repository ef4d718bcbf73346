/**
 * The first start: three short pages of questions, then the recovery key. The shop is made after the third; the key
 * page stays until the owner says they have the key, and what the trade usually offers comes last. A demo shop needs
 * neither lock nor key.
 */
import { useState } from 'react';
import type { AppState } from '../../../src-shared/contract/shopContract.ts';
import type { Locale, Trade } from '../../../src-shared/contract/values.ts';
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { LanguageChoice } from '../../ui/LanguageChoice.tsx';
import { Outside } from '../../ui/Outside.tsx';
import type { Place } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { DemoProgress } from './DemoProgress.tsx';
import { emptyForm, type FirstStartForm } from './firstStartForm.ts';
import { ProtectionStep } from './ProtectionStep.tsx';
import { RecoveryKeyPage } from './RecoveryKeyPage.tsx';
import { ShopStep } from './ShopStep.tsx';
import { StartStep } from './StartStep.tsx';
import { UsualStep } from './UsualStep.tsx';

type Step = 'shop' | 'start' | 'protection' | 'usual';

/** For a shop that does something else. */
const DEMO_TRADE: Trade = 'shop';

export interface FirstStartProps {
  state: Extract<AppState, { phase: 'noShop' }>;
  locale: Locale;
  onLocale(locale: Locale): void;
  /** The screen that is to be seen first. */
  onDone(place: Place): void;
  /** There are records already, in a backup. */
  onRestore(): void;
}

export function FirstStart({ state, locale, onLocale, onDone, onRestore }: FirstStartProps) {
  const [form, setForm] = useState(() => emptyForm(state));
  const [step, setStep] = useState<Step>('shop');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [demoJobId, setDemoJobId] = useState<string | null>(null);
  const create = useCommand('shop.create');
  const createDemo = useCommand('shop.createDemo');
  const words = useWords();
  const change = (part: Partial<FirstStartForm>) => setForm((known) => ({ ...known, ...part }));

  const trade = form.trade === 'other' ? null : form.trade;
  /** Where the shop exists and its key is kept. */
  const goOn = () => {
    if (form.beginning === 'import') onDone('import');
    else if (trade !== null) setStep('usual');
    else onDone('desk');
  };
  const makeDemo = () =>
    createDemo.mutate(
      { trade: trade ?? DEMO_TRADE, currency: form.currency, timeZone: form.timeZone, locale },
      { onSuccess: ({ jobId }) => setDemoJobId(jobId) },
    );

  const createShop = () =>
    create.mutate(
      {
        name: form.name,
        trade,
        currency: form.currency,
        timeZone: form.timeZone,
        locale,
        isHistoryComplete: form.isHistoryComplete,
        protection: form.protection,
        passphrase: form.protection === 'passphrase' ? form.passphrase : null,
      },
      {
        onSuccess: (made) => {
          if (made.recoveryKey === null) goOn();
          else setRecoveryKey(made.recoveryKey);
        },
      },
    );

  if (demoJobId !== null) {
    return (
      <Outside>
        <DemoProgress jobId={demoJobId} onDone={() => onDone('desk')} onBack={() => setDemoJobId(null)} />
      </Outside>
    );
  }
  if (step === 'usual') {
    return (
      <Outside>
        <UsualStep onDone={() => onDone('desk')} />
      </Outside>
    );
  }
  if (recoveryKey !== null) {
    return (
      <Outside>
        <RecoveryKeyPage recoveryKey={recoveryKey} shopName={form.name} onDone={goOn} />
      </Outside>
    );
  }
  return (
    <Outside aside={<LanguageChoice locale={locale} onLocale={onLocale} />}>
      {step === 'shop' ? (
        <>
          <ShopStep form={form} onChange={change} onNext={() => setStep('start')} />
          <div>
            <Command onClick={onRestore}>{words.t('backups.page.fresh')}</Command>
          </div>
        </>
      ) : step === 'start' ? (
        <StartStep
          form={form}
          onChange={change}
          isBusy={createDemo.isPending}
          error={createDemo.error}
          onBack={() => setStep('shop')}
          onNext={() => (form.beginning === 'demo' ? makeDemo() : setStep('protection'))}
        />
      ) : (
        <ProtectionStep
          form={form}
          onChange={change}
          isKeyStoreAvailable={state.isKeyStoreAvailable}
          isBusy={create.isPending}
          error={create.error}
          onBack={() => setStep('start')}
          onNext={createShop}
        />
      )}
    </Outside>
  );
}
