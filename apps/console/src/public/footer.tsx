import { useSay } from '../i18n/language.tsx';
import { useSite } from './site.tsx';
import site from './site.module.css';

const LINKS = [] as const;

/** Whose site it is, and what else there is. */
export function Footer() {
  const say = useSay();
  const { isTrial } = useSite();
  return (
    <footer className={site.footer}>
      <div>
        <p>{say(isTrial ? 'site.ownerTrial' : 'site.owner')}</p>
        <ul>
          {LINKS}
          <li>
            <a href="/lam-viec">{say('site.staff')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
