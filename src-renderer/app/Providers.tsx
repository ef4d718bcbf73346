/** What every screen stands on: the theme, the cache that follows main's events, and places by address. */
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { followEvents, makeQueryClient } from '../api/queryClient.ts';
import { cssVariables, theme } from './theme.ts';

/** Light or dark is a choice of this computer, not of the shop: it stays in the window's own storage. */
const appearance = localStorageColorSchemeManager({ key: 'revino.appearance' });

/** Main writes a fresh one into each page it serves; without it the policy refuses Mantine's styles. */
const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={appearance}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <Followed client={client}>
          <Router hook={useHashLocation}>{children}</Router>
        </Followed>
      </MantineProvider>
    </QueryClientProvider>
  );
}

function Followed({ client, children }: { client: QueryClient; children: ReactNode }) {
  useEffect(() => followEvents(client), [client]);
  return children;
}
