/** The open shop, for every screen that stands behind the first start: name, currency, language, today. */
import { createContext, type ReactNode, useContext } from 'react';
import type { AppState, Protection, Shop } from '../../src-shared/contract/shopContract.ts';
import { useAnswer } from './procedures.ts';

export interface OpenShop {
  readonly shop: Shop;
  readonly protection: Protection;
  /** The shop's own local day, ISO. */
  readonly today: string;
}

const ShopContext = createContext<OpenShop | null>(null);

export const useAppState = () => useAnswer('app.state', {});

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
