import { useLanguage, useSay } from '../i18n/language.tsx';
import classes from './shell.module.css';

/** Says the other language in that language. */
export function LanguageSwitch() {
  const say = useSay();
  const { language, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className={classes.plain} lang={other} onClick={() => setLanguage(other)}>
      {say('shell.language')}
    </button>
  );
}
