import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { consoleCatalogue } from '../i18n/console-catalogue.ts';
import { LanguageProvider } from '../i18n/language.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

/** Mantine keeps no colour scheme: the console is light, and nothing is stored. */
const noColorScheme = {
  get: () => 'light' as const,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export function Providers() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" colorSchemeManager={noColorScheme}>
      <LanguageProvider catalogue={consoleCatalogue}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
