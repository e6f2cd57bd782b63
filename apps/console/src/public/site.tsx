import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import type { Language, Speech } from '../i18n/catalogue.ts';
import { LanguageContext, useLanguage } from '../i18n/language.tsx';
import { ADDRESSES } from './addresses.ts';
import type { PageName } from './addresses.ts';

export interface Shown {
  readonly page: PageName;
  readonly language: Language;
  readonly speech: Speech;
  /** Nothing that is sent here is taken for real; people and units are made up. */
  readonly isTrial: boolean;
  /** What follows the page's own address, for the link to the other language. */
  readonly query?: string;
}

const SiteContext = createContext<Pick<Shown, 'page' | 'isTrial' | 'query'> | null>(null);

/**
 * Around a page for everybody. Its address chooses the language. Where there is a script, the other
 * language comes into the page as it stands, so that nothing typed or found is lost.
 *
 * @param load the words of the other language
 */
export function Site({
  page,
  isTrial,
  query = '',
  children,
  load = () => Promise.reject(new Error('no script')),
  ...first
}: Shown & { children: ReactNode; load?: (language: Language) => Promise<Speech> }) {
  const [shown, setShown] = useState({ language: first.language, speech: first.speech });
  const [missing, setMissing] = useState(false);
  const isLoaded = useRef(false);
  const setLanguage = useCallback(
    (language: Language) =>
      void load(language).then(
        (speech) => {
          setShown({ language, speech });
          setMissing(false);
        },
        () => setMissing(true),
      ),
    [load],
  );
  useEffect(() => {
    if (!isLoaded.current) return void (isLoaded.current = true);
    document.documentElement.lang = shown.language;
    history.replaceState(null, '', ADDRESSES[page][shown.language] + query);
  }, [shown]);
  const spoken = useMemo(() => ({ ...shown, missing, setLanguage }), [shown, missing, setLanguage]);
  const site = useMemo(() => ({ page, isTrial, query }), [page, isTrial, query]);
  return (
    <LanguageContext value={spoken}>
      <SiteContext value={site}>{children}</SiteContext>
    </LanguageContext>
  );
}

export function useSite(): Pick<Shown, 'page' | 'isTrial' | 'query'> {
  const site = useContext(SiteContext);
  if (!site) throw new Error('used outside of a site');
  return site;
}

/** Where a page is in the reader's language. */
export function useAddress(): (page: PageName) => string {
  const { language } = useLanguage();
  return useCallback((page: PageName) => ADDRESSES[page][language], [language]);
}
