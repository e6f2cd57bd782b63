import { useLanguage, useSay } from '../i18n/language.tsx';
import classes from '../i18n/language-switch.module.css';
import { ADDRESSES } from './addresses.ts';
import { useSite } from './site.tsx';

/** The same page in the other language: a link, which a script follows without leaving the page. */
export function OtherLanguage() {
  const say = useSay();
  const { language, missing, setLanguage } = useLanguage();
  const { page, query } = useSite();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className={classes.language}>
      <a
        href={ADDRESSES[page][other] + (query ?? '')}
        className={classes.switch}
        lang={other}
        hrefLang={other}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          setLanguage(other);
        }}
      >
        {say('shell.language')}
      </a>
      <div role="status">
        {missing && (
          <div className={classes.missing}>
            <p>{say('shell.languageMissing')}</p>
            <p lang="en">English could not be loaded. Check the network, then try again.</p>
          </div>
        )}
      </div>
    </div>
  );
}
