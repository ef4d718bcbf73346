/** Chooses what the window is about now: the first start, the lock, the shop, or why the shop cannot be opened. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { ShopProvider, useAppState } from '../api/shop.tsx';
import { FirstStart } from '../features/setup/FirstStart.tsx';
import { ShopCannotOpen } from '../features/setup/ShopCannotOpen.tsx';
import { Unlock } from '../features/setup/Unlock.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { LanguageChoice } from '../ui/LanguageChoice.tsx';
import { NoticesProvider } from '../ui/notices.tsx';
import { PLACES } from '../ui/places.ts';
import { LocaleProvider } from '../ui/wordsContext.tsx';
import { DefectBoundary } from './DefectBoundary.tsx';
import { Shell } from './Shell.tsx';
import { TillGate } from './TillGate.tsx';

export function App() {
  const state = useAppState();
  if (state.isError) return <ErrorNote error={state.error} />;
  if (!state.data) return null;
  return <Opened state={state.data} />;
}

// Most starts need none of it.
const RestorePage = lazy(async () => ({
  default: (await import('../features/backups/RestorePage.tsx')).RestorePage,
}));

type NoShop = Extract<AppState, { phase: 'noShop' }>;

function Opened({ state }: { state: AppState }) {
  const [, go] = useLocation();
  const [chosenLocale, setChosenLocale] = useState<Locale | null>(null);
  // The first start goes on after the shop exists: the recovery key is still to be shown. Once it is over
  // it stays over, also when the news of the open shop comes a moment later.
  const [firstStart, setFirstStart] = useState<NoShop | 'over' | null>(null);
  if (state.phase === 'noShop' && firstStart === null) setFirstStart(state);
  // The shop has been seen: should it go away (a demo that is removed), the first start begins anew.
  if (state.phase !== 'noShop' && firstStart === 'over') {
    setFirstStart(null);
    setChosenLocale(null);
  }
  // Going back to a backup instead: with a restored shop there, in whatever state, the first start is over too.
  const [isRestoring, setIsRestoring] = useState(false);
  const [restoredFrom, setRestoredFrom] = useState(state);
  if (restoredFrom !== state) {
    setRestoredFrom(state);
    if (isRestoring && state.phase !== 'noShop') {
      setIsRestoring(false);
      setFirstStart('over');
    }
  }
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
    if (isRestoring) {
      const choice = <LanguageChoice locale={locale} onLocale={setChosenLocale} />;
      return (
        <Suspense fallback={null}>
          <RestorePage aside={isFirstStart ? choice : null} onBack={() => setIsRestoring(false)} />
        </Suspense>
      );
    }
    if (isFirstStart) {
      return (
        <FirstStart
          state={firstStart}
          locale={locale}
          onLocale={setChosenLocale}
          onDone={(place) => {
            go(PLACES[place]);
            setFirstStart('over');
          }}
          onRestore={() => setIsRestoring(true)}
        />
      );
    }
    if (state.phase === 'locked')
      return <Unlock reason={state.reason} onRestore={() => setIsRestoring(true)} />;
    if (state.phase === 'failed')
      return <ShopCannotOpen failure={state} onRestore={() => setIsRestoring(true)} />;
    if (state.phase === 'noShop') return null;
    return (
      <ShopProvider state={state}>
        <TillGate>
          <Shell />
        </TillGate>
      </ShopProvider>
    );
  }
}
