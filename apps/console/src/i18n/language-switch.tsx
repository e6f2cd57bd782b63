import { useLanguage, useSay } from './language.tsx';
import classes from './language-switch.module.css';

/** Says the other language in that language; when it does not come, in both. */
export function LanguageSwitch() {
  const say = useSay();
  const { language, missing, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className={classes.language}>
      <button
        type="button"
        className={classes.switch}
        lang={other}
        onClick={() => setLanguage(other)}
      >
        {say('shell.language')}
      </button>
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
