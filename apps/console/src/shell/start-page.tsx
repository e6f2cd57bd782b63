import { useQueries } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { countQuery } from '../api/queries.ts';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { PLACES } from './places.ts';

/** The first worklist of this person that has something; where none has, the first. */
export default function StartPage() {
  const say = useSay();
  const { has, post } = useSession();
  const places = PLACES.filter(({ roles }) => has(...roles));
  const lists = places.filter((place) => 'count' in place);
  const counts = useQueries({ queries: lists.map(({ count }) => countQuery(count, 'open')) });
  const place =
    lists.find((_, i) => (counts[i]?.data?.total ?? 0) > 0) ??
    places.find(({ to }) => to !== '/tiep-nhan' && to !== '/qua-han') ??
    places[0];
  // One list needs no counting. A service that does not answer holds nobody up.
  const counting =
    lists.length > 1 &&
    counts.some(({ isPending, failureCount }) => isPending && failureCount === 0);
  if (counting) return <p>{say('common.loading')}</p>;
  if (place) return <Navigate to={place.to} replace />;
  if (post) return <PageTitle title={say('shell.noPages')} lead={say('shell.noPagesNext')} />;
  return <PageTitle title={say('shell.noPost')} lead={say('shell.noPostNext')} />;
}
