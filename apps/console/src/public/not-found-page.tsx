import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';

export function NotFoundPage() {
  const say = useSay();
  return (
    <PublicFrame>
      <PageTitle title={say('common.notFound')} lead={say('common.notFoundNext')} isFirst />
    </PublicFrame>
  );
}
