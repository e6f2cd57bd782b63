import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countQuery } from '../api/queries.ts';
import type { MouseEvent } from 'react';
import type { Service } from '../api/types.ts';
import { useSay } from '../i18n/language.tsx';
import { hasUnsaved, mayLeave } from '../leave/guard.ts';
import { countOf, noticeUnitsQuery } from '../notices/notices-query.ts';
import { useSession } from '../session/session.tsx';
import { waitingProposals } from '../start/counts.ts';
import { PLACES } from './places.ts';
import classes from './shell.module.css';

/** The public page is another document: the browser would ask in its own words before it goes there. */
function leaving(event: MouseEvent<HTMLAnchorElement>): void {
  if (!hasUnsaved() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  void mayLeave().then((may) => may && window.location.assign(href));
}

/** Worklists of the roles worn now, with how much waits in each. */
export function SideMenu({ onKeys }: { onKeys: () => void }) {
  const say = useSay();
  const { has } = useSession();
  return (
    <>
      <ul className={classes.menu}>
        {PLACES.filter(({ roles }) => has(...roles)).map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              <place.icon size={20} stroke={1.6} aria-hidden="true" />
              <span>{say(place.label)}</span>
              {'count' in place && <Waiting service={place.count} />}
              {'notices' in place && <Notices />}
              {'proposals' in place && <Proposals />}
            </Link>
          </li>
        ))}
      </ul>
      <ul className={classes.menuFoot}>
        <li>
          <button type="button" onClick={onKeys}>
            {say('nav.keys')} <kbd aria-hidden="true">?</kbd>
          </button>
        </li>
        <li>
          <a href="/" onClick={leaving}>
            {say('nav.home')}
          </a>
        </li>
      </ul>
    </>
  );
}

function Waiting({ service }: { service: Service }) {
  const { data } = useQuery(countQuery(service, 'open'));
  if (data == null || data.total === null) return null;
  return <Count n={data.total} more={data.moreThanTotal === true} />;
}

function Notices() {
  const { data } = useQuery(noticeUnitsQuery);
  return data !== undefined && <Count n={countOf(data)} more={false} />;
}

/** Of the directory, for a second administrator. */
function Proposals() {
  const { data } = useQuery(waitingProposals);
  return data !== undefined && <Count n={data.n} more={data.more} />;
}

function Count({ n, more }: { n: number; more: boolean }) {
  const say = useSay();
  return (
    <span className={classes.count} aria-label={say(more ? 'nav.countMore' : 'nav.count', { n })}>
      {n}
      {more && '+'}
    </span>
  );
}
