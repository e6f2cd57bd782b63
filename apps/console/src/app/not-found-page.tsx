import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PlainFrame } from '../shell/plain-frame.tsx';

export function NotFoundPage() {
  const say = useSay();
  return (
    <PlainFrame>
      <PageTitle title={say('common.notFound')} lead={say('common.notFoundNext')} isFirst />
    </PlainFrame>
  );
}
