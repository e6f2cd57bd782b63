import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Language } from '../i18n/catalogue.ts';
import { publicCatalogue } from '../i18n/public-catalogue.ts';
import { watchPresence } from '../session/presence.ts';
import { reloadWhenRestored } from '../session/signed-out.ts';
import type { PageName } from './addresses.ts';
import { Site } from './site.tsx';
import './styles.ts';

const load = async (language: Language) =>
  language === 'en' ? publicCatalogue.en() : publicCatalogue.vi;

/** Wakes a page that stands there already; without this it can be read, and its links work. */
export async function show(name: PageName, page: ReactNode): Promise<void> {
  reloadWhenRestored();
  watchPresence();
  const root = document.getElementById('root');
  if (!root) throw new Error('no #root in the page');
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const speech = await load(language);
  const isTrial = 'trial' in root.dataset;
  hydrateRoot(
    root,
    <StrictMode>
      <Site page={name} {...{ language, speech, isTrial, load }}>
        {page}
      </Site>
    </StrictMode>,
  );
}
