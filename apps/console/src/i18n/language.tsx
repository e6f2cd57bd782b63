import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { Both } from '../api/types.ts';
import { vi } from './vi/index.ts';
import type { MessageId, Messages } from './vi/index.ts';

export type Language = 'vi' | 'en';

const KEY = 'mb.language';
const kept = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

const LanguageContext = createContext<{
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}>({ language: 'vi', setLanguage: () => undefined });

/** Vietnamese comes with the page, English when it is asked for. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(kept);
  const [english, setEnglish] = useState<Messages>();
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEY, language);
    if (language === 'en') void import('./en/index.ts').then(({ en }) => setEnglish(en));
  }, [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language]);
  if (language === 'en' && !english) return null;
  return (
    <LanguageContext value={value}>
      <IntlProvider locale={language} messages={language === 'en' && english ? english : vi}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export const useLanguage = () => useContext(LanguageContext);

/** Picks the reader's language. */
export function useBoth(): (both: Both) => string {
  const { language } = useLanguage();
  return useCallback((both: Both) => both[language], [language]);
}

export type Say = (id: MessageId, values?: Record<string, string | number>) => string;

/** A message of the catalogue. */
export function useSay(): Say {
  const intl = useIntl();
  return useCallback<Say>((id, values) => intl.formatMessage({ id }, values), [intl]);
}
