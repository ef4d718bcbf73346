/** Chooses what the window is about now: the first start, the lock, the shop, or why the shop cannot be opened. */
import { useEffect, useState } from 'react';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { ShopProvider, useAppState } from '../api/shop.tsx';
import { FirstStart } from '../features/setup/FirstStart.tsx';
import { ShopCannotOpen } from '../features/setup/ShopCannotOpen.tsx';
import { Unlock } from '../features/setup/Unlock.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { NoticesProvider } from '../ui/notices.tsx';
import { LocaleProvider } from '../ui/wordsContext.tsx';
import { DefectBoundary } from './DefectBoundary.tsx';
import { Shell } from './Shell.tsx';

export function App() {
  const state = useAppState();
  if (state.isError) return <ErrorNote error={state.error} />;
  if (!state.data) return null;
  return <Opened state={state.data} />;
}

type NoShop = Extract<AppState, { phase: 'noShop' }>;

function Opened({ state }: { state: AppState }) {
  const [chosenLocale, setChosenLocale] = useState<Locale | null>(null);
  // The first start goes on after the shop exists: the recovery key is still to be shown. Once it is over
  // it stays over, also when the news of the open shop comes a moment later.
  const [firstStart, setFirstStart] = useState<NoShop | 'over' | null>(null);
  if (state.phase === 'noShop' && firstStart === null) setFirstStart(state);
  const isFirstStart = firstStart !== null && firstStart !== 'over';

  const locale =
    !isFirstStart && state.phase === 'ready'
      ? state.shop.locale
      : (chosenLocale ?? (state.phase === 'ready' ? state.shop.locale : state.systemLocale));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <LocaleProvider locale={locale}>
      <NoticesProvider>
        <DefectBoundary>{screen()}</DefectBoundary>
      </NoticesProvider>
    </LocaleProvider>
  );

  function screen() {
    if (isFirstStart) {
      return (
        <FirstStart
          state={firstStart}
          locale={locale}
          onLocale={setChosenLocale}
          onDone={() => setFirstStart('over')}
        />
      );
    }
    if (state.phase === 'locked') return <Unlock reason={state.reason} />;
    if (state.phase === 'failed') return <ShopCannotOpen failure={state} />;
    if (state.phase === 'noShop') return null;
    return (
      <ShopProvider state={state}>
        <Shell />
      </ShopProvider>
    );
  }
}
