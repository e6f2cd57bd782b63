import { useSay } from '../i18n/language.tsx';
import { useAddress, useSite } from './site.tsx';
import site from './site.module.css';

const LINKS = [
  ['about', '', 'footer.about'],
  ['about', '#data', 'footer.data'],
  ['about', '#accessibility', 'footer.access'],
  ['reception', '', 'home.reception'],
  ['forms', '', 'home.forms'],
  ['published', '', 'home.published'],
  ['figures', '', 'home.figures'],
] as const;

/** The owner of the site, and links to the other pages. */
export function Footer() {
  const say = useSay();
  const addressOf = useAddress();
  const { isTrial } = useSite();
  return (
    <footer className={`${site.footer} no-print`}>
      <div>
        <p>{say(isTrial ? 'site.ownerTrial' : 'site.owner')}</p>
        <ul>
          {LINKS.map(([page, part, label]) => (
            <li key={label}>
              <a href={addressOf(page) + part}>{say(label)}</a>
            </li>
          ))}
          <li>
            <a href="/lam-viec">{say('site.staff')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
