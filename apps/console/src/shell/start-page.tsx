import { Navigate } from '@tanstack/react-router';
import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { PLACES } from './side-menu.tsx';

/** The first place where this person's work lies. */
export default function StartPage() {
  const say = useSay();
  const { has, post } = useSession();
  const places = PLACES.filter(({ roles }) => has(...roles));
  const place = places.find(({ to }) => to !== '/tiep-nhan' && to !== '/qua-han') ?? places[0];
  if (place) return <Navigate to={place.to} replace />;
  if (post) return <PageTitle title={say('shell.noPages')} lead={say('shell.noPagesNext')} />;
  return <PageTitle title={say('shell.noPost')} lead={say('shell.noPostNext')} />;
}
