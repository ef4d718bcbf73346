/** The open shop, for every screen that stands behind the first start: name, currency, language, today. */
import type { QueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { AppState, Protection, Shop } from '../../src-shared/contract/shopContract.ts';
import { call, keyOf, useAnswer } from './procedures.ts';

export interface OpenShop {
  readonly shop: Shop;
  readonly protection: Protection;
  /** The shop's own local day, ISO. */
  readonly today: string;
}

const ShopContext = createContext<OpenShop | null>(null);

export const useAppState = () => useAnswer('app.state', {});

/** Asks before anything is drawn; a refusal is met by whoever draws. */
export const readAppState = (client: QueryClient): Promise<void> =>
  client.prefetchQuery({ queryKey: keyOf('app.state', {}), queryFn: () => call('app.state', {}) });

export function ShopProvider({
  state,
  children,
}: {
  state: Extract<AppState, { phase: 'ready' }>;
  children: ReactNode;
}) {
  return <ShopContext value={state}>{children}</ShopContext>;
}

export const useOpenShop = (): OpenShop => {
  const open = useContext(ShopContext);
  if (!open) throw new Error('useOpenShop is for screens inside ShopProvider');
  return open;
};
