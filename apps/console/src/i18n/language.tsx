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
import type { LocalizedText } from '../api/types.ts';
import type { Catalogue, Language, MessageId, Speech, Values } from './catalogue.ts';

export type { Language, MessageId } from './catalogue.ts';

interface Shown {
  readonly language: Language;
  readonly speech: Speech;
}

const KEY = 'mb.language';
const kept = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

interface Spoken extends Shown {
  /** The one that was asked for did not come. */
  readonly missing: boolean;
  readonly setLanguage: (language: Language) => void;
}

export const LanguageContext = createContext<Spoken | null>(null);

/** Pages stay as they are while the language changes, and in their language when the other does not come. */
export function LanguageProvider({
  catalogue,
  children,
}: {
  catalogue: Catalogue;
  children: ReactNode;
}) {
  const vietnamese: Shown = { language: 'vi', speech: catalogue.vi };
  const [shown, setShown] = useState(() => (kept() === 'vi' ? vietnamese : undefined));
  const [missing, setMissing] = useState(false);
  const asked = useRef<Language>(null);
  const setLanguage = useCallback(
    (language: Language) => {
      asked.current = language;
      const loading = language === 'vi' ? Promise.resolve(catalogue.vi) : catalogue.en();
      void loading.then(
        (speech) => {
          if (asked.current !== language) return;
          localStorage.setItem(KEY, language);
          setShown({ language, speech });
          setMissing(false);
        },
        () => {
          setShown((before) => before ?? { language: 'vi', speech: catalogue.vi });
          setMissing(true);
        },
      );
    },
    [catalogue],
  );
  useEffect(() => {
    if (!shown) setLanguage(kept());
  }, []);
  useEffect(() => {
    if (shown) document.documentElement.lang = shown.language;
  }, [shown]);
  const value = useMemo(
    () => (shown ? { ...shown, missing, setLanguage } : null),
    [shown, missing, setLanguage],
  );
  return value && <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('used outside of a language');
  return spoken;
}

/** Picks the reader's language. */
export function useBoth(): (both: LocalizedText) => string {
  const { language } = useLanguage();
  return useCallback((both: LocalizedText) => both[language], [language]);
}

/** A message of the catalogue, or words that the contract has in both languages. */
export type Label = MessageId | LocalizedText;
export type Say = Speech;
export type SayLabel = (what: Label, values?: Values) => string;

export function useSay(): SayLabel {
  const { language, speech } = useLanguage();
  return useCallback<SayLabel>(
    (what, values) => (typeof what === 'string' ? speech(what, values) : what[language]),
    [speech, language],
  );
}
