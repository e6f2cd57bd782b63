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
import { IntlProvider, useIntl } from 'react-intl';
import type { LocalizedText } from '../api/types.ts';
import { vi } from './vi/index.ts';
import type { MessageId, Messages } from './vi/index.ts';

export type Language = 'vi' | 'en';

interface Shown {
  readonly language: Language;
  readonly messages: Messages;
}

const KEY = 'mb.language';
const kept = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

const VIETNAMESE: Shown = { language: 'vi', messages: vi };

/** Vietnamese comes with the page, English when it is asked for. */
const load = async (language: Language): Promise<Shown> =>
  language === 'vi'
    ? VIETNAMESE
    : { language, messages: (await import('./en/index.ts')).en satisfies Messages };

const LanguageContext = createContext<{
  readonly language: Language;
  /** The one that was asked for did not come. */
  readonly missing: boolean;
  readonly setLanguage: (language: Language) => void;
}>({ language: 'vi', missing: false, setLanguage: () => undefined });

/** Pages stay as they are while the language changes, and in their language when the other does not come. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(() => (kept() === 'vi' ? VIETNAMESE : undefined));
  const [missing, setMissing] = useState(false);
  const asked = useRef<Language>(null);
  const setLanguage = useCallback((language: Language) => {
    asked.current = language;
    void load(language).then(
      (loaded) => {
        if (asked.current !== language) return;
        localStorage.setItem(KEY, language);
        setShown(loaded);
        setMissing(false);
      },
      () => {
        setShown((before) => before ?? VIETNAMESE);
        setMissing(true);
      },
    );
  }, []);
  useEffect(() => {
    if (!shown) setLanguage(kept());
  }, []);
  useEffect(() => {
    if (shown) document.documentElement.lang = shown.language;
  }, [shown]);
  const language = shown?.language ?? 'vi';
  const value = useMemo(
    () => ({ language, missing, setLanguage }),
    [language, missing, setLanguage],
  );
  if (!shown) return null;
  return (
    <LanguageContext value={value}>
      <IntlProvider locale={language} messages={shown.messages}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export const useLanguage = () => useContext(LanguageContext);

/** Picks the reader's language. */
export function useBoth(): (both: LocalizedText) => string {
  const { language } = useLanguage();
  return useCallback((both: LocalizedText) => both[language], [language]);
}

/** A message of the catalogue, or words that the contract has in both languages. */
export type Label = MessageId | LocalizedText;
type Values = Record<string, string | number>;
export type Say = (id: MessageId, values?: Values) => string;
export type SayLabel = (what: Label, values?: Values) => string;

export function useSay(): SayLabel {
  const intl = useIntl();
  const { language } = useLanguage();
  return useCallback<SayLabel>(
    (what, values) =>
      typeof what === 'string' ? intl.formatMessage({ id: what }, values) : what[language],
    [intl, language],
  );
}
