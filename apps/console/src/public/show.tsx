import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../i18n/language.tsx';
import { publicCatalogue } from '../i18n/public-catalogue.ts';
import { watchPresence } from '../session/presence.ts';
import { reloadWhenRestored } from '../session/signed-out.ts';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/print.css';
import './base.css';

/** Shows a page for everybody: a document of its own, with nothing of the console. */
export function show(page: ReactNode): void {
  reloadWhenRestored();
  watchPresence();
  const root = document.getElementById('root');
  if (!root) throw new Error('no #root in the page');
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider catalogue={publicCatalogue}>{page}</LanguageProvider>
    </StrictMode>,
  );
}
