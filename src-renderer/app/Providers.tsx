/** What every screen stands on: the theme, the cache of main's answers, and places by address. */
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { cssVariables, theme } from './theme.ts';

/** Main writes a fresh one into each page it serves; without it the policy refuses Mantine's styles. */
const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        // Main tells Chromium whether it is light or dark; here that is always the system's own answer.
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <Router hook={useHashLocation}>{children}</Router>
      </MantineProvider>
    </QueryClientProvider>
  );
}
